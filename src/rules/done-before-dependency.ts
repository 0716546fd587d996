import { planRule } from "./rule.js";
import { STATUS_WORDS } from "./shared/status-words.js";
import { unmetDependencies } from "./shared/unmet-dependencies.js";

export const doneBeforeDependency = planRule({
  id: "done-before-dependency",
  summary: "A phase should not be done before the phases it depends on are.",
  severity: "warning",
  *check({ plan }, { comparison }) {
    const unmet = unmetDependencies(plan, comparison);
    for (const phase of plan.phases.values()) {
      if (phase.status !== "done") continue;
      for (const { dependency, target } of unmet(phase)) {
        yield {
          place: phase.statusPlace ?? phase.places[0]!,
          message:
            `${phase.label} is done, but ${target.label}, which it depends on, is ${STATUS_WORDS[target.status]}. ` +
            `If ${target.label} is over, mark it done; if ${phase.label} did not need it, take it out of the dependencies.`,
          phases: [phase.id, target.id],
          related: [
            { place: dependency.place, message: `${phase.label} depends on ${target.label} here` },
            ...(target.statusPlace === null
              ? []
              : [{ place: target.statusPlace, message: `${target.label} is ${STATUS_WORDS[target.status]} here` }]),
          ],
        };
      }
    }
  },
});
