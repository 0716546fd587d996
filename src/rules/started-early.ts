import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { isAheadOf, unmetDependencies } from "./shared/unmet-dependencies.js";

export const startedEarly = planRule({
  id: "started-early",
  summary: "A phase should not be in progress before the phases it depends on are done.",
  severity: "warning",
  *check({ plan }, { comparison }) {
    const unmet = unmetDependencies(plan, comparison);
    for (const phase of judgedPhases(plan)) {
      if (phase.status !== "in-progress") continue;
      for (const open of unmet(phase)) {
        const { target } = open;
        const advice = `Finish ${target.label} first, or take it out of what ${phase.label} depends on.`;
        yield isAheadOf(phase, "in progress", open, advice);
      }
    }
  },
});
