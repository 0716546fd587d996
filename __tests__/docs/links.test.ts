import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { Heading, Nodes, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { remark } from "remark";
import remarkGfm from "remark-gfm";

/** Plans of tests and examples are not documentation; their links lead wherever they like. */
const pages = [
  ...readdirSync("."),
  ...[".github", "docs", "__tests__/kit", "tools"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  ),
]
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md") && !path.includes("node_modules/"));

const parser = remark().use(remarkGfm);
const treeOf = (path: string): Root => parser.parse(readFileSync(path, "utf8"));
const trees = new Map(pages.map((path) => [path, treeOf(path)] as const));

function nodesOf(tree: Nodes): Nodes[] {
  return [tree, ...("children" in tree ? tree.children.flatMap(nodesOf) : [])];
}

/** What the links and pictures of a page lead to. */
const targetsOf = (tree: Root): string[] =>
  nodesOf(tree).flatMap((node) => {
    if (node.type === "link" || node.type === "image" || node.type === "definition") return [node.url];
    return node.type === "html" ? [...node.value.matchAll(/\b(?:href|src)="([^"]+)"/g)].map(([, url]) => url!) : [];
  });

/** The names of a page's headings, as GitHub makes them; a name that is taken gets a number. */
function anchorsOf(tree: Root): Set<string> {
  const anchors = new Set<string>();
  for (const heading of nodesOf(tree).filter((node): node is Heading => node.type === "heading")) {
    const name = toString(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    let anchor = name;
    for (let number = 1; anchors.has(anchor); number++) anchor = `${name}-${number}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Why a link of a page leads nowhere; null when it does not, or leads out of the repository. */
function fault(page: string, target: string): string | null {
  // GitHub takes this for another branch of the repository, where the badges are.
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith("/../")) return null;
  const [path = "", anchor] = target.split("#").map(decodeURIComponent);
  const file = path === "" ? page : join(path.startsWith("/") ? "." : dirname(page), path).replaceAll("\\", "/");
  if (!existsSync(file)) return `${target}: there is no ${file}`;
  if (file.startsWith("..")) return `${target} leads out of the repository`;
  if (anchor === undefined || statSync(file).isDirectory()) return null;
  if (!file.endsWith(".md")) return /^L\d+(?:-L\d+)?$/.test(anchor) ? null : `${target}: no anchors in ${file}`;
  return anchorsOf(trees.get(file) ?? treeOf(file)).has(anchor) ? null : `${target}: no such heading in ${file}`;
}

describe("links", () => {
  it("are looked for in all pages", () => {
    expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/rules/README.md", "__tests__/kit/README.md"]));
    expect([...trees.values()].flatMap(targetsOf).length).toBeGreaterThan(150);
  });

  it.each(pages)("of %s lead somewhere", (page) => {
    expect(targetsOf(trees.get(page)!).flatMap((target) => fault(page, target) ?? [])).toEqual([]);
  });

  it.each([
    ["missing.md", "missing.md: there is no docs/missing.md"],
    ["#nowhere", "#nowhere: no such heading in docs/badges.md"],
    ["../README.md#nowhere", "../README.md#nowhere: no such heading in README.md"],
    ["../../elsewhere", "../../elsewhere: there is no ../elsewhere"],
    ["../README.md#permissions", null],
    ["https://example.org/#nowhere", null],
  ])("%s on a page in docs: %s", (target, expected) => {
    expect(fault("docs/badges.md", target)).toBe(expected);
  });

  it("name headings as GitHub does", () => {
    const tree = parser.parse("# A `b` & C\n\n## Größe, Maß_1\n\n## Same\n\n## Same\n\n### *What?*\n");
    expect([...anchorsOf(tree)]).toEqual(["a-b--c", "größe-maß_1", "same", "same-1", "what"]);
  });
});
