import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { createPathSearch } from "../../src/graph/path-search.js";
import { phaseId, plan, type PhaseNotation } from "../kit/plan-builder.js";

const find = (phases: Record<string, PhaseNotation>, from: string, to: string) =>
  createPathSearch(plan(phases), () => true).find(phaseId(from), phaseId(to));

describe("createPathSearch", () => {
  it("finds the shortest way", () => {
    const phases = { A: {}, B: { dependsOn: ["A"] }, C: { dependsOn: ["B"] }, D: { dependsOn: ["C", "A"] } };
    expect(find(phases, "C", "A")).toEqual(["C", "B", "A"]);
    expect(find(phases, "D", "A")).toEqual(["D", "A"]);
    expect(find(phases, "A", "D")).toBeNull();
    expect(find(phases, "A", "A")).toBeNull();
  });

  it("goes only by wanted dependencies, and ends in a cycle", () => {
    const cyclic = plan({ A: { dependsOn: ["B"] }, B: { dependsOn: ["A", "C"] }, C: {} });
    const search = createPathSearch(cyclic, ({ id }) => id !== "C");
    expect(search.find(phaseId("A"), phaseId("C"))).toBeNull();
    expect(search.isExhausted).toBe(false);
  });

  it("agrees with reachability by brute force", () => {
    const size = 7;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 }), (links) => {
        const reach = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
        for (const [from, to] of links) if (from !== to) reach[from]![to] = true;
        for (let via = 0; via < size; via++)
          for (const row of reach) if (row[via]) reach[via]!.forEach((is, to) => (row[to] ||= is));
        const notation = Object.fromEntries(
          Array.from({ length: size }, (_, id) => [
            `P${id}`,
            { dependsOn: links.filter(([from, to]) => from === id && to !== id).map(([, to]) => `P${to}`) },
          ]),
        );
        const search = createPathSearch(plan(notation), () => true);
        for (let from = 0; from < size; from++)
          for (let to = 0; to < size; to++)
            if (from !== to)
              expect(search.find(phaseId(`P${from}`), phaseId(`P${to}`)) !== null).toBe(reach[from]![to]);
      }),
    );
  });
});
