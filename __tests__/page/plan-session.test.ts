import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Schedule } from "../../src/model/schedule.js";
import { PlanSession } from "../../src/page/engine/plan-session.js";
import { applyWhatIf } from "../../src/what-if/apply-what-if.js";
import { phaseId, plan, settings } from "../kit/plan-builder.js";
import { randomPlan } from "../schedule/random-plan.js";
import { scheduled } from "../schedule/scheduled.js";
import { pagePlanOf, pageSession } from "./page-session.js";

const MODELS = ["sequential", "tiered", "tieredComputed", "gated", "dependencies"] as const;

/** Everything that the page shows of a schedule, as plain values. */
const shown = (schedule: Schedule) =>
  (["full", "remaining"] as const).map((portion) => [
    schedule[portion].withoutDuration,
    schedule[portion].agents,
    ...MODELS.map((model) => {
      const { makespan, low, high, criticalPath, times } = schedule[portion][model];
      return { makespan, low, high, criticalPath, times: [...times] };
    }),
  ]);

describe("a plan in the page has the schedule that it has everywhere", () => {
  test("any plan", () => {
    fc.assert(
      fc.property(randomPlan(9), (notation) => {
        const { written } = pageSession(notation);
        const expected = scheduled(notation);
        expect(shown(written.schedule)).toEqual(shown(expected.schedule));
        expect([...written.tiers.current]).toEqual([...expected.tiers.current]);
        expect(written.tierRows).toEqual(expected.rows);
      }),
    );
  });

  test("with phases in a cycle, dropped, historical, and sequenced in a tier", () => {
    const notation = {
      1: { duration: 2, dependsOn: ["2"] },
      2: { duration: 2, dependsOn: ["1"] },
      3: { duration: 4, status: "deprecated" },
      4: { duration: [1, 3], tier: "N/A" },
      5: { duration: 1, tier: 1, progress: 50, status: "in-progress" },
      6: { duration: 1, tier: 1, dependsOn: ["5", { id: "4", satisfied: true }], sequencedAfter: ["5"] },
      7: { remaining: 3, status: "in-progress" },
    } as const;
    const { written } = pageSession(notation);
    const expected = scheduled(notation);
    expect(written.graph.unschedulable).toEqual(["1", "2"]);
    expect(shown(written.schedule)).toEqual(shown(expected.schedule));
  });
});

describe("a duration is tried", () => {
  const notation = {
    1: { duration: 2 },
    2: { duration: 3, dependsOn: ["1"] },
    3: { duration: [1, 4], dependsOn: ["1"], status: "in-progress", progress: 50 },
  } as const;

  test.each(["8w", "3 days", "2-5 weeks", "1 month", "0 weeks", "4"])("%s, as --set does", (value) => {
    const session = pageSession(notation);
    expect(session.tryDuration(phaseId("3"), value)).toBeNull();
    const whatIf = { kind: "set", phase: "3", field: "duration", value } as const;
    const tried = applyWhatIf([plan(notation)], [whatIf], settings());
    const again = new PlanSession(pagePlanOf(tried.plans[0]!));
    expect(shown(session.now.schedule)).toEqual(shown(again.written.schedule));
    expect(session.sentences).toEqual(tried.rows.map(({ sentence }) => sentence));
  });

  test("what cannot be read changes nothing, and is said", () => {
    const session = pageSession(notation);
    session.tryDuration(phaseId("1"), "5w");
    const before = session.now;
    expect(session.tryDuration(phaseId("2"), "soon")).toBe('"soon" is no duration that can be read, for Phase 2.');
    expect(session.now).toBe(before);
    expect([...session.tried]).toEqual([["1", "5w"]]);
  });

  test("the way back, one by one or at once, leads to the plan as written", () => {
    const session = pageSession(notation);
    session.tryDuration(phaseId("1"), "5w");
    session.tryDuration(phaseId("2"), "6w");
    expect(session.now.schedule.remaining.dependencies.makespan).toBe(11);
    session.tryDuration(phaseId("2"), null);
    expect(session.now.schedule.remaining.dependencies.makespan).toBe(8);
    session.reset();
    expect(session.now).toBe(session.written);
    expect(session.sentences).toEqual([]);
  });
});
