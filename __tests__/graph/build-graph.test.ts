import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../src/graph/build-graph.js";
import { levels } from "../../src/graph/levels.js";
import type { AcyclicGraph } from "../../src/model/graph.js";
import { place, type PhaseNotation, plan } from "../kit/plan-builder.js";

const rowOf = (graph: AcyclicGraph, id: string, side: "predecessor" | "successor"): string[] => {
  const index = graph.ids.findIndex((known) => known === id);
  const start = side === "predecessor" ? graph.predecessorStart : graph.successorStart;
  const row = side === "predecessor" ? graph.predecessors : graph.successors;
  return [...row.subarray(start[index], start[index + 1])].map((other) => graph.ids[other]!);
};
const inOrder = ({ ids, order }: AcyclicGraph): string[] => [...order].map((index) => ids[index]!);
const ring = (links: readonly { from: string; to: string }[]) => links.map(({ from, to }) => `${from}>${to}`);

describe("buildGraph", () => {
  it("links every phase both ways, rows in plan order and without repeats", () => {
    const { acyclic, cycles, unschedulable } = buildGraph(
      plan([
        ["d", { dependsOn: ["c", "a", "c"] }],
        ["a", {}],
        ["c", { dependsOn: ["a"] }],
      ]),
    );
    expect(cycles).toEqual([]);
    expect(unschedulable).toEqual([]);
    expect(acyclic.ids).toEqual(["d", "a", "c"]);
    expect(rowOf(acyclic, "d", "predecessor")).toEqual(["a", "c"]);
    expect(rowOf(acyclic, "a", "successor")).toEqual(["d", "c"]);
    expect(rowOf(acyclic, "a", "predecessor")).toEqual([]);
    expect(inOrder(acyclic)).toEqual(["a", "c", "d"]);
  });

  it("keeps plan order wherever the dependencies allow it", () => {
    const { acyclic } = buildGraph(
      plan([
        ["z", {}],
        ["late", { dependsOn: ["y"] }],
        ["m", {}],
        ["y", {}],
        ["a", {}],
      ]),
    );
    expect(inOrder(acyclic)).toEqual(["z", "m", "y", "late", "a"]);
  });

  it("leaves out tangents, deprecated phases, links to them and links to nobody", () => {
    const { acyclic } = buildGraph(
      plan({
        a: { status: "tangent" },
        b: { status: "deprecated", dependsOn: ["b"] },
        c: { dependsOn: ["a", "b", "nowhere"] },
      }),
    );
    expect(acyclic.ids).toEqual(["c"]);
    expect(rowOf(acyclic, "c", "predecessor")).toEqual([]);
  });

  it("finds a phase that depends on itself", () => {
    const { cycles, unschedulable, acyclic } = buildGraph(plan({ a: { dependsOn: ["b", "a"] }, b: {} }));
    expect(cycles).toEqual([{ links: [{ from: "a", to: "a", place: place(1, 12) }], component: ["a"] }]);
    expect(unschedulable).toEqual(["a"]);
    expect(acyclic.ids).toEqual(["b"]);
  });

  it("finds two rings apart, with the place of every link, in plan order", () => {
    const { cycles, unschedulable } = buildGraph(
      plan([
        ["x", { dependsOn: ["y"] }],
        ["a", { dependsOn: ["free", "c"] }],
        ["free", {}],
        ["b", { dependsOn: ["a"] }],
        ["y", { dependsOn: ["x"] }],
        ["c", { dependsOn: ["b"] }],
      ]),
    );
    expect(cycles).toEqual([
      {
        links: [
          { from: "x", to: "y", place: place(1, 11) },
          { from: "y", to: "x", place: place(5, 11) },
        ],
        component: ["x", "y"],
      },
      {
        links: [
          { from: "a", to: "c", place: place(2, 12) },
          { from: "c", to: "b", place: place(6, 11) },
          { from: "b", to: "a", place: place(4, 11) },
        ],
        component: ["a", "b", "c"],
      },
    ]);
    expect(unschedulable).toEqual(["x", "a", "b", "y", "c"]);
  });

  it("holds back what stands behind a ring and keeps what stands before it", () => {
    const { cycles, unschedulable, acyclic } = buildGraph(
      plan({
        before: {},
        a: { dependsOn: ["b", "before"] },
        b: { dependsOn: ["a"] },
        behind: { dependsOn: ["a", "beside"] },
        last: { dependsOn: ["behind"] },
        beside: { dependsOn: ["before"] },
      }),
    );
    expect(cycles.map(({ links }) => ring(links))).toEqual([["a>b", "b>a"]]);
    expect(unschedulable).toEqual(["a", "b", "behind", "last"]);
    expect(acyclic.ids).toEqual(["before", "beside"]);
    expect(rowOf(acyclic, "before", "successor")).toEqual(["beside"]);
  });

  it("shows the shortest cycle of a knot and names the whole knot", () => {
    const { cycles } = buildGraph(
      plan({
        a: { dependsOn: ["b"] },
        b: { dependsOn: ["c"] },
        c: { dependsOn: ["d"] },
        d: { dependsOn: ["a", "e"] },
        e: { dependsOn: ["c"] },
      }),
    );
    expect(cycles.map(({ links, component }) => [ring(links), component])).toEqual([
      [
        ["c>d", "d>e", "e>c"],
        ["a", "b", "c", "d", "e"],
      ],
    ]);
  });

  it("does not take a longer cycle found later for the shortest", () => {
    const { cycles } = buildGraph(
      plan({
        a: { dependsOn: ["b"] },
        b: { dependsOn: ["c", "d"] },
        c: { dependsOn: ["a"] },
        d: { dependsOn: ["e"] },
        e: { dependsOn: ["f"] },
        f: { dependsOn: ["b"] },
      }),
    );
    expect(cycles.map(({ links }) => ring(links))).toEqual([["a>b", "b>c", "c>a"]]);
  });

  it("always puts next the first phase in plan order that waits for nobody any more", () => {
    const ranks = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ranks, fc.integer({ min: 2, max: 9 }), (ranked, modulus) => {
        const waitsFor = (rank: number) => ranked.filter((other) => other < rank && (other + rank) % modulus === 0);
        const { acyclic } = buildGraph(
          plan(ranked.map((rank) => [`p${rank}`, { dependsOn: waitsFor(rank).map((other) => `p${other}`) }] as const)),
        );
        const left = [...ranked];
        const known: string[] = [];
        while (left.length > 0) {
          const next = left.findIndex((rank) => !waitsFor(rank).some((other) => left.includes(other)));
          known.push(`p${left.splice(next, 1)[0]}`);
        }
        expect(inOrder(acyclic)).toEqual(known);
      }),
      { numRuns: 200 },
    );
  });

  it("agrees with brute force about components and shortest cycles", () => {
    const graphs = fc
      .integer({ min: 1, max: 7 })
      .chain((count) =>
        fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 14 }).map((links) => ({ count, links })),
      );
    fc.assert(
      fc.property(graphs, ({ count, links }) => {
        const notation = Array.from({ length: count }, (_, index): [string, PhaseNotation] => [
          `p${index}`,
          { dependsOn: links.filter(([from]) => from === index).map(([, to]) => `p${to}`) },
        ]);
        const { cycles, unschedulable, acyclic } = buildGraph(plan(notation));

        const distance = Array.from({ length: count }, () => new Array<number>(count).fill(Infinity));
        for (const [from, to] of links) distance[from]![to] = 1;
        for (let via = 0; via < count; via++)
          for (let from = 0; from < count; from++)
            for (let to = 0; to < count; to++)
              distance[from]![to] = Math.min(distance[from]![to]!, distance[from]![via]! + distance[via]![to]!);
        const nodes = distance.map((_, index) => index);
        const isCyclic = (node: number) => distance[node]![node]! < Infinity;

        expect(unschedulable).toEqual(
          nodes
            .filter((node) =>
              nodes.some((other) => isCyclic(other) && (other === node || distance[node]![other]! < Infinity)),
            )
            .map((node) => `p${node}`),
        );
        expect(new Set([...unschedulable, ...acyclic.ids]).size).toBe(count);
        expect(cycles.flatMap(({ component }) => component).sort()).toEqual(
          nodes.filter(isCyclic).map((node) => `p${node}`),
        );
        for (const cycle of cycles) {
          const members = cycle.component.map((id) => Number(id.slice(1)));
          expect(cycle.links.length).toBe(Math.min(...members.map((node) => distance[node]![node]!)));
          cycle.links.forEach(({ from, to }, step) => {
            expect(links).toContainEqual([Number(from.slice(1)), Number(to.slice(1))]);
            expect(cycle.links[(step + 1) % cycle.links.length]!.from).toBe(to);
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it("survives a chain and a ring of 100,000 phases, and a ladder of rings", () => {
    const count = 100_000;
    const chain = (isClosed: boolean) =>
      plan(
        Array.from({ length: count }, (_, index): [string, PhaseNotation] => [
          `p${index}`,
          { dependsOn: index > 0 ? [`p${index - 1}`] : isClosed ? [`p${count - 1}`] : [] },
        ]),
      );
    const open = buildGraph(chain(false)).acyclic;
    expect(open.order[count - 1]).toBe(count - 1);
    expect(levels(open)[count - 1]).toBe(count - 1);
    expect(buildGraph(chain(true)).cycles.map(({ links }) => links.length)).toEqual([count]);

    const rungs = 5_000;
    const ladder = Array.from({ length: 2 * rungs }, (_, index): [string, PhaseNotation] => [
      `p${index}`,
      { dependsOn: [`p${(index + 2) % (2 * rungs)}`, `p${index ^ 1}`] },
    ]);
    expect(buildGraph(plan(ladder)).cycles[0]!.links).toHaveLength(2);
    const oneWay = ladder.map(([id, phase], index): [string, PhaseNotation] => [
      id,
      { dependsOn: index % 2 === 0 ? phase.dependsOn! : phase.dependsOn!.slice(0, 1) },
    ]);
    oneWay[2 * rungs - 1] = [`p${2 * rungs - 1}`, { dependsOn: ["p0"] }];
    expect(buildGraph(plan(oneWay)).cycles[0]!.links).toHaveLength(rungs);
  });
});

describe("levels", () => {
  it("counts the links of the longest chain, from the level given to its first phase", () => {
    const { acyclic } = buildGraph(plan({ a: {}, b: { dependsOn: ["a"] }, c: { dependsOn: ["a", "b"] }, d: {} }));
    expect([...levels(acyclic)]).toEqual([0, 1, 2, 0]);
    expect([...levels(acyclic, (phase) => (phase === 0 ? 5 : 1))]).toEqual([5, 6, 7, 1]);
    expect([...levels(acyclic, () => 0, Uint8Array.of(1, 1, 0))]).toEqual([0, 1, 1, 0]);
  });
});
