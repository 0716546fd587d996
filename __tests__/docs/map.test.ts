import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

const textsIn = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(end) && path !== "glossary.md")
    .map((path) => readFileSync(`${folder}/${path}`, "utf8"));

describe("docs/README.md", () => {
  const map = readFileSync("docs/README.md", "utf8");
  const linked = [...map.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target!);

  it("leads to every page once; rules, ways of writing and decisions have lists of their own", () => {
    const pages = [...readdirSync("docs"), ...readdirSync("docs/guides").map((file) => `guides/${file}`)];
    const wanted = pages.filter((path) => path.endsWith(".md") && path !== "README.md");
    expect(linked).toEqual(expect.arrayContaining([...wanted, "rules/README.md", "dialects/README.md", "decisions"]));
    expect(wanted.filter((page) => linked.filter((one) => one === page).length !== 1)).toEqual([]);
  });

  it("is led to by the README", () => {
    expect(readFileSync("README.md", "utf8")).toContain("](docs/README.md)");
  });
});

describe("docs/glossary.md", () => {
  const glossary = readFileSync("docs/glossary.md", "utf8");
  const terms = [...glossary.matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|$/gm)].map(([, term]) => term!);
  const rows = terms.filter((term) => term !== "Term" && !term.startsWith("---"));
  const texts = [...textsIn("docs", ".md"), ...textsIn("src", ".ts")].join("\n").toLowerCase();

  it("has terms, each once", () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each(rows.flatMap((row) => row.split(", ")))("uses the term %s elsewhere", (term) => {
    const pattern = term.toLowerCase().replace(/ies$/, "(?:y|ies)").replaceAll(" ", "\\s+");
    expect(texts).toMatch(new RegExp(`(?<![a-z])${pattern}`));
  });

  it("has the severities and the statuses of the code", () => {
    for (const word of ["error", "warning", "notice"]) expect(rowOf("severity")).toContain(word);
    const statuses = /^export type Status =([^;]+);/m.exec(readFileSync("src/model/plan.ts", "utf8"))![1]!;
    const words = [...statuses.matchAll(/"([a-z-]+)"/g)].map(([, word]) => word!.replace("-", " "));
    expect(words).toContain("in progress");
    for (const word of words) expect(rowOf("status")).toContain(word);
  });

  const rowOf = (term: string): string => glossary.split("\n").find((line) => line.startsWith(`| ${term} `)) ?? "";
});
