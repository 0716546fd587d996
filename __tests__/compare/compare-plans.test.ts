import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { comparePlans } from "../../src/compare/compare-plans.js";
import type { BreakingChange } from "../../src/model/plan.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { entry } from "../kit/entry-builder.js";
import { place, plan, type PlanNotation } from "../kit/plan-builder.js";

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

  it("tells progress, declared weeks and the number of tasks", () => {
    const window = (startWeek: number, endWeek: number) => ({ startWeek, endWeek, place: place(1) });
    const tasks = (count: number) => ({ count, done: 0 });
    expect(
      compare(
        { A: { progress: 20, model: { window: window(1, 4), children: tasks(3) } }, B: { progress: 5 } },
        { A: { progress: 50, model: { window: window(2, 5), children: tasks(5) } }, B: {} },
      ),
    ).toEqual([
      { kind: "progress-changed", id: "A", from: 20, to: 50 },
      { kind: "window-changed", id: "A", from: "Week 1–4", to: "Week 2–5" },
      { kind: "tasks-changed", id: "A", from: 3, to: 5 },
      { kind: "progress-changed", id: "B", from: 5, to: null },
    ]);
  });

  it("tells services, outputs and requirements entry by entry, without their case", () => {
    expect(
      compare(
        { A: { modifies: ["Ticketing", "Docks"], outputs: ["Timetable v1"], requires: ["Crew list"] } },
        { A: { modifies: ["docks", "Payments"], outputs: ["Timetable v2"], requires: [] } },
      ),
    ).toEqual([
      { kind: "service-added", id: "A", text: "Payments" },
      { kind: "service-removed", id: "A", text: "Ticketing" },
      { kind: "output-added", id: "A", text: "Timetable v2" },
      { kind: "output-removed", id: "A", text: "Timetable v1" },
      { kind: "requirement-removed", id: "A", text: "Crew list" },
    ]);
  });

  describe("moving between documents", () => {
    const at = (path: string) => ({ model: { places: [{ ...place(1), path }] } });
    const movedIn = (documents: { base: string[]; head: string[] }, from: string, to: string) =>
      comparePlans(
        builtAnalysis({ ...plan({ A: at(from) }), documents: documents.base }),
        builtAnalysis({ ...plan({ A: at(to) }), documents: documents.head }),
      ).changes;
    const both = ["a.md", "b.md"];

    it("tells a phase that stands in another document", () => {
      expect(movedIn({ base: both, head: both }, "a.md", "b.md")).toEqual([
        { kind: "phase-moved", id: "A", from: "a.md", to: "b.md" },
      ]);
      expect(movedIn({ base: ["a.md"], head: both }, "a.md", "b.md")).toHaveLength(1);
      expect(movedIn({ base: both, head: ["b.md"] }, "a.md", "b.md")).toHaveLength(1);
    });

    it("takes a renamed document for what it is", () => {
      expect(movedIn({ base: ["a.md"], head: ["b.md"] }, "a.md", "b.md")).toEqual([]);
    });
  });

  describe("renumbering", () => {
    it("knows a phase by its content when its title changed a little, too", () => {
      const base = { "1": {}, "8": { title: "Ticket machines on deck", duration: 3, dependsOn: ["1"] } };
      const head = { "1": {}, "9": { title: "Ticket machines on every deck", duration: 3, dependsOn: ["1"] } };
      expect(compare(base, head)).toEqual([
        { kind: "phase-renumbered", id: "9", from: "8", to: "9" },
        { kind: "phase-renamed", id: "9", from: "Ticket machines on deck", to: "Ticket machines on every deck" },
      ]);
    });

    it.each<[string, PlanNotation, PlanNotation]>([
      [
        "the titles have little in common",
        { "8": { title: "Docks", duration: 3 } },
        { "9": { title: "Crew", duration: 3 } },
      ],
      ["the content differs", { "8": { title: "New docks", duration: 3 } }, { "9": { title: "Docks", duration: 4 } }],
      ["there is no content", { "8": { title: "New docks" } }, { "9": { title: "Docks" } }],
      [
        "somebody waited for one and not for the other",
        { "8": { title: "New docks", duration: 3 }, "10": { title: "Z", dependsOn: ["8"] } },
        { "9": { title: "Docks", duration: 3 }, "10": { title: "Z" } },
      ],
    ])("takes phases for different ones when %s", (_, base, head) => {
      expect(compare(base, head)).toEqual(
        expect.arrayContaining([
          { kind: "phase-added", id: "9" },
          { kind: "phase-removed", id: "8" },
        ]),
      );
    });

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
