import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { analyzePlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { fixDocuments } from "../../src/fix/fix-documents.js";
import { intraTierDependency } from "../../src/rules/intra-tier-dependency.js";
import { asked } from "../kit/check-rule.js";
import { place, type PlanNotation } from "../kit/plan-builder.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

const { check, pairs, messages } = asked(intraTierDependency);

testRule(intraTierDependency, {
  valid: [
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base | 1 | none | 2 weeks | not started |",
      "| 2 | Next | 2 | 1 | 2 weeks | not started |",
    ),
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base | 1 | none | 2 weeks | ✅ done |",
      "| 2 | Next | 1 | 1 | 2 weeks | not started |",
    ),
    lines(
      "## Phase 1: Base",
      "",
      "- **Tier:** 1",
      "- **Duration:** 2 weeks",
      "",
      "## Phase 2: Next",
      "",
      "- **Tier:** 1",
      "- **Depends on:** Phase 1",
      "- **Sequenced after:** Phase 1",
    ),
  ],
  invalid: [
    {
      plan: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 1 | none | 2 weeks | not started |",
        "| 2 | Next | 1 | 1 | 2 weeks | not started |",
        "| 3 | Last | 2 | 2 | 2 weeks | not started |",
      ),
      expect: ["4:18 Phase 2 depends on Phase 1, but both are in Tier 1: phases of one tier run side by side."],
      fixed: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 1 | none | 2 weeks | not started |",
        "| 2 | Next | 2 | 1 | 2 weeks | not started |",
        "| 3 | Last | 3 | 2 | 2 weeks | not started |",
      ),
    },
    {
      plan: lines(
        "## Phase 1: Base",
        "",
        "- **Tier:** 1",
        "",
        "## Phase 2: Next",
        "",
        "- **Tier:** Tier 1 (core)",
        "- **Depends on:** Phase 1",
      ),
      expect: ["8:19 Phase 2 depends on Phase 1, but both are in Tier 1: phases of one tier run side by side."],
      fixed: lines(
        "## Phase 1: Base",
        "",
        "- **Tier:** 1",
        "",
        "## Phase 2: Next",
        "",
        "- **Tier:** Tier 2 (core)",
        "- **Depends on:** Phase 1",
      ),
    },
    {
      plan: lines("## Tier 1", "", "### Phase 1: Base", "", "### Phase 2: Next", "", "- **Depends on:** Phase 1"),
      expect: [
        "7:19 Phase 2 depends on Phase 1, but both are in Tier 1: phases of one tier run side by side. " +
          "The tier of Phase 2 stands where other phases share it: move Phase 2 itself to a later one.",
      ],
    },
  ],
});

