import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { dialects } from "../../src/dialects/index.js";
import { claimInShort, lockInShort, readMarkdown, serviceInShort, stated } from "../kit/read-markdown.js";

const FOLDER = join("docs", "dialects");
const names = dialects.map(({ name }) => name);
const pageOf = (name: string): string => readFileSync(join(FOLDER, `${name}.md`), "utf8");

/** A Markdown block (of three marks or four) and the JSON block that follows it. */
const EXAMPLE = /^(`{3,})markdown\n([\s\S]*?)^\1\n\s*```json\n([\s\S]*?)^```/gm;

it("every way of writing has a page, a file, and a line in the index", () => {
  const filesIn = (folder: string, end: string): string[] =>
    readdirSync(folder)
      .filter((file) => file.endsWith(end))
      .map((file) => file.slice(0, -end.length));
  const without = (files: readonly string[], ...others: string[]): string[] =>
    files.filter((one) => !others.includes(one)).sort();
  const sorted = [...names].sort();
  expect(without(filesIn(FOLDER, ".md"), "README")).toEqual(sorted);
  expect(without(filesIn(join("src", "dialects"), ".ts"), "index", "dialect")).toEqual(sorted);
  expect([...pageOf("README").matchAll(/\]\((.*?)\.md\) \|/g)].map((match) => match[1]!).sort()).toEqual(sorted);
});

function aboutOf(name: string): "stated" | "service" | "locks" | "changes" {
  if (name === "service-registry" || name === "owned-services") return "service";
  if (name === "service-locks" || name === "lock-matrix") return "locks";
  return name.startsWith("stated-") ? "stated" : "changes";
}

describe.each(names)("docs/dialects/%s.md", (name) => {
  const page = pageOf(name);
  const examples = [...page.matchAll(EXAMPLE)].map((match, index) => [index + 1, match[2]!, match[3]!] as const);

  it("has an example of what is read and one of what is not, each with its reading", () => {
    expect(page.startsWith(`# ${name}\n`)).toBe(true);
    expect(page.split("\n## What is not read\n").map((part) => [...part.matchAll(EXAMPLE)].length > 0)).toEqual([
      true,
      true,
    ]);
    expect(page.match(/^`{3,}markdown$/gm)).toHaveLength(examples.length);
  });

  it.each(examples)("example %i is read as it says", (_, text, json) => {
    const expected: unknown = JSON.parse(json);
    const plan = readMarkdown(text);
    const changes = plan.breakingChanges.map(({ subject, change, announced, effective, phase, affects }) => ({
      subject,
      change,
      announced: announced?.day ?? null,
      effective: effective?.day ?? null,
      phase,
      affects,
    }));
    const statements = {
      stated: plan.claims.map(claimInShort),
      service: plan.services.map(serviceInShort),
      locks: plan.locks.map(lockInShort),
      changes,
    }[aboutOf(name)];
    expect(Array.isArray(expected) ? statements : stated(plan)).toEqual(expected);
  });
});
