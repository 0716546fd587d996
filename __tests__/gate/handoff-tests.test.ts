import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { handoffTests } from "../../src/gate/handoff-tests.js";
import { phaseId } from "../kit/plan-builder.js";

const testsOf = (patterns: readonly string[], paths: readonly string[]) => {
  const isTested = handoffTests(patterns, paths);
  return (from: string, to: string): boolean => isTested(phaseId(from), phaseId(to));
};

const PATTERN = "test/handoffs/phase_{from}_to_phase_{to}_*";

describe("tests of handoffs", () => {
  it.each([
    ["test/handoffs/phase_8_to_phase_10_fares.test.ts", "8", "10", true],
    ["./test/handoffs/phase_8_to_phase_10_fares.test.ts".slice(2), "8", "1", false],
    ["test/handoffs/phase_8_to_phase_10_fares.test.ts", "10", "8", false],
    ["test/handoffs/phase_18_to_phase_10_fares.test.ts", "8", "10", false],
    ["test/handoffs/PHASE_t012_to_phase_M1_x", "T012", "m1", true],
    ["test/handoffs/phase_4_5_to_phase_5.1_x", "4.5", "5.1", true],
    ["test/handoffs/phase_4-5_to_phase_5_x", "4.5", "5", true],
    ["test/handoffs/phase_4x5_to_phase_5_x", "4.5", "5", false],
    ["test/handoffs/phase_8_to_phase_10", "8", "10", false],
    ["test/other/phase_8_to_phase_10_x", "8", "10", false],
    ["src/test/handoffs/phase_8_to_phase_10_x", "8", "10", false],
  ])("%s covers what %s hands on to %s: %s", (path, from, to, isTested) => {
    expect(testsOf([`./${PATTERN}`], ["README.md", path])(from, to)).toBe(isTested);
  });

  it("may be in several places, and with the ids close to other words", () => {
    const isTested = testsOf([PATTERN, "spec/p{from}/into{to}/**"], ["spec/p4/into5/a/b.ts"]);
    expect([isTested("4", "5"), isTested("4", "6"), isTested("5", "4")]).toEqual([true, false, false]);
  });

  it("are none without a pattern, without files, and for an id that is no word", () => {
    const path = "test/handoffs/phase_8_to_phase_10_x";
    expect(testsOf([], [path])("8", "10")).toBe(false);
    expect(testsOf([PATTERN], [])("8", "10")).toBe(false);
    expect(testsOf([PATTERN], [path])("*", "*")).toBe(false);
    expect(testsOf([PATTERN], [path])("8", "*")).toBe(false);
  });

  it("finds exactly the pairs that have a file, whatever their ids", () => {
    const id = fc.stringMatching(/^[A-Za-z]{0,3}[0-9]{1,3}(?:\.[0-9]{1,2})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 6, selector: (one) => one.toLowerCase() }), (ids) => {
        const [from, to] = ids as [string, string];
        const isTested = testsOf(["t/{from}/{to}.ts"], [`t/${from}/${to}.ts`]);
        for (const one of ids) for (const other of ids) expect(isTested(one, other)).toBe(one === from && other === to);
      }),
    );
  });
});
