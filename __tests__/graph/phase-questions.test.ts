import { describe, expect, it } from "@jest/globals";
import { isDone } from "../../src/graph/is-done.js";
import { isOpen } from "../../src/graph/is-open.js";
import { isScheduled } from "../../src/graph/is-scheduled.js";
import { mayShareTier } from "../../src/graph/may-share-tier.js";
import { phase, phaseId, plan, settings } from "../kit/plan-builder.js";

describe("isScheduled", () => {
  it("is false for tangents and deprecated phases only", () => {
    expect(isScheduled(phase("1", { status: "tangent" }))).toBe(false);
    expect(isScheduled(phase("1", { status: "deprecated" }))).toBe(false);
    expect(isScheduled(phase("1", { status: "paused" }))).toBe(true);
  });
});

describe("isDone", () => {
  it("goes by the status or a historical tier", () => {
    expect(isDone(phase("1", { status: "done" }))).toBe(true);
    expect(isDone(phase("1", { tier: "N/A (historical)", status: "unknown" }))).toBe(true);
    expect(isDone(phase("1", { tier: "Tier 1 or Tier 2", status: "in-progress" }))).toBe(false);
  });
});

describe("isOpen", () => {
  const example = plan({
    done: { status: "done" },
    old: { tier: "N/A" },
    tangent: { status: "tangent" },
    open: {},
    last: { dependsOn: ["done", "old", "tangent", "open", { id: "open", satisfied: true }, "nobody"] },
  });

  it("is true while the target is not done and the author has not ticked it off", () => {
    const { dependsOn } = example.phases.get(phaseId("last"))!;
    expect(dependsOn.map((dependency) => isOpen(dependency, example))).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe("mayShareTier", () => {
  const after = { tier: 1, sequencedAfter: ["b"] };

  it("wants the author's word, a declared tier and a short phase", () => {
    const short = phase("b", { duration: 4 });
    expect(mayShareTier(phase("a", after), short, settings())).toBe(true);
    expect(mayShareTier(phase("a", { tier: 1 }), short, settings())).toBe(false);
    expect(mayShareTier(phase("a", { sequencedAfter: ["b"] }), short, settings())).toBe(false);
    expect(mayShareTier(phase("a", after), phase("b", { duration: 5 }), settings())).toBe(false);
    expect(mayShareTier(phase("a", after), phase("b"), settings())).toBe(false);
    expect(mayShareTier(phase("a", after), phase("b", { duration: 5 }), settings({ shortPhaseWeeks: 5 }))).toBe(true);
  });
});
