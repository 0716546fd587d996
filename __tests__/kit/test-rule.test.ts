import { describe, expect, it } from "@jest/globals";
import type { Fix } from "../../src/model/finding.js";
import type { Place } from "../../src/model/place.js";
import { planRule } from "../../src/rules/rule.js";
import { complaintsAboutCases, complaintsAboutFixes, judge, lines } from "./test-rule.js";

const PLAN = lines("| Phase | Name | Tier | Duration |", "|---|---|---|---|", "| 1 | Base | 1 | 2 weeks |");

const at = (plan: string, text: string, length = text.length): Place => {
  const offset = plan.indexOf(text);
  const before = plan.slice(0, offset).split("\n");
  const line = before.length;
  const column = before.at(-1)!.length + 1;
  return {
    path: "plan.md",
    line,
    column,
    endLine: line,
    endColumn: column + length,
    offset,
    endOffset: offset + length,
  };
};

/** Offers fixes for as long as the plan contains `Base`. */
const fixing = (...fixes: Fix["edits"][]) =>
  planRule({
    id: "a-rule",
    summary: "S.",
    severity: "error",
    *check({ plan }) {
      if (![...plan.phases.values()].some((phase) => phase.title === "Base")) return;
      for (const edits of fixes) {
        yield { place: at(PLAN, "Base"), message: "m", phases: [], fix: { title: "t", safety: "safe", edits } };
      }
    },
  });

const good = [{ place: at(PLAN, "Base"), newText: "Bottom" }];
const expected = { plan: PLAN, expect: ["3:7 m"] };

describe("testRule refuses", () => {
  it("cases that are missing, twice there, or expect nothing in particular", () => {
    expect(complaintsAboutCases([], [])).toEqual(["no valid case", "no invalid case"]);
    expect(complaintsAboutCases([{ plan: "a" }], [{ plan: "a", expect: ["1:1 m"] }])).toEqual(['twice: "a"']);
    expect(
      complaintsAboutCases(
        [{ plan: "a" }],
        [
          { plan: "b", expect: [] },
          { plan: "c", expect: ["message only"] },
          { plan: "d", expect: ["3:7"] },
        ],
      ),
    ).toEqual(['expects nothing: "b"', 'no place or no message: "message only"', 'no place or no message: "3:7"']);
    expect(complaintsAboutCases([{ plan: "a" }], [{ plan: "a", base: "b", expect: ["1:1 m"] }])).toEqual([]);
  });

  it("a fix without the fixed text, and a fixed text without a fix", () => {
    expect(complaintsAboutFixes(fixing(good), expected)).toEqual(["the rule offers a fix, but `fixed` is missing"]);
    expect(complaintsAboutFixes(fixing(), { ...expected, fixed: PLAN })).toEqual([
      "`fixed` is given, but the rule offers no fix",
    ]);
  });

  it("a fix that makes something else of it", () => {
    const fixed = PLAN.replace("Base", "Bottom");
    expect(complaintsAboutFixes(fixing(good), { ...expected, fixed })).toEqual([]);
    expect(complaintsAboutFixes(fixing(good), { ...expected, fixed: PLAN })).toEqual([`fixed differently: ${fixed}`]);
  });

  it("edits that reach into one another, in one fix or in two", () => {
    const fixed = PLAN.replace("Base", "Bottom");
    const clash = [{ place: at(PLAN, "ase | 1", 2), newText: "" }];
    expect(complaintsAboutFixes(fixing(good, clash), { ...expected, fixed })).toEqual(["edits overlap: 3:7"]);
    expect(complaintsAboutFixes(fixing(good, good), { ...expected, fixed })).toEqual([]);
    expect(complaintsAboutFixes(fixing([...good, ...good]), { ...expected, fixed })).toContain("edits overlap: 3:7");
  });

  it("a fix that changes anything when applied twice", () => {
    const always = planRule({
      ...fixing(),
      *check() {
        yield {
          place: at(PLAN, "Base"),
          message: "m",
          phases: [],
          fix: { title: "t", safety: "safe", edits: [{ place: at(PLAN, "Base", 0), newText: "x" }] },
        };
      },
    });
    expect(complaintsAboutFixes(always, { ...expected, fixed: PLAN.replace("Base", "xBase") })).toEqual([
      `a second time changes it again: ${PLAN.replace("Base", "xxBase")}`,
    ]);
  });

  it("a fix that changes how other phases read", () => {
    const plan = lines(PLAN.trimEnd(), "| 2 | Next | 2 | 1 week |");
    const rule = fixing([
      { place: at(plan, "Duration"), newText: "Owner" },
      { place: at(plan, "Base"), newText: "Bottom" },
    ]);
    const fixed = plan.replace("Duration", "Owner").replace("Base", "Bottom");
    expect(complaintsAboutFixes(rule, { plan, expect: [], fixed })).toEqual([
      "reads differently elsewhere: duration-changed 2",
    ]);
  });

  it("nothing else: what a rule says is handed on as it is", () => {
    expect(judge(fixing(good), expected)).toMatchObject([{ message: "m" }]);
  });
});
