/**
 * Parses every Mermaid block of the Markdown files named and fails on the first thing Mermaid would not draw.
 *
 *   node check-mermaid.mjs report.md …
 *
 * Mermaid takes almost any line for a task of a gantt, so its tasks are counted as well.
 */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const MAX_LENGTH = 50_000;
const TASK = /^ {4}[^:;]+(?:#\d+;[^:;]*)* :(?:(?:crit|milestone), )*\d+, \d+$/;

// Mermaid needs a page to parse in.
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

const files = process.argv.slice(2);
let blocks = 0;
let wrong = 0;
for (const file of files) {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(readFileSync(file, "utf8"));
  const found = [];
  visit(tree, { type: "code", lang: "mermaid" }, (node) => void found.push(node));
  for (const node of found) {
    blocks += 1;
    const trouble = await troubleWith(node.value);
    if (!trouble) continue;
    wrong += 1;
    console.error(`${file}:${node.position.start.line}: ${trouble}`);
  }
}
console.log(`${blocks} diagrams in ${files.length} files, ${wrong} wrong`);
process.exitCode = wrong > 0 ? 1 : 0;

async function troubleWith(text) {
  if (text.length > MAX_LENGTH) return `longer than ${MAX_LENGTH} characters`;
  try {
    await mermaid.parse(text);
  } catch (error) {
    return String(error.message ?? error);
  }
  const odd = text.startsWith("gantt")
    ? text.split("\n").find((line) => line.startsWith("    ") && !TASK.test(line))
    : null;
  return odd && `not a task: ${odd}`;
}
