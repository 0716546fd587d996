import { describe, expect, it } from "@jest/globals";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { changeRows } from "../../src/gate/change-rows.js";
import { changeInWords } from "../../src/render/shared/change-words.js";
import { criticalShifts } from "../../src/render/shared/critical-shifts.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { entry } from "../kit/entry-builder.js";
import { place, plan, type PlanNotation } from "../kit/plan-builder.js";

const base: PlanNotation = {
  A: {
    title: "Dock",
    dependsOn: ["B"],
    duration: 2,
    tier: 1,
    status: "not-started",
    progress: 10,
    modifies: ["Berths"],
    outputs: ["Map"],
    requires: ["Permit"],
    model: { children: { count: 2, done: 0 } },
  },
  B: { title: "Crew" },
  C: { title: "Night fares" },
  E: { title: "Gone" },
};
const head: PlanNotation = {
  A: {
    title: "Quay",
    dependsOn: ["D"],
    duration: 3,
    tier: 2,
    status: "in-progress",
    progress: 35.4,
    modifies: ["Lamps"],
    outputs: ["Chart"],
    requires: ["Licence"],
    model: {
      children: { count: 5, done: 0 },
      window: { startWeek: 2, endWeek: 4, place: place(1) },
      places: [{ ...place(1), path: "b.md" }],
    },
  },
  B: { title: "Crew" },
  F: { title: "Night fares" },
  D: { title: "New" },
};

describe("changeInWords", () => {
  it("has words for every kind of change", () => {
    const before = {
      ...plan(base, { breakingChanges: [entry({ effective: "2026-12-01" }), entry({ subject: "Old" })] }),
      documents: ["plan.md", "b.md"],
    };
    const after = {
      ...plan(head, { breakingChanges: [entry({ effective: "2026-12-24" }), entry({ subject: "New" })] }),
      documents: ["plan.md", "b.md"],
    };
    const { changes } = comparePlans(builtAnalysis(before), builtAnalysis(after));
    const words = changeRows(changes).map(
      (row) =>
        `${row.kind}: ${changeInWords(
          row,
          (value) => `«${value}»`,
          (id) => `Phase ${id}`,
        )}`,
    );
    expect(words).toEqual([
      "phase-renamed: renamed: «Dock» → «Quay»",
      "dependency-added: now waits for Phase D",
      "dependency-removed: no longer waits for Phase B",
      "duration-changed: duration 2 weeks → 3 weeks",
      "tier-changed: declared tier 1 → 2",
      "status-changed: status «not-started» → «in-progress»",
      "progress-changed: progress 10 % → 35 %",
      "window-changed: declared weeks none → «Week 2–4»",
      "tasks-changed: tasks 2 → 5",
      "service-added: now modifies «Lamps»",
      "service-removed: no longer modifies «Berths»",
      "output-added: now produces «Chart»",
      "output-removed: no longer produces «Map»",
      "requirement-added: now requires «Licence»",
      "requirement-removed: no longer requires «Permit»",
      "phase-moved: moved: «plan.md» → «b.md»",
      "phase-renumbered: renumbered: «C» → «F»",
      "phase-added: added",
      "phase-removed: removed",
      "breaking-change-edited: breaking change edited: «Profile», takes effect «2026-12-01» → «2026-12-24»",
      "breaking-change-added: breaking change announced: «New»",
      "breaking-change-removed: breaking change no longer announced: «Old»",
    ]);
  });
});

describe("criticalShifts", () => {
  const side = (critical: boolean) => ({ tier: 1, start: 0, finish: 1, critical });

  it("tells who became critical and who no longer is, of those that head has", () => {
    expect(
      criticalShifts([
        { phase: "A", base: side(false), head: side(true) },
        { phase: "B", base: side(true), head: side(false) },
        { phase: "C", base: null, head: side(true) },
        { phase: "D", base: side(true), head: null },
        { phase: "E", base: side(true), head: side(true) },
      ]),
    ).toEqual({ became: ["A", "C"], noLonger: ["B"] });
  });
});