describe("intra-tier-dependency", () => {
  it("names both phases and the tier, once for each pair", () => {
    const notation: PlanNotation = { A: { tier: 1 }, B: { tier: 1 }, C: { tier: 1, dependsOn: ["A", "B", "A"] } };
    expect(pairs(notation)).toEqual(["C→A", "C→B"]);
    expect(messages(notation)[0]).toBe(
      "Phase C depends on Phase A, but both are in Tier 1: phases of one tier run side by side.",
    );
  });

  it.each<[string, PlanNotation]>([
    ["a dependency in an earlier tier", { A: { tier: 1 }, B: { tier: 2, dependsOn: ["A"] } }],
    ["a dependency that is done", { A: { tier: 1, status: "done" }, B: { tier: 1, dependsOn: ["A"] } }],
    ["a dependency that is history", { A: { tier: "N/A" }, B: { tier: 1, dependsOn: ["A"] } }],
    ["a dependency marked as met", { A: { tier: 1 }, B: { tier: 1, dependsOn: [{ id: "A", satisfied: true }] } }],
    ["what was read out of prose", { A: { tier: 1 }, B: { tier: 1, dependsOn: [{ id: "A", evidence: "inferred" }] } }],
    ["a phase that is done", { A: { tier: 1 }, B: { tier: 1, status: "done", dependsOn: ["A"] } }],
    ["a phase that is given up", { A: { tier: 1 }, B: { tier: 1, status: "deprecated", dependsOn: ["A"] } }],
    ["a phase without a tier", { A: { tier: 1 }, B: { dependsOn: ["A"] } }],
    ["a tier that is no number", { A: { tier: "policy-gated" }, B: { tier: "policy-gated", dependsOn: ["A"] } }],
    ["a tier only implied by the dependencies", { A: {}, B: { dependsOn: ["A"] } }],
  ])("leaves %s alone", (_, notation) => {
    expect(pairs(notation)).toEqual([]);
  });

  describe("phases that wait for each other", () => {
    it("are left to dependency-cycle, however long the way round", () => {
      expect(pairs({ A: { tier: 1, dependsOn: ["B"] }, B: { tier: 1, dependsOn: ["A"] } })).toEqual([]);
      expect(
        pairs({
          A: { tier: 1, dependsOn: ["B"] },
          B: { tier: 2, dependsOn: ["C"] },
          C: { tier: 1, dependsOn: ["A"] },
        }),
      ).toEqual([]);
    });

    it("are judged against phases outside their circle, and those against them", () => {
      expect(
        pairs({
          A: { tier: 1, dependsOn: ["B", "X"] },
          B: { tier: 1, dependsOn: ["A"] },
          X: { tier: 1 },
          Y: { tier: 1, dependsOn: ["B"] },
        }),
      ).toEqual(["A→X", "Y→B"]);
    });

    it("are reported when the circle holds only by what was read out of prose, which nobody else reports", () => {
      const inferred = { id: "B", evidence: "inferred" as const };
      expect(pairs({ A: { tier: 1, dependsOn: [inferred] }, B: { tier: 1, dependsOn: ["A"] } })).toEqual(["B→A"]);
    });
  });

  describe("Option B", () => {
    const sequenced = (duration?: number): PlanNotation => ({
      A: { tier: 1, ...(duration !== undefined && { duration }) },
      B: { tier: 1, dependsOn: ["A"], sequencedAfter: ["A"] },
    });

    it("allows a short phase to come first", () => {
      expect(pairs(sequenced(4))).toEqual([]);
      expect(pairs(sequenced(5), { shortPhaseWeeks: 5 })).toEqual([]);
    });

    it.each([
      [6, "takes 6 weeks"],
      [undefined, "has no stated duration"],
    ])("does not allow one of %s weeks", (duration, text) => {
      expect(messages(sequenced(duration))).toEqual([
        `Phase B is sequenced after Phase A inside Tier 1, but Phase A ${text}: the limit there is 4 weeks.`,
      ]);
    });
  });

  describe("Option A", () => {
    const fixes = (notation: PlanNotation) => check(notation).map(({ fix }) => fix && [fix.title, ...edits(fix.edits)]);
    const edits = (all: readonly { place: { line: number }; newText: string }[]) =>
      all.map(({ place: { line }, newText }) => `${line}:${newText}`);

    it("moves the phase and everything that then follows", () => {
      expect(
        fixes({
          A: { tier: 1 },
          B: { tier: 1, dependsOn: ["A"] },
          C: { tier: 2, dependsOn: ["B"] },
          D: { tier: 9, dependsOn: ["C"] },
          E: { tier: 2 },
        }),
      ).toEqual([["Option A: move Phase B to Tier 2 and Phase C to Tier 3", "2:2", "3:3"]]);
    });

    it("moves past everything the phase waits for", () => {
      expect(fixes({ A: { tier: 1 }, X: { tier: 3 }, B: { tier: 1, dependsOn: ["A", "X"] } })[0]).toEqual([
        "Option A: move Phase B to Tier 4",
        "3:4",
      ]);
    });

    it("keeps a phase beside the one it is sequenced after", () => {
      expect(
        fixes({
          A: { tier: 1 },
          B: { tier: 1, duration: 1, dependsOn: ["A"] },
          C: { tier: 1, dependsOn: ["B"], sequencedAfter: ["B"] },
        })[0],
      ).toEqual(["Option A: move Phase B to Tier 2 and Phase C to Tier 2", "2:2", "3:2"]);
    });

    it.each<[string, PlanNotation]>([
      [
        "the tier stands in a heading that others share",
        {
          A: { tier: 1 },
          B: {
            dependsOn: ["A"],
            model: { tier: { number: 1, text: "1", place: place(2, 5), isOwnText: false, isHistorical: false } },
          },
        },
      ],
      [
        "it stands behind phases that wait for each other",
        {
          A: { tier: 1, dependsOn: ["B"] },
          B: { tier: 1, dependsOn: ["A"] },
          C: { tier: 1, dependsOn: ["A"] },
        },
      ],
      [
        "something else than the number stands at the place",
        {
          A: { tier: 12 },
          B: {
            dependsOn: ["A"],
            model: { tier: { number: 12, text: "Tier 12", place: place(2, 5), isOwnText: true, isHistorical: false } },
          },
        },
      ],
    ])("offers nothing when %s", (_, notation) => {
      const found = check(notation);
      expect(found).not.toEqual([]);
      expect(found.map(({ fix }) => fix)).not.toContainEqual(expect.anything());
    });

    it("offers nothing that nobody would review", () => {
      const chain = Array.from(
        { length: 60 },
        (_, i) => [`${i}`, { tier: 1, dependsOn: i === 0 ? [] : [`${i - 1}`] }] as const,
      );
      const all = check(chain);
      expect(all).toHaveLength(59);
      expect(all.filter(({ fix }) => fix !== undefined)).toHaveLength(50);
      expect(all[20]?.fix?.title).toMatch(/^Option A: move Phase 21 to Tier 2, .* and 35 more phases after them$/);
    });
  });
});

