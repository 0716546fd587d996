import { describe, expect, it } from "@jest/globals";
import { dependencyCycle } from "../../src/rules/dependency-cycle.js";
import { asked } from "../kit/check-rule.js";
import { place } from "../kit/plan-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const { check, pairs, messages } = asked(dependencyCycle);

testRule(dependencyCycle, {
  valid: [
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base |  | 2 |  |  |",
      "| 2 | Next |  | none |  |  |",
    ),
  ],
  invalid: [
    {
      plan: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base |  | 2 |  |  |",
        "| 2 | Next |  | Phase 1 (contract) |  |  |",
      ),
      expect: ["3:17 Phase 1 and Phase 2 depend on each other: neither can ever start."],
    },
  ],
});

describe("dependency-cycle", () => {
  it("tells one shortest circle of each knot, from the smallest id, with the place of every link", () => {
    const [violation, ...rest] = check({
      A: { dependsOn: ["C"] },
      B: { dependsOn: ["A"] },
      C: { dependsOn: ["B"] },
      D: { dependsOn: ["A", "E"] },
      E: {},
    });
    expect(rest).toEqual([]);
    expect(violation).toMatchObject({
      place: place(1, 11),
      message:
        "Phase A depends on Phase C, which depends on Phase B, which depends on Phase A: none of them can ever start.",
      phases: ["A", "C", "B"],
    });
    expect(violation?.related).toHaveLength(2);
  });

  it("names a phase that waits for itself", () => {
    expect(messages({ A: { dependsOn: ["A"] } })).toEqual(["Phase A depends on itself: it can never start."]);
  });

  it("counts phases that are not done, and ones that are", () => {
    expect(pairs({ A: { dependsOn: ["B"], status: "done" }, B: { dependsOn: ["A"] } })).toHaveLength(1);
  });

  it("leaves circles alone that hold only by what was read out of prose", () => {
    const inferred = { id: "B", evidence: "inferred" as const };
    expect(pairs({ A: { dependsOn: [inferred] }, B: { dependsOn: ["A"] } })).toEqual([]);
    const knot = { A: { dependsOn: [inferred, "C"] }, B: { dependsOn: ["A"] }, C: { dependsOn: ["B"] } };
    expect(pairs(knot)).toEqual(["A→C→B"]);
  });

  it("shortens a long circle", () => {
    const ring = Array.from({ length: 30 }, (_, i) => [`${i}`, { dependsOn: [`${(i + 1) % 30}`] }] as const);
    const [message] = messages(ring);
    expect(message).toBe(
      "Phase 0 depends on Phase 1, which depends on Phase 2, which depends on Phase 3, which depends on Phase 4, " +
        "which depends on 25 more phases, which depends on Phase 0: none of them can ever start.",
    );
  });

  it("counts the other phases of the knot", () => {
    expect(messages({ A: { dependsOn: ["B", "C"] }, B: { dependsOn: ["A"] }, C: { dependsOn: ["A"] } })).toEqual([
      "Phase A and Phase B depend on each other: neither can ever start (1 more phase in circles that touch this one).",
    ]);
  });
});
