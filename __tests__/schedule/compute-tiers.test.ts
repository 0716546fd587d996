import { describe, expect, it } from "@jest/globals";
import type { PhaseId } from "../../src/model/plan.js";
import { phaseId } from "../kit/plan-builder.js";
import { scheduled } from "./scheduled.js";

const written = (tiers: ReadonlyMap<PhaseId, number>) => [...tiers].map(([id, tier]) => `${id}:${tier}`).join(" ");

describe("computeTiers", () => {
  it("makes a phase without dependencies Tier 0 when enough others wait for it directly", () => {
    const { tiers } = scheduled({
      a: {},
      b: { dependsOn: ["a"] },
      c: { dependsOn: ["a"] },
      d: { dependsOn: ["a"] },
      e: {},
      f: { dependsOn: ["e"] },
      g: { dependsOn: ["f", "d"] },
    });
    expect(written(tiers.current)).toBe("a:0 b:1 c:1 d:1 e:1 f:2 g:3");
    expect(written(tiers.structural)).toBe(written(tiers.current));
  });

  it("asks for as many as the settings say, and for direct ones", () => {
    const notation = { a: {}, b: { dependsOn: ["a"] }, c: { dependsOn: ["a"] }, d: { dependsOn: ["c"] } };
    expect(written(scheduled(notation).tiers.current)).toBe("a:1 b:2 c:2 d:3");
    expect(written(scheduled(notation, { blockerThreshold: 2 }).tiers.current)).toBe("a:0 b:1 c:1 d:2");
  });

  it("gives no Tier 0 to a hub that waits for somebody", () => {
    const { tiers } = scheduled({
      first: {},
      hub: { dependsOn: ["first"] },
      x: { dependsOn: ["hub"] },
      y: { dependsOn: ["hub"] },
      z: { dependsOn: ["hub"] },
    });
    expect(written(tiers.current)).toBe("first:1 hub:2 x:3 y:3 z:3");
  });

  it("lets what waited for a done phase move up, and keeps the done phase where it was", () => {
    const { tiers } = scheduled({
      8: { status: "done" },
      13: { dependsOn: ["8"] },
      14: { dependsOn: ["8"], status: "done" },
      18: { dependsOn: ["14"] },
      19: { dependsOn: ["8"] },
    });
    expect(written(tiers.structural)).toBe("8:0 13:1 14:1 18:2 19:1");
    expect(written(tiers.current)).toBe("8:0 13:1 14:1 18:1 19:1");
  });

  it("counts only unfinished phases that openly wait towards today's Tier 0", () => {
    const hub = (second: object, third: object) =>
      written(
        scheduled({
          hub: {},
          a: { dependsOn: ["hub"] },
          b: { dependsOn: ["hub"], ...second },
          c: { dependsOn: ["hub"], ...third },
        }).tiers.current,
      );
    expect(hub({}, {})).toBe("hub:0 a:1 b:1 c:1");
    expect(hub({ status: "done" }, {})).toBe("hub:1 a:2 b:1 c:2");
    expect(hub({}, { dependsOn: [{ id: "hub", satisfied: true }] })).toBe("hub:1 a:2 b:2 c:1");
    expect(hub({}, { status: "tangent" })).toBe("hub:1 a:2 b:2");
  });

  it("takes a historical phase as done", () => {
    const { tiers } = scheduled({
      old: { tier: "N/A (historical)" },
      next: { dependsOn: ["old"] },
      last: { dependsOn: ["next"] },
    });
    expect(written(tiers.structural)).toBe("old:1 next:2 last:3");
    expect(written(tiers.current)).toBe("old:1 next:1 last:2");
  });

  it("gives no tier in or behind a cycle, but counts those phases as waiting", () => {
    const { tiers } = scheduled({
      hub: {},
      a: { dependsOn: ["hub", "b"] },
      b: { dependsOn: ["hub", "a"] },
      behind: { dependsOn: ["hub", "a"] },
      free: {},
    });
    expect(written(tiers.current)).toBe("hub:0 free:1");
    expect(tiers.structural.has(phaseId("behind"))).toBe(false);
  });

  it("knows no upper limit", () => {
    const chain = Array.from({ length: 30 }, (_, n) => [`p${n}`, { dependsOn: n ? [`p${n - 1}`] : [] }] as const);
    expect(scheduled(chain).tiers.current.get(phaseId("p29"))).toBe(30);
  });
});
