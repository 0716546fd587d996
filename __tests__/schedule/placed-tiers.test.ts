import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../src/graph/build-graph.js";
import { mayShareTier } from "../../src/graph/may-share-tier.js";
import { computeTiers } from "../../src/schedule/compute-tiers.js";
import { portions } from "../../src/schedule/portion.js";
import { type PlanNotation, plan, settings } from "../kit/plan-builder.js";
import { randomPlan } from "./random-plan.js";

function placed(notation: PlanNotation, changed: Parameters<typeof settings>[0] = {}) {
  const built = plan(notation);
  const chosen = settings(changed);
  const graph = buildGraph(built).acyclic;
  const tiers = computeTiers(built, graph, chosen);
  const { full, remaining } = portions(graph, tiers, chosen);
  const show = (placedTiers: Float64Array) => graph.ids.map((id, index) => `${id}:${placedTiers[index]}`).join(" ");
  return {
    built,
    chosen,
    graph,
    tiers,
    portions: [full, remaining],
    full: show(full.placedTiers),
    remaining: show(remaining.placedTiers),
  };
}

describe("placed tiers", () => {
  it("are those declared, and computed ones where none is declared", () => {
    const { full, remaining } = placed({
      a: { tier: 4 },
      b: { dependsOn: ["c"] },
      c: { status: "done" },
      d: { tier: "Tier 1 or Tier 2" },
      e: { tier: "N/A" },
    });
    expect(full).toBe("a:4 b:2 c:1 d:1 e:1");
    expect(remaining).toBe("a:4 b:1 c:1 d:1 e:1");
  });

  it("are raised where a declared tier breaks a dependency, and so is what follows (Option A)", () => {
    const { full } = placed({
      a: { tier: 1 },
      b: { tier: 1, dependsOn: ["a"] },
      c: { tier: 2, dependsOn: ["b"] },
      d: { tier: 9, dependsOn: ["c"] },
      e: { dependsOn: ["c"] },
    });
    expect(full).toBe("a:1 b:2 c:3 d:9 e:4");
  });

  it("are raised past a later declared tier, and out of a Tier 0 that waits for somebody", () => {
    expect(placed({ a: { tier: 3 }, b: { tier: 1, dependsOn: ["a"] } }).full).toBe("a:3 b:4");
    expect(placed({ a: { tier: 0 }, b: { tier: 0, dependsOn: ["a"] } }).full).toBe("a:0 b:1");
  });

  it("stay where the author sequences the phase after a short one (Option B)", () => {
    const option = (duration: number, after: string) =>
      placed({
        a: { tier: 1, duration },
        b: { tier: 1, dependsOn: ["a"], sequencedAfter: [after] },
        c: { tier: 2, dependsOn: ["b"] },
      }).full;
    expect(option(4, "a")).toBe("a:1 b:1 c:2");
    expect(option(5, "a")).toBe("a:1 b:2 c:3");
    expect(option(4, "c")).toBe("a:1 b:2 c:3");
  });

  it("let a sequenced phase follow when the one before it is raised", () => {
    expect(
      placed({
        a: { tier: 1, duration: 9 },
        b: { tier: 1, duration: 1, dependsOn: ["a"] },
        c: { tier: 1, dependsOn: ["b"], sequencedAfter: ["b"] },
      }).full,
    ).toBe("a:1 b:2 c:2");
  });

  it("are not raised today for a dependency that is done or ticked off", () => {
    const { full, remaining } = placed({
      a: { tier: 1, status: "done" },
      b: { tier: 1 },
      c: { tier: 1, dependsOn: ["a", { id: "b", satisfied: true }] },
    });
    expect(full).toBe("a:1 b:1 c:2");
    expect(remaining).toBe("a:1 b:1 c:1");
  });

  it("respect every dependency and are as early as the declarations allow", () => {
    fc.assert(
      fc.property(randomPlan(8), (notation) => {
        const { built, chosen, graph, tiers, portions } = placed(notation);
        portions.forEach((portion, which) => {
          const computed = which === 0 ? tiers.structural : tiers.current;
          graph.ids.forEach((id, index) => {
            const phase = built.phases.get(id)!;
            const lowest: number[] = [phase.tier?.number ?? computed.get(id)!];
            for (let link = graph.predecessorStart[index]!; link < graph.predecessorStart[index + 1]!; link++) {
              if (portion.binds[link] === 0) continue;
              const target = graph.predecessors[link]!;
              const shares = mayShareTier(phase, built.phases.get(graph.ids[target]!)!, chosen);
              lowest.push(portion.placedTiers[target]! + (shares ? 0 : 1));
              expect(portion.computedTiers[index]).toBeGreaterThan(portion.computedTiers[target]!);
            }
            expect(portion.placedTiers[index]).toBe(Math.max(...lowest));
          });
        });
      }),
      { numRuns: 300 },
    );
  });
});
