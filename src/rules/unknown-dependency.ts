import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";

export const unknownDependency = planRule({
  id: "unknown-dependency",
  summary: "A dependency must name a phase of the plan.",
  severity: "error",
  *check({ plan }) {
    for (const phase of judgedPhases(plan)) {
      for (const { text, reason, evidence, place } of phase.unresolved) {
        if (reason !== "unknown-phase" || evidence !== "explicit") continue;
        yield {
          place,
          message: `${phase.label} depends on ${JSON.stringify(text)}, but this plan has no such phase.`,
          phases: [phase.id],
          subject: text,
        };
      }
    }
  },
});
