import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

const PAGE = "docs/github-traps.md";
const NUMBERS = 50;

interface Row {
  readonly number: number;
  readonly trap: string;
  readonly answer: string;
  readonly proof: string;
}

/** A line of the table; its cells hold no bar. */
const ROW = /^\| B-(\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm;
/** A test as the table names it: a path below `__tests__`, and a title or titles that lead to it. */
const TEST = /`([^`]+\.test\.ts)`: ((?:“[^”]+”)(?: › “[^”]+”)*)/g;
const TITLE = /\b(?:describe|it|test)(?:\.each[^"]*?\)?)?\(\s*"((?:[^"\\]|\\.)*)"/g;

const rows: readonly Row[] = [...readFileSync(PAGE, "utf8").matchAll(ROW)].map(([, number, trap, answer, proof]) => ({
  number: Number(number),
  trap: trap!.trim(),
  answer: answer!.trim(),
  proof: proof!.trim(),
}));

function titlesIn(path: string): Set<string> {
  const text = readFileSync(path, "utf8");
  // Parametrized titles stand behind their table, so that each literal after a bracket counts.
  const literals = [...text.matchAll(/\(\s*"((?:[^"\\]|\\.)*)",/g)].map(([, title]) => title!);
  return new Set([...[...text.matchAll(TITLE)].map(([, title]) => title!), ...literals]);
}

describe("the table of GitHub's traps", () => {
  it("has every number once, in order", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: NUMBERS }, (_, index) => index + 1));
  });

  it.each(rows.map((row) => [`B-${row.number}`, row] as const))(
    "%s names its tests, or why there is none",
    (_, row) => {
      expect(row.trap).not.toBe("");
      expect(row.answer).not.toBe("");
      const tests = [...row.proof.matchAll(TEST)];
      if (tests.length === 0) {
        expect(row.proof).toMatch(/^No test: \S.{30,}\.$/);
        return;
      }
      for (const [, file, titles] of tests) {
        const path = `__tests__/${file}`;
        expect(`${path} ${existsSync(path) ? "exists" : "does not exist"}`).toBe(`${path} exists`);
        const known = titlesIn(path);
        for (const [, title] of titles!.matchAll(/“([^”]+)”/g)) expect([...known]).toContain(title);
      }
    },
  );

  it("names nothing that looks like a test and is not read as one", () => {
    for (const { proof } of rows) expect(proof.replace(TEST, "")).not.toMatch(/\.test\.ts|“|”/);
  });
});
