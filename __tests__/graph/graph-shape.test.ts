import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { ancestorSets, isInSet } from "../../src/graph/ancestor-sets.js";
import { bottlenecks } from "../../src/graph/bottlenecks.js";
import { redundantLinks } from "../../src/graph/redundant-links.js";
import { subgraph } from "../../src/graph/subgraph.js";
import { widestSet } from "../../src/graph/widest-set.js";
import type { AcyclicGraph } from "../../src/model/graph.js";
import { awaitedBy, closure, graphOf, randomGraph } from "./random-graph.js";

const phasesOf = ({ ids }: AcyclicGraph) => ids.map((_, index) => index);
const chain = (count: number) =>
  graphOf(Array.from({ length: count }, (_, index) => [`p${index}`, index > 0 ? [`p${index - 1}`] : []]));

/** Every chain from a phase that waits for nobody to one that nobody waits for. */
function chains(graph: AcyclicGraph): number[][] {
  const phases = phasesOf(graph);
  const extend = (path: readonly number[]): number[][] => {
    const next = phases.filter((phase) => awaitedBy(graph, phase).includes(path.at(-1)!));
    return next.length === 0 ? [[...path]] : next.flatMap((phase) => extend([...path, phase]));
  };
  return phases.filter((phase) => awaitedBy(graph, phase).length === 0).flatMap((phase) => extend([phase]));
}

describe("ancestorSets", () => {
  it("holds what a phase waits for, whole or in parts", () => {
    fc.assert(
      fc.property(randomGraph(9), fc.nat(8), (graph, start) => {
        const known = closure(graph);
        const first = start % graph.ids.length;
        const sets = ancestorSets(graph, first);
        for (const phase of phasesOf(graph))
          for (let other = first; other < graph.ids.length; other++)
            expect(isInSet(sets, phase, other - first)).toBe(known[phase]![other]);
      }),
    );
  });
});

describe("widestSet", () => {
  it("finds as many phases as can run side by side", () => {
    const graph = graphOf([
      ["8", []],
      ["14", ["8"]],
      ["18", ["14"]],
      ["19", ["8"]],
      ["20", ["18"]],
      ["15", []],
    ]);
    const { phases, isExact } = widestSet(graph);
    expect(phases).toHaveLength(3);
    expect(phases).toContain(5);
    expect(isExact).toBe(true);
    expect(widestSet(graphOf([])).phases).toEqual([]);
  });

  it("agrees with brute force", () => {
    fc.assert(
      fc.property(randomGraph(9), (graph) => {
        const known = closure(graph);
        const isFree = (set: readonly number[]) => set.every((one) => set.every((other) => !known[one]![other]!));
        let widest = 0;
        for (let bits = 0; bits < 1 << graph.ids.length; bits++) {
          const set = phasesOf(graph).filter((phase) => (bits >> phase) & 1);
          if (set.length > widest && isFree(set)) widest = set.length;
        }
        const { phases } = widestSet(graph);
        expect(isFree(phases)).toBe(true);
        expect(new Set(phases).size).toBe(widest);
        expect(phases).toHaveLength(widest);
      }),
      { numRuns: 300 },
    );
  });

  it("says when it settles for the fullest level", () => {
    expect(widestSet(chain(100_000))).toEqual({ phases: [0], isExact: false });
    expect(widestSet(chain(1_000))).toMatchObject({ isExact: true });
    const wide = graphOf(Array.from({ length: 1_500 }, (_, index) => [`p${index}`, index < 500 ? [] : ["p0"]]));
    expect(widestSet(wide).phases).toHaveLength(1_000);
  });
});

