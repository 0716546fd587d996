import { planRule } from "./rule.js";
import { isAheadOf, unmetDependencies } from "./shared/unmet-dependencies.js";

export const doneBeforeDependency = planRule({
  id: "done-before-dependency",
  summary: "A phase should not be done before the phases it depends on are.",
  severity: "warning",
  *check({ plan }, { comparison }) {
    const unmet = unmetDependencies(plan, comparison);
    for (const phase of plan.phases.values()) {
      if (phase.status !== "done") continue;
      for (const open of unmet(phase)) {
        const { target } = open;
        const advice = `If ${target.label} is over, mark it done; if ${phase.label} did not need it, take it out of the dependencies.`;
        yield isAheadOf(phase, "done", open, advice);
      }
    }
  },
});
