import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { comparePlans } from "../../src/compare/compare-plans.js";
import type { BreakingChange } from "../../src/model/plan.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { entry } from "../kit/entry-builder.js";
import { plan, type PlanNotation } from "../kit/plan-builder.js";

const compare = (base: PlanNotation, head: PlanNotation) =>
  comparePlans(builtAnalysis(plan(base)), builtAnalysis(plan(head))).changes.map((change) =>
    "phase" in change ? { kind: change.kind, id: change.id } : change,
  );

const compareEntries = (base: readonly BreakingChange[], head: readonly BreakingChange[]) =>
  comparePlans(builtAnalysis(plan({}, { breakingChanges: base })), builtAnalysis(plan({}, { breakingChanges: head })))
    .changes;

describe("comparePlans", () => {
  it("finds nothing between a plan and itself", () => {
    const same = { A: { duration: 3, tier: 1 }, B: { dependsOn: ["A"], title: "Later" } };
    expect(compare(same, same)).toEqual([]);
  });

  it("tells phases added and removed, without what they depended on", () => {
    expect(compare({ A: {}, B: { dependsOn: ["A"] } }, { A: {}, C: { dependsOn: ["A"] } })).toEqual([
      { kind: "phase-added", id: "C" },
      { kind: "phase-removed", id: "B" },
    ]);
  });

  it("tells everything that changed about one phase, in a fixed order", () => {
    const before = { title: "Old", dependsOn: ["A", "B"], duration: 3, tier: 1, status: "not-started" as const };
    const after = { title: "New", dependsOn: ["C", "A"], duration: [3, 5] as const, tier: 2, status: "done" as const };
    const rest = { A: {}, B: {}, C: {} };
    expect(compare({ ...rest, X: before }, { ...rest, X: after })).toEqual([
      { kind: "phase-renamed", id: "X", from: "Old", to: "New" },
      { kind: "dependency-added", id: "X", on: "C" },
      { kind: "dependency-removed", id: "X", on: "B" },
      { kind: "duration-changed", id: "X", from: 3, to: 5 },
      { kind: "tier-changed", id: "X", from: 1, to: 2 },
      { kind: "status-changed", id: "X", from: "not-started", to: "done" },
    ]);
  });

  it("tells what was stated and no longer is, and the reverse", () => {
    expect(compare({ A: { duration: 3, tier: "N/A" } }, { A: { tier: 2 } })).toEqual([
      { kind: "duration-changed", id: "A", from: 3, to: null },
      { kind: "tier-changed", id: "A", from: null, to: 2 },
    ]);
  });

  it("does not care about the case of ids, nor about the spacing and case of titles", () => {
    expect(compare({ t1: { title: "Set  up" } }, { T1: { title: "set up." } })).toEqual([]);
  });

  describe("renumbering", () => {
    it("knows a phase by its title when its id is gone", () => {
      const base = { "8": { title: "Signal" }, "9": { title: "Next", dependsOn: ["8"] } };
      const head = { "8a": { title: "Signal" }, "9": { title: "Next", dependsOn: ["8a"] } };
      expect(compare(base, head)).toEqual([{ kind: "phase-renumbered", id: "8a", from: "8", to: "8a" }]);
    });

    it("goes on comparing the phase under its new id", () => {
      expect(compare({ "8": { title: "Signal", duration: 2 } }, { "9": { title: "Signal", duration: 3 } })).toEqual([
        { kind: "phase-renumbered", id: "9", from: "8", to: "9" },
        { kind: "duration-changed", id: "9", from: 2, to: 3 },
      ]);
    });

    it.each([
      ["two that vanished share the title", { a: { title: "T" }, b: { title: "T" } }, { c: { title: "T" } }],
      ["two that appeared share the title", { a: { title: "T" } }, { b: { title: "T" }, c: { title: "T" } }],
      ["there is no title", { a: {} }, { b: {} }],
    ])("guesses nothing when %s", (_, base, head) => {
      expect(new Set(compare(base, head).map((change) => change.kind))).toEqual(
        new Set(["phase-added", "phase-removed"]),
      );
    });

    it("keeps two phases apart that swapped their titles", () => {
      const kinds = compare({ a: { title: "X" }, b: { title: "Y" } }, { a: { title: "Y" }, b: { title: "X" } });
      expect(kinds.map((change) => change.kind)).toEqual(["phase-renamed", "phase-renamed"]);
    });
  });

  describe("breaking changes", () => {
    const known = entry({ announced: "2026-11-01", effective: "2026-12-01" });

    it("pairs entries by subject and change, wherever they stand", () => {
      expect(compareEntries([known], [entry({ announced: "2026-11-01", effective: "2026-12-01" }, 70)])).toEqual([]);
    });

    it("tells an entry added, edited, removed", () => {
      const moved = entry({ announced: "2026-11-01", effective: "2026-11-20" });
      const other = entry({ subject: "Payments" });
      expect(compareEntries([known, other], [moved, entry({ subject: "Search" })])).toEqual([
        { kind: "breaking-change-edited", entry: moved, before: known },
        { kind: "breaking-change-added", entry: entry({ subject: "Search" }) },
        { kind: "breaking-change-removed", entry: other },
      ]);
    });

    it("pairs the same entry written twice one by one", () => {
      expect(compareEntries([known], [known, { ...known }])).toHaveLength(1);
    });

    it("takes a reworded entry for another one", () => {
      expect(compareEntries([known], [entry({ change: "ferryId only" })]).map((change) => change.kind)).toEqual([
        "breaking-change-added",
        "breaking-change-removed",
      ]);
    });
  });

  it("mirrors added and removed phases when base and head are exchanged", () => {
    const notation = fc.dictionary(
      fc.constantFrom("1", "2", "3", "4", "5"),
      fc.record({ title: fc.constantFrom("", "T", "U") }),
    );
    fc.assert(
      fc.property(notation, notation, (base, head) => {
        const there = compare(base, head);
        const back = compare(head, base);
        const ids = (changes: typeof there, kind: string) =>
          changes.flatMap((change) => (change.kind === kind && "id" in change ? [change.id] : [])).sort();
        expect(ids(there, "phase-added")).toEqual(ids(back, "phase-removed"));
        expect(ids(there, "phase-renumbered").length).toBe(ids(back, "phase-renumbered").length);
      }),
    );
  });
});
