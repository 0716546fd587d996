import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../src/config/defaults.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { SetupError } from "../../src/model/setup-error.js";

const RULES = ["dependency-cycle", "tier-zero"];
const parse = (text: string) => parseConfig(text, "c.yml", RULES);

function complaint(text: string): SetupError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text.slice(0, 200)}`);
}

/** A good waiver with one line written otherwise, or one more. */
function waiver(line: string): string {
  const key = line.split(":")[0]!;
  const good = ["rule: tier-zero", "phase: 1", "reason: r", "owner: Kim", "expires: 2026-12-01"];
  const all = good.some((one) => one.startsWith(`${key}:`))
    ? good.map((one) => (one.startsWith(`${key}:`) ? line : one))
    : [...good, line];
  const written = all.filter((one) => one !== "phase: ");
  return `waivers:\n${written.map((one, index) => `${index === 0 ? "  - " : "    "}${one}`).join("\n")}`;
}

describe("parseConfig", () => {
  it.each(["", "# nothing yet\n", "---\n", "null\n", "\uFEFF"])("reads %j as saying nothing", (text) => {
    expect(parse(text)).toEqual(defaults);
  });

  it("reads every key", () => {
    const config = parse(
      [
        "plans:",
        "  - docs/*.md",
        "  - '!docs/old.md'",
        "  - name: Product",
        "    documents: [a.md, b.md]",
        "    start: 2026-03-02",
        "    target: 3 months",
        "    status: ./status.md",
        "    agents: 3",
        "start: 2026-01-05",
        "target: 100",
        "holidays: [2026-12-25]",
        "agents: 4",
        "waivers:",
        "  - rule: tier-zero",
        "    phase: 15",
        "    plan: Product",
        "    reason: r",
        "    owner: Kim",
        "    expires: 2026-12-01",
        "override-labels: [plan-override]",
        "allow-author-override: true",
        "preset: strict",
        "rules:",
        "  tier-zero: off",
        "  dependency-cycle: warning",
        "fail-on: warning",
        "gate: all",
        "announcement-days: 21",
        "blocker-threshold: 2",
        "short-phase: 10 days",
        "near-critical: 1 Month",
        "estimate: mid",
        "weeks-per: { hour: 1/32, month: 4.345 }",
        "level: Task",
      ].join("\n"),
    );
    expect(config).toEqual({
      plans: [
        {
          name: "Product",
          documents: ["a.md", "b.md"],
          ignoresCase: false,
          start: "2026-03-02",
          targetWeeks: 3 * 4.345,
          statusDocument: "status.md",
          agents: 3,
        },
        { name: null, documents: ["docs/*.md", "!docs/old.md"], ignoresCase: false },
      ],
      agents: 4,
      waivers: [
        {
          rule: "tier-zero",
          phase: "15",
          subject: null,
          plan: "Product",
          reason: "r",
          owner: "Kim",
          expires: "2026-12-01",
          place: { path: "c.yml", line: 15, column: 5, endLine: 20, endColumn: 24, offset: 243, endOffset: 343 },
        },
      ],
      override: { labels: ["plan-override"], allowsAuthor: true },
      preset: "strict",
      rules: new Map([
        ["tier-zero", { severity: "off" }],
        ["dependency-cycle", { severity: "warning" }],
      ]),
      failOn: "warning",
      gate: "all",
      calendar: { start: "2026-01-05", targetWeeks: 100, holidays: ["2026-12-25"] },
      settings: {
        weeksPer: { hour: 1 / 32, day: 0.2, week: 1, sprint: 2, month: 4.345, quarter: 12, year: 48 },
        estimate: "mid",
        blockerThreshold: 2,
        shortPhaseWeeks: 2,
        nearCriticalWeeks: 4.345,
        announcementDays: 21,
        growthAllowanceWeeks: 0,
        deprecationDays: 28,
        level: "task",
        statusDocument: null,
        handoffTests: [],
      },
    });
  });

  it("reads severity and options of a rule", () => {
    const growth = (text: string) => {
      const config = parseConfig(`rules: { critical-path-growth: ${text} }`, "c.yml", ["critical-path-growth"]);
      return [config.rules.get("critical-path-growth")?.severity, config.settings.growthAllowanceWeeks];
    };
    expect(growth("error")).toEqual(["error", 0]);
    expect(growth("{ severity: error, allowance: 10 days }")).toEqual(["error", 2]);
    expect(growth("{ allowance: 1.5 }")).toEqual([null, 1.5]);
    expect(growth("{}")).toEqual([null, 0]);
    expect(parse("rules: { tier-zero: { severity: off } }").rules.get("tier-zero")).toEqual({ severity: "off" });
  });

  it.each([
    [
      "{ severity: loud }",
      'rules.critical-path-growth.severity: expected one of off, notice, warning, error, found "loud"',
    ],
    ["{ allowence: 2 weeks }", 'unknown key "rules.critical-path-growth.allowence"; did you mean "allowance"?'],
    [
      "{ allowance: some }",
      "rules.critical-path-growth.allowance: expected a length of time such as `4 weeks`, or a number of weeks, " +
        'found "some"',
    ],
    ["loud", 'rules.critical-path-growth: expected one of off, notice, warning, error, found "loud"'],
    ["3", "rules.critical-path-growth: expected one of off, notice, warning, error, found 3"],
  ])("refuses %s as the setting of a rule", (text, message) => {
    const read = () => parseConfig(`rules: { critical-path-growth: ${text} }`, "c.yml", ["critical-path-growth"]);
    expect(read).toThrow(message);
  });

  it("knows no option of another rule", () => {
    expect(() => parse("rules: { tier-zero: { allowance: 2 weeks } }")).toThrow(
      'unknown key "rules.tier-zero.allowance"; expected one of severity',
    );
  });

  it("reads where tests of handoffs stand", () => {
    const testsOf = (tests: string) =>
      parseConfig(`rules: { missing-checkpoint: { tests: ${tests} } }`, "c.yml", ["missing-checkpoint"]).settings
        .handoffTests;
    expect(testsOf("'test/{from}-{to}.ts'")).toEqual(["test/{from}-{to}.ts"]);
    expect(testsOf("['a/{from}{to}', 'b/{to}/{from}']")).toEqual(["a/{from}{to}", "b/{to}/{from}"]);
    expect(parse("{}").settings.handoffTests).toEqual([]);
    const expected =
      "rules.missing-checkpoint.tests: expected a glob with `{from}` and `{to}`, such as `test/phase_{from}_to_phase_{to}_*`";
    for (const wrong of ["'test/{from}'", "'test/{to}'", "[]", "3", "'../{from}{to}'"])
      expect(() => testsOf(wrong)).toThrow(wrong.includes("..") ? "expected a glob inside the repository" : expected);
  });

  it("takes exclusions alone out of the built-in globs", () => {
    expect(parse("plans: ['!docs/archive/**']").plans).toEqual([
      { ...defaults.plans[0]!, documents: [...defaults.plans[0]!.documents, "!docs/archive/**"] },
    ]);
  });

  it.each([
    ["fail_on: error", 'unknown key "fail_on"; did you mean "fail-on"?', 1, 1],
    ["gate: new\nrule:\n  tier-zero: off", 'unknown key "rule"; did you mean "rules"?', 2, 1],
    ["rules:\n  teir-zero: off", 'unknown rule "rules.teir-zero"; did you mean "tier-zero"?', 2, 3],
    ["rules:\n  zzz: off", 'unknown rule "rules.zzz"; expected one of dependency-cycle, tier-zero', 2, 3],
    ["gate: sometimes", 'gate: expected one of new, all, found "sometimes"', 1, 1],
    ["gate: new\ngate: all", 'duplicate key "gate"', 2, 1],
    ["rules: { tier-zero: off, tier-zero: error }", 'duplicate key "tier-zero"', 1, 26],
    ["- gate", "expected keys and values, found a list", 1, 1],
    ["plans: docs/x.md", 'plans: expected a list, found "docs/x.md"', 1, 1],
    ["plans: []", "plans: expected at least one glob or plan, found a list", 1, 1],
    ["plans:\n  - name: A", "plans[0].documents is missing; expected a list", 2, 5],
    ["plans:\n  - ../x.md", 'plans[0]: expected a glob inside the repository, without `..`, found "../x.md"', 2, 5],
    ["plans: [3]", "plans[0]: expected a glob, or a plan with `name` and `documents`, found 3", 1, 9],
    [
      "plans: [{ name: A, documents: ['!x'] }]",
      "plans[0].documents: expected at least one glob that takes documents in, found a list",
      1,
      20,
    ],
    [
      "plans: [{ name: A, documents: [x], status: 'docs/*.md' }]",
      'plans[0].status: expected the path of one document, without wildcards, found "docs/*.md"',
      1,
      36,
    ],
    [
      "plans: [{ name: A, documents: [x] }, { name: A, documents: [y] }]",
      'plans[1].name: expected a name of its own, found "A"',
      1,
      40,
    ],
    [
      "short-phase: 4 fortnights",
      'short-phase: expected a length of time such as `4 weeks`, or a number of weeks, found "4 fortnights"',
      1,
      1,
    ],
    ["start: 2026-02-30", 'start: expected a calendar day such as `2026-03-30`, found "2026-02-30"', 1, 1],
    ["holidays: [soon]", 'holidays[0]: expected a calendar day such as `2026-03-30`, found "soon"', 1, 12],
    [
      "plans: [{ name: A, documents: [x], begin: 2026-01-05 }]",
      'unknown key "plans[0].begin"; expected one of name, documents, status, start, target, agents',
      1,
      36,
    ],
    [
      waiver("rule: tier-zer"),
      'waivers[0].rule: expected the id of a rule, perhaps "tier-zero", found "tier-zer"',
      2,
      5,
    ],
    [waiver("phase: [1]"), "waivers[0].phase: expected the id of a phase, found a list", 3, 5],
    [
      waiver("expires: 2026-02-30"),
      'waivers[0].expires: expected a calendar day such as `2026-03-30`, found "2026-02-30"',
      6,
      5,
    ],
    [waiver("owner: ''"), 'waivers[0].owner: expected an owner, found ""', 5, 5],
    [
      waiver("until: 2026-12-01"),
      'unknown key "waivers[0].until"; expected one of rule, phase, subject, plan, reason, owner, expires',
      7,
      5,
    ],
    [
      waiver("phase: "),
      "waivers[0]: expected a `phase`, a `subject` or both: what a waiver is about, found keys and values",
      2,
      5,
    ],
    ["preset: lax", 'preset: expected one of recommended, strict, advisory, found "lax"', 1, 1],
    ["agents: 0", "agents: expected at least 1, found 0", 1, 1],
    ["override-labels: go", 'override-labels: expected a list, found "go"', 1, 1],
    ["weeks-per:\n  week: 2", "weeks-per.week: a week is 1 by definition, found 2", 2, 3],
    [
      "weeks-per:\n  day: 1/0",
      'weeks-per.day: expected a number of weeks above 0, or a fraction such as `1/40`, found "1/0"',
      2,
      3,
    ],
    ["announcement-days: 1.5", "announcement-days: expected a whole number of days, found 1.5", 1, 1],
    ["announcement-days: 9999", "announcement-days: expected at most 366 days, found 9999", 1, 1],
    ["a: 1\n---\nb: 1", "a second YAML document; expected one", 2, 1],
    ["\tgate: new", "Tabs are not allowed as indentation", 1, 1],
    ["gate: *all", "not readable: Unresolved alias (the anchor must be set before the alias): all", 1, 1],
  ])("refuses %j", (text, message, line, column) => {
    const error = complaint(text);
    expect(error.code).toBe("bad-config");
    expect(error.message).toBe(message);
    expect(error.detail.place).toEqual({ path: "c.yml", line, column });
  });

  it("names every problem at once, in the order of the file", () => {
    const error = complaint("estimate: x\ngate: all\nrules:\n  zero: off\ngate: all\nfailon: error\n");
    expect(error.message.split("\n")).toEqual([
      "4 problems:",
      '  c.yml:1:1 estimate: expected one of high, mid, low, found "x"',
      '  c.yml:4:3 unknown rule "rules.zero"; expected one of dependency-cycle, tier-zero',
      '  c.yml:5:1 duplicate key "gate"',
      '  c.yml:6:1 unknown key "failon"; did you mean "fail-on"?',
    ]);
  });

  it.each(["__proto__: { gate: all }", "constructor: 1", "rules: { __proto__: off }", "rules: { toString: off }"])(
    "does not let %j reach a prototype",
    (text) => {
      expect(complaint(text).message).toMatch(/^unknown (key|rule) /);
      expect(({} as Record<string, unknown>)["gate"]).toBeUndefined();
    },
  );

  it("stays small before aliases that multiply, deep nesting and long texts", () => {
    const rows = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed", "fe", "gf"])
      rows.push(`${name}: &${name} [${`*${of},`.repeat(9)}]`);
    expect(complaint(rows.join("\n")).message).toContain("Excessive alias count");
    expect(complaint("[".repeat(20_000)).message).toBe("nested too deeply");
    expect(complaint("{a: ".repeat(20_000)).message).toBe("nested too deeply");
    expect(complaint(`# ${"x".repeat(300_000)}`).message).toBe("longer than 200000 characters");
    expect(complaint(Array.from({ length: 99 }, (_, i) => `key${i}: 1`).join("\n")).message.split("\n")).toHaveLength(
      22,
    );
  });

  it("resolves a few aliases", () => {
    const config = parse("rules:\n  tier-zero: &quiet off\n  dependency-cycle: *quiet\n");
    expect(config.rules.get("dependency-cycle")).toEqual({ severity: "off" });
  });
});
