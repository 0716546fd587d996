import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { isCostlyGlob } from "../../src/config/is-costly-glob.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { refuseTooMuch } from "../../src/io/sources/refuse-too-much.js";
import { limits } from "../../src/model/limits.js";
import type { PhaseId } from "../../src/model/plan.js";
import { SetupError } from "../../src/model/setup-error.js";
import { excessOf } from "../../src/plan/excess-of.js";
import { readMarkdown } from "../kit/read-markdown.js";

describe("docs/limits.md", () => {
  it("names every limit with its number", () => {
    const rows = readFileSync("docs/limits.md", "utf8").matchAll(/\(`(\w+)`\) +\| +([\d,]+) +\|/g);
    const written = [...rows].map(([, name, number]): [string, number] => [name!, Number(number!.replaceAll(",", ""))]);
    expect(written).toEqual(Object.entries(limits));
  });
});

const refusal = (work: () => unknown): SetupError => {
  try {
    work();
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index + 1)).join("");

const check = (head: string, base: string | null = null) =>
  checkPlan({
    plans: [
      {
        name: "Winter timetable",
        head: [{ path: "docs/PLAN.md", text: head }],
        base: base === null ? null : [{ path: "docs/PLAN.md", text: base }],
      },
    ],
    config: defaults,
    today: "2026-11-23",
  });

const HEAD = "| Phase | Depends on |\n|--|--|\n";
const tooManyByRanges = HEAD + times(800, (row) => `| ${row} | ${row > 1 ? `Phases 1-${row - 1}` : "none"} |\n`);

describe("a plan beyond a limit", () => {
  it("is refused where a range would bring too many dependencies, and the range is named", () => {
    const { code, message, detail } = refusal(() => check(tooManyByRanges));
    expect(code).toBe("too-large");
    expect(message).toBe(
      "Winter timetable has a range that would bring the dependencies it states by ranges above 250000",
    );
    expect(detail.place).toMatchObject({ path: "docs/PLAN.md" });
    expect(detail.place!.line).toBeGreaterThan(700);
  });

  it("is no base, and does not keep the change from passing that mends it", () => {
    const { verdict, remarks } = check(`${HEAD}| 1 | none |\n`, tooManyByRanges);
    expect(verdict.outcome).toBe("pass");
    expect(remarks).toContain(
      "Winter timetable is beyond what is read at base: there is nothing to compare it with, and all its findings count as new.",
    );
  });

  it("is told by its number of phases or dependencies", () => {
    const plan = readMarkdown(`${HEAD}| 1 | none |\n| 2 | 1 |\n`);
    const [first, second] = [...plan.phases.values()];
    const many = new Map(Array.from({ length: limits.phases + 1 }, (_, index) => [String(index) as PhaseId, first!]));
    expect(excessOf({ ...plan, name: "Quay", phases: many })?.message).toBe(
      "Quay has 100001 phases; at most 100000 are judged",
    );
    const busy = {
      ...second!,
      dependsOn: Array.from({ length: limits.dependencies + 1 }, () => second!.dependsOn[0]!),
    };
    expect(excessOf({ ...plan, name: "Quay", phases: new Map([[second!.id, busy]]) })?.message).toBe(
      "Quay has 1000001 dependencies; at most 1000000 are judged",
    );
    expect(excessOf(plan)).toBeNull();
  });

  it("says which lines are nested too deeply", () => {
    const deep = `${"> ".repeat(limits.nesting + 1)}Phase 2 depends on Phase 1\n\n`;
    expect(check(`# Plan\n\n${HEAD}| 1 | none |\n\n${deep}${deep}`).remarks).toEqual([
      "docs/PLAN.md:7: This line is nested too deeply to be read; nothing in it counts. So is 1 more.",
    ]);
  });
});

describe("too many documents", () => {
  it("are refused by number and by bytes", () => {
    expect(refusal(() => refuseTooMuch({ documents: 1001, bytes: 0 })).message).toBe(
      "the plans have 1001 documents; at most 1000 are read in one run",
    );
    expect(refusal(() => refuseTooMuch({ documents: 2, bytes: 16_777_217 })).message).toBe(
      "the plans have 16777217 bytes together; at most 16777216 are read in one run",
    );
    expect(() => refuseTooMuch({ documents: 1000, bytes: 16_777_216 })).not.toThrow();
  });
});

describe("a configuration beyond a limit", () => {
  const list = (count: number, write: (index: number) => string): string =>
    `[${times(count, (at) => `${write(at)},`)}]`;
  it.each([
    ["characters", `# ${"x".repeat(limits.configCharacters)}`, "longer than 200000 characters"],
    ["aliases", `a: &a [1]\nb: ${list(60, () => "*a")}`, "not readable: Excessive alias count"],
    ["aliases of aliases", times(9, (at) => `a${at}: &a${at} [${at > 1 ? `*a${at - 1},`.repeat(9) : "1"}]\n`), "alias"],
    ["nesting", `plans: ${"[".repeat(201)}`, "nested too deeply"],
    ["plans", `plans: ${list(501, (at) => `p${at}.md`)}`, "expected at most 500 globs and plans"],
    ["globs", `plans: [{ name: A, documents: ${list(201, (at) => `p${at}.md`)} }]`, "expected at most 200 globs"],
    ["a long glob", `plans: [${"a".repeat(501)}]`, "expected a glob of at most 500 characters"],
    ["wildcards", "plans: ['*a*b*c*.md']", "expected a glob with at most 3 `*` in a name and 4 `**`"],
    ["holidays", `holidays: ${list(501, () => "2026-12-25")}`, "expected at most 500 days"],
    ["labels", `override-labels: ${list(21, (at) => `l${at}`)}`, "expected at most 20 labels"],
    ["waivers", `waivers: ${list(501, () => "{}")}`, ""],
    ["a length without end", `short-phase: ${"9".repeat(400)} weeks`, "expected a length of time"],
    ["a fraction of many digits", `weeks-per: { day: ${"1".repeat(150_000)}/x }`, "or a fraction such as `1/40`"],
  ])("is refused: %s", (_, text, message) => {
    const error = refusal(() => parseConfig(text, ".github/plan-gate.yml", ["tier-zero"]));
    expect(error.code).toBe("bad-config");
    expect(error.message).toContain(message);
  });
});

describe("isCostlyGlob", () => {
  it.each([
    "docs/**/PLAN.md",
    "{docs,plans}/**/*.{md,markdown}",
    "{*.md,*.txt,*.rst,*.adoc}",
    "test/phase_{from}_to_phase_{to}_*",
    "docs/@(PLAN|plan).md",
    "a/**/b/**/c/**/d/**/*.md",
  ])("does not hold for %s", (glob) => {
    expect(isCostlyGlob(glob)).toBe(false);
  });

  it.each(["*a*a*a*a*b", "a+b+c+d+e", "+(a|aa)b", "(a+)+b", "*(*(a))b", "**/".repeat(5), "{a,b*}*c*d*e"])(
    "holds for %s",
    (glob) => {
      expect(isCostlyGlob(glob)).toBe(true);
    },
  );
});
