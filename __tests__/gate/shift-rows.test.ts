import { describe, expect, it } from "@jest/globals";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { shiftRows } from "../../src/gate/shift-rows.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { plan, type PlanNotation } from "../kit/plan-builder.js";

const shifts = (base: PlanNotation, head: PlanNotation) =>
  shiftRows(comparePlans(builtAnalysis(plan(base)), builtAnalysis(plan(head))));

const side = (tier: number | null, start: number | null, finish: number | null, critical: boolean) => ({
  tier,
  start,
  finish,
  critical,
});

describe("shiftRows", () => {
  it("has nothing to say about what stays where it is", () => {
    const notation: PlanNotation = {
      A: { duration: 2 },
      B: { duration: 3, dependsOn: ["A"] },
      C: { dependsOn: ["C"] },
    };
    expect(shifts(notation, notation)).toEqual([]);
    expect(shifts({ A: { title: "Old" } }, { A: { title: "New", tier: 3 } })).toEqual([]);
  });

  it("tells who is moved by the others, in head's order", () => {
    expect(
      shifts(
        { A: { duration: 2 }, B: { duration: 3, dependsOn: ["A"] }, C: { duration: 4 } },
        { C: { duration: 4 }, A: { duration: 4 }, B: { duration: 3, dependsOn: ["A"] } },
      ),
    ).toEqual([
      { phase: "A", base: side(1, 0, 2, true), head: side(1, 0, 4, true) },
      { phase: "B", base: side(2, 2, 5, true), head: side(2, 4, 7, true) },
    ]);
  });

  it("tells who moves to another tier without moving in time, and who becomes critical", () => {
    expect(shifts({ A: {}, B: { duration: 1 } }, { A: {}, B: { duration: 1, dependsOn: ["A"] } })).toEqual([
      // B takes its week either way; what waits for nothing and takes no time may now slip by nothing.
      { phase: "A", base: side(1, 0, 0, false), head: side(1, 0, 0, true) },
      { phase: "B", base: side(1, 0, 1, true), head: side(2, 0, 1, true) },
    ]);
  });

  it("gives an added phase no base, and a removed one no head, behind the others in base's order", () => {
    expect(
      shifts(
        { Z: { title: "First gone", duration: 1 }, A: { duration: 5 }, Y: { title: "Then gone", duration: 5 } },
        { N: { title: "Fresh", duration: 5 }, A: { duration: 5 } },
      ),
    ).toEqual([
      { phase: "N", base: null, head: side(1, 0, 5, true) },
      { phase: "Z", base: side(1, 0, 1, false), head: null },
      { phase: "Y", base: side(1, 0, 5, true), head: null },
    ]);
  });

  it("follows a phase through a new id, and counts it neither as added nor as removed", () => {
    const before: PlanNotation = { A: { duration: 2 }, B: { title: "Calendar", duration: 3, dependsOn: ["A"] } };
    expect(shifts(before, { A: { duration: 2 }, C: { title: "Calendar", duration: 3, dependsOn: ["A"] } })).toEqual([]);
    expect(shifts(before, { A: { duration: 1 }, C: { title: "Calendar", duration: 3, dependsOn: ["A"] } })).toEqual([
      { phase: "A", base: side(1, 0, 2, true), head: side(1, 0, 1, true) },
      { phase: "C", base: side(2, 2, 5, true), head: side(2, 1, 4, true) },
    ]);
  });

  it("takes ids that differ only in case for the same", () => {
    expect(shifts({ "t-1": { duration: 2 } }, { "T-1": { duration: 2 } })).toEqual([]);
    expect(shifts({ "t-1": { duration: 2 } }, { "T-1": { duration: 3 } })).toEqual([
      { phase: "T-1", base: side(1, 0, 2, true), head: side(1, 0, 3, true) },
    ]);
  });

  it("has no dates for a phase that falls into a circle", () => {
    expect(shifts({ A: { duration: 2 } }, { A: { duration: 2, dependsOn: ["A"] } })).toEqual([
      { phase: "A", base: side(1, 0, 2, true), head: side(null, null, null, false) },
    ]);
  });
});
