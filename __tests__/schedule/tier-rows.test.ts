import { describe, expect, it } from "@jest/globals";
import { scheduled } from "./scheduled.js";

describe("tierRows", () => {
  it("shows each tier with its phases, its weeks and the phase that decides its length", () => {
    const { rows } = scheduled({
      8: { tier: 0, duration: 12, status: "done" },
      14: { tier: 1, duration: 4, remaining: 2, status: "in-progress", dependsOn: ["8"] },
      15: { tier: 1, duration: 15 },
      20: { tier: 3, duration: 13, dependsOn: ["14"] },
    });
    expect(rows).toEqual([
      { tier: 0, phases: ["8"], longest: "8", state: "done", progressPercent: 100, start: 0, finish: 12 },
      {
        tier: 1,
        phases: ["14", "15"],
        longest: "15",
        state: "in-progress",
        progressPercent: 10.526316,
        start: 12,
        finish: 27,
      },
      { tier: 3, phases: ["20"], longest: "20", state: "waiting", progressPercent: 0, start: 27, finish: 40 },
    ]);
  });

  it("tells ready from waiting, and a half-done tier from both", () => {
    const { rows } = scheduled({
      a: { tier: 0, status: "done" },
      b: { tier: 1 },
      c: { tier: 2 },
      d: { tier: 3, status: "done" },
      e: { tier: 3 },
    });
    expect(rows.map(({ tier, state }) => `${tier} ${state}`)).toEqual([
      "0 done",
      "1 ready",
      "2 waiting",
      "3 in-progress",
    ]);
  });

  it("looks at what is left to name the deciding phase, and at the whole once all is done", () => {
    const tier = (status: "done" | "not-started") =>
      scheduled({ a: { tier: 1, duration: 9, status: "done" }, b: { tier: 1, duration: 2, status } }).rows[0]!;
    expect(tier("not-started").longest).toBe("b");
    expect(tier("done").longest).toBe("a");
  });

  it("counts a chain inside the tier", () => {
    const { rows } = scheduled({
      a: { tier: 1, duration: 2 },
      b: { tier: 1, duration: 3, dependsOn: ["a"], sequencedAfter: ["a"] },
      c: { tier: 1, duration: 4 },
    });
    expect(rows).toMatchObject([{ longest: "b", start: 0, finish: 5 }]);
  });

  it("counts phases where no duration is known, and then no phase decides", () => {
    const { rows } = scheduled({ a: { tier: 1, status: "done" }, b: { tier: 1 }, c: { tier: 1 } });
    expect(rows).toMatchObject([{ longest: null, progressPercent: 33.333333 }]);
  });

  it("takes a phase with more weeks left than planned as not begun", () => {
    const { rows } = scheduled({
      a: { tier: 1, duration: 4, remaining: 6, status: "in-progress" },
      b: { tier: 1, duration: 4, status: "done" },
    });
    expect(rows).toMatchObject([{ longest: "a", progressPercent: 50 }]);
  });

  it("stands a phase whose declared tier breaks a dependency where Option A would put it", () => {
    const { rows } = scheduled({ a: { tier: 1, duration: 9 }, b: { tier: 1, duration: 1, dependsOn: ["a"] } });
    expect(rows.map(({ tier, phases }) => [tier, ...phases])).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
  });
});
