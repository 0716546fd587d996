import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { STATUS_WORDS } from "./shared/status-words.js";
import { unmetDependencies } from "./shared/unmet-dependencies.js";

export const startedEarly = planRule({
  id: "started-early",
  summary: "A phase should not be in progress before the phases it depends on are done.",
  severity: "warning",
  *check({ plan }, { comparison }) {
    const unmet = unmetDependencies(plan, comparison);
    for (const phase of judgedPhases(plan)) {
      if (phase.status !== "in-progress") continue;
      for (const { dependency, target } of unmet(phase)) {
        yield {
          place: phase.statusPlace ?? phase.places[0]!,
          message:
            `${phase.label} is in progress, but ${target.label}, which it depends on, is ${STATUS_WORDS[target.status]}. ` +
            `Finish ${target.label} first, or take it out of what ${phase.label} depends on.`,
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
