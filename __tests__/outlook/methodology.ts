import type { PhaseNotation } from "../kit/plan-builder.js";

/** The plan that the methodology itself uses as its example, whole and as it stands when Phase 8 is done. */
export const methodology = (isToday: boolean): Record<string, PhaseNotation> => ({
  8: { tier: 0, duration: 12, status: isToday ? "done" : "not-started" },
  13: { tier: 1, duration: 4, dependsOn: ["8"] },
  14: { tier: 1, duration: 4, dependsOn: ["8"], ...(isToday ? { remaining: 2, status: "in-progress" } : {}) },
  15: { tier: 1, duration: 15 },
  16: { tier: 1, duration: 2 },
  17: { tier: 2, duration: 72 },
  18: { tier: 2, duration: 7, dependsOn: ["8", "14"] },
  19: { tier: 2, duration: 18, dependsOn: ["8"] },
  20: { tier: 3, duration: 13, dependsOn: ["18"] },
});