describe("Option A in every way of writing a tier", () => {
  const table = (column: string, first: string, second: string) =>
    lines(
      `| Phase | Name | ${column} | Depends on |`,
      "|---|---|---|---|",
      `| 1 | Dock | ${first} | none |`,
      `| 2 | Ferry | ${second} | Phase 1 |`,
    );
  const moved = (plan: string) =>
    judge(intraTierDependency, { plan }).map(({ fix }) =>
      fix ? fixDocuments([{ path: "plan.md", text: plan }], [fix]).documents[0]!.text : null,
    );

  it.each([
    ["a number in a cell", table("Tier", "1", "1"), table("Tier", "1", "2")],
    ["words in a cell", table("Tier", "Tier 1", "**Tier 1**"), table("Tier", "Tier 1", "**Tier 2**")],
    ["a wave in a cell", table("Wave", "Wave 1", "Wave 1"), table("Wave", "Wave 1", "Wave 2")],
    [
      "a field of a section",
      lines(
        "## Phase 1: Dock",
        "",
        "**Tier:** 1",
        "",
        "## Phase 2: Ferry",
        "",
        "- **Tier:** 1",
        "- **Depends on:** Phase 1",
      ),
      lines(
        "## Phase 1: Dock",
        "",
        "**Tier:** 1",
        "",
        "## Phase 2: Ferry",
        "",
        "- **Tier:** 2",
        "- **Depends on:** Phase 1",
      ),
    ],
    [
      "a plain field with a remark",
      lines(
        "## Phase 1: Dock",
        "",
        "Tier: 1",
        "",
        "## Phase 2: Ferry",
        "",
        "Tier: 1 (short)  ",
        "Dependencies: Phase 1",
      ),
      lines(
        "## Phase 1: Dock",
        "",
        "Tier: 1",
        "",
        "## Phase 2: Ferry",
        "",
        "Tier: 2 (short)  ",
        "Dependencies: Phase 1",
      ),
    ],
    [
      "a field of a list entry",
      lines("- **Phase 1: Dock**", "  - Tier: 1", "- **Phase 2: Ferry**", "  - Tier: 1", "  - Depends on: Phase 1"),
      lines("- **Phase 1: Dock**", "  - Tier: 1", "- **Phase 2: Ferry**", "  - Tier: 2", "  - Depends on: Phase 1"),
    ],
  ])("moves %s", (_, plan, fixed) => {
    expect(moved(plan)).toEqual([fixed]);
    expect(judge(intraTierDependency, { plan: fixed })).toEqual([]);
  });

  it.each([
    [
      "a section below a heading",
      lines("## Tier 1", "", "### Phase 1: Dock", "", "### Phase 2: Ferry", "", "**Depends on:** Phase 1"),
    ],
    ["an entry below a bold line", lines("**Tier 1**", "", "- Phase 1: Dock", "- Phase 2: Ferry (depends on Phase 1)")],
  ])("does not edit the tier of %s, and says why", (_, plan) => {
    expect(moved(plan)).toEqual([null]);
    expect(judge(intraTierDependency, { plan })[0]!.message).toMatch(
      / where other phases share it: move Phase 2 itself/,
    );
  });

  it("moves a task in a file of its own", () => {
    const task = (id: number, tier: number, after: string) => ({
      path: `backlog/task-${id}.md`,
      text: lines("---", `id: task-${id}`, `title: Task ${id}`, `tier: ${tier}`, `dependencies: [${after}]`, "---"),
    });
    const documents = [task(1, 1, ""), task(2, 1, "task-1")];
    const analysis = analyzePlan("backlog", documents, defaults.settings);
    const [violation] = intraTierDependency.check(analysis, { today: "2026-11-22", comparison: null });
    expect(fixDocuments(documents, [violation!.fix!]).documents).toEqual([documents[0], task(2, 2, "task-1")]);
  });
});

describe("Option A, followed to the end", () => {
  const row = fc.record({ tier: fc.integer({ min: 0, max: 4 }), dependsOn: fc.array(fc.nat(11), { maxLength: 3 }) });

  it("leaves no phase beside one it waits for, whatever the plan, and touches nothing but tiers", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
        const table = (tiers: readonly number[]) =>
          lines(
            "| Phase | Name | Tier | Depends on |",
            "|---|---|---|---|",
            // Only earlier phases are named, so that nobody waits in a circle.
            ...rows.map(({ dependsOn }, index) => {
              const earlier = dependsOn.filter((other) => other < index).map((other) => other + 1);
              return `| ${index + 1} | Name ${index + 1} | ${tiers[index]} | ${earlier.join(", ") || "none"} |`;
            }),
          );
        let text = table(rows.map(({ tier }) => tier));
        for (let round = 0; round <= rows.length; round++) {
          const fixes = judge(intraTierDependency, { plan: text }).map(({ fix }) => fix!);
          text = fixDocuments([{ path: "plan.md", text }], fixes).documents[0]!.text;
        }
        expect(judge(intraTierDependency, { plan: text })).toEqual([]);
        const tiers = [...text.matchAll(/\| Name \d+ \| (\d+) \|/g)].map((match) => Number(match[1]));
        expect(text).toBe(table(tiers));
        for (const [index, { tier }] of rows.entries()) expect(tiers[index]).toBeGreaterThanOrEqual(tier);
      }),
      { numRuns: 60 },
    );
  });
});
