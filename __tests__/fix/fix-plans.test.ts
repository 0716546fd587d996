import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fixPlans, type PlanInput } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { lines } from "../kit/test-rule.js";

const PATH = "plan.md";

const fix = (text: string, which: "safe" | "all", more: Partial<PlanInput> = {}) =>
  fixPlans(
    {
      plans: [{ name: PATH, head: [{ path: PATH, text }], base: null, ...more }],
      config: defaults,
      today: "2026-11-22",
    },
    which,
  );

const textAfter = (text: string, which: "safe" | "all"): string => fix(text, which).after[0]!.text;

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on |", "|---|---|---|---|", ...rows);
const section = lines("", "<!-- plan-gate:begin critical-path -->", "<!-- plan-gate:end critical-path -->");

describe("fixPlans", () => {
  const broken = table("| 1 | Dock | 1 | none |", "| 2 | Ferry | 1 | 1 |");

  it("makes only what may be made unseen, and names the rest", () => {
    expect(fix(broken, "safe")).toMatchObject({
      titles: [],
      rounds: [],
      forReview: ["Option A: move Phase 2 to Tier 2"],
    });
    expect(textAfter(broken, "safe")).toBe(broken);
    const { after, titles } = fix(broken + section, "safe");
    expect(titles).toEqual(['write the section "critical-path" again']);
    expect(after[0]!.text.startsWith(broken)).toBe(true);
  });

  it("makes all that is asked for, with the lines that change", () => {
    expect(fix(broken, "all")).toMatchObject({
      after: [{ path: PATH, text: table("| 1 | Dock | 1 | none |", "| 2 | Ferry | 2 | 1 |") }],
      rounds: [[{ path: PATH, line: 4, before: "| 2 | Ferry | 1 | 1 |", after: "| 2 | Ferry | 2 | 1 |" }]],
      titles: ["Option A: move Phase 2 to Tier 2"],
      skipped: [],
      forReview: [],
    });
  });

  it("goes on with what a mended plan newly offers", () => {
    const late = table("| 1 | Dock | 3 | none |", "| 2 | Ferry | 4 | 1 |", "| 3 | Crew | 5 | 2 |");
    const { rounds, after } = fix(late, "all");
    expect(rounds.length).toBeGreaterThan(1);
    expect(after[0]!.text).toBe(table("| 1 | Dock | 1 | none |", "| 2 | Ferry | 2 | 1 |", "| 3 | Crew | 3 | 2 |"));
  });

  it("makes the first of two that get in each other's way, and stops there", () => {
    // Both would move phase 3: to stand after phase 1, and to follow phase 2 which stands after phase 4.
    const both = table(
      "| 1 | Dock | 1 | none |",
      "| 3 | Crew | 1 | 1, 2 |",
      "| 4 | Rota | 1 | none |",
      "| 2 | Ferry | 1 | 4 |",
    );
    const first = fix(both, "all");
    expect(first.skipped).toHaveLength(1);
    expect(first.rounds).toHaveLength(1);
    const second = fix(first.after[0]!.text, "all");
    expect(second.skipped).toEqual([]);
    expect(textAfter(second.after[0]!.text, "all")).toBe(second.after[0]!.text);
  });

  it("offers what findings about a change offer, where there is a base", () => {
    const base = table("| 1 | Dock | 1 | none |", "| 2 | Ferry | 2 | Phase 1 |");
    const head = table("| 9 | Dock | 1 | none |", "| 2 | Ferry | 2 | Phase 1 |");
    expect(fix(head, "all").titles).toEqual([]);
    const { titles, after } = fix(head, "all", { base: [{ path: PATH, text: base }] });
    expect(titles).toEqual(["name Phase 9 in place of Phase 1"]);
    expect(after[0]!.text).toContain("| Phase 9 |");
  });

  it("changes a document once that several plans share", () => {
    const head = [{ path: PATH, text: broken }];
    const plans = ["a", "b"].map((name) => ({ name, head, base: null }));
    expect(fixPlans({ plans, config: defaults, today: "2026-11-22" }, "all")).toMatchObject({
      after: [{ text: table("| 1 | Dock | 1 | none |", "| 2 | Ferry | 2 | 1 |") }],
      skipped: [],
    });
  });

  it("changes nothing the second time, unless fixes were in each other's way", () => {
    const row = fc.record({ tier: fc.integer({ min: 0, max: 4 }), after: fc.array(fc.nat(7), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom("safe", "all"), (rows, which) => {
        const text =
          table(
            ...rows.map(({ tier, after }, index) => {
              const earlier = after.filter((other) => other < index).map((other) => other + 1);
              return `| ${index + 1} | Name ${index + 1} | ${tier} | ${earlier.join(", ") || "none"} |`;
            }),
          ) + section;
        const once = fix(text, which);
        fc.pre(once.skipped.length === 0);
        expect(fix(once.after[0]!.text, which)).toMatchObject({ rounds: [], titles: [] });
      }),
      { numRuns: 60 },
    );
  });
});