describe("bottlenecks", () => {
  it("finds what everything passes through, in order", () => {
    const graph = graphOf([
      ["end", ["c", "d"]],
      ["a", []],
      ["b", []],
      ["hub", ["a", "b"]],
      ["c", ["hub"]],
      ["d", ["hub"]],
    ]);
    expect(bottlenecks(graph).map((phase) => graph.ids[phase])).toEqual(["hub", "end"]);
    expect(
      bottlenecks(
        graphOf([
          ["a", []],
          ["b", []],
        ]),
      ),
    ).toEqual([]);
    expect(bottlenecks(graphOf([]))).toEqual([]);
  });

  it("agrees with brute force", () => {
    fc.assert(
      fc.property(randomGraph(8), (graph) => {
        const all = chains(graph);
        expect(bottlenecks(graph).sort((one, other) => one - other)).toEqual(
          phasesOf(graph).filter((phase) => all.every((path) => path.includes(phase))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("survives a chain of 100,000 phases", () => expect(bottlenecks(chain(100_000))).toHaveLength(100_000));
});

describe("redundantLinks", () => {
  it("names what stands between", () => {
    const graph = graphOf([
      ["8", []],
      ["14", ["8"]],
      ["18", ["8", "14"]],
    ]);
    expect(redundantLinks(graph)).toEqual([{ phase: 2, awaited: 0, between: [1], isCut: false }]);
  });

  it("cuts long chains and leaves out what takes too long", () => {
    const long = graphOf(
      Array.from({ length: 9 }, (_, index) => [
        `p${index}`,
        index === 0 ? [] : index === 8 ? ["p0", "p7"] : [`p${index - 1}`],
      ]),
    );
    expect(redundantLinks(long)).toEqual([{ phase: 8, awaited: 0, between: [7, 6, 5, 4], isCut: true }]);
    expect(redundantLinks(chain(100_000))).toBeNull();
    expect(redundantLinks(chain(5_000))).toEqual([]);
  });

  it("agrees with brute force, every chain being one of other links", () => {
    fc.assert(
      fc.property(randomGraph(9), (graph) => {
        const known = closure(graph);
        const found = redundantLinks(graph)!;
        const expected = phasesOf(graph).flatMap((phase) =>
          awaitedBy(graph, phase)
            .filter((awaited) => awaitedBy(graph, phase).some((other) => known[other]![awaited]))
            .map((awaited) => [phase, awaited]),
        );
        expect(found.map(({ phase, awaited }) => [phase, awaited])).toEqual(expected);
        for (const { phase, awaited, between, isCut } of found) {
          expect(between.length).toBeGreaterThan(0);
          const links = isCut ? [phase, ...between] : [phase, ...between, awaited];
          for (const [step, waited] of links.slice(1).entries())
            expect(awaitedBy(graph, links[step]!)).toContain(waited);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("finds the same in a plan that is looked at in parts", () => {
    const count = 5_000;
    const graph = graphOf(
      Array.from({ length: count }, (_, index) => [
        `p${index}`,
        index === 0 ? [] : index === count - 1 ? ["p0", "p2500", `p${index - 1}`] : [`p${index - 1}`],
      ]),
    );
    expect(redundantLinks(graph)!.map(({ phase, awaited }) => [phase, awaited])).toEqual([
      [count - 1, 0],
      [count - 1, 2500],
    ]);
  });
});

describe("subgraph", () => {
  it("keeps plan order, order and the links that are marked", () => {
    fc.assert(
      fc.property(randomGraph(8), fc.nat(255), fc.array(fc.boolean(), { minLength: 30 }), (graph, bits, kept) => {
        const takesPart = Uint8Array.from(graph.ids, (_, phase) => (bits >> phase) & 1);
        const binds = Uint8Array.from(graph.predecessors, (_, link) => (kept[link % kept.length] ? 1 : 0));
        const part = subgraph(graph, takesPart, binds);
        expect(part.ids).toEqual(graph.ids.filter((_, phase) => takesPart[phase] === 1));
        const inOrder = ({ ids, order }: AcyclicGraph) => [...order].map((phase) => ids[phase]!);
        expect(inOrder(part)).toEqual(inOrder(graph).filter((id) => part.indexOf.has(id)));
        part.ids.forEach((id, phase) => {
          const whole = graph.indexOf.get(id)!;
          const awaited = awaitedBy(graph, whole)
            .filter((_, link) => binds[graph.predecessorStart[whole]! + link] === 1)
            .map((other) => graph.ids[other]!)
            .filter((other) => part.indexOf.has(other));
          expect(awaitedBy(part, phase).map((other) => part.ids[other]!)).toEqual(awaited);
        });
      }),
    );
  });
});
