import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";

export const dependencyOnTangent = planRule({
  id: "dependency-on-tangent",
  summary: "A phase of the plan must not depend on a tangent.",
  severity: "warning",
  *check({ plan }) {
    for (const phase of judgedPhases(plan)) {
      const seen = new Set<string>();
      for (const { id, evidence, satisfied, place } of phase.dependsOn) {
        const target = plan.phases.get(id);
        if (target?.status !== "tangent" || evidence !== "explicit" || satisfied || seen.has(id)) continue;
        seen.add(id);
        yield {
          place,
          message:
            `${phase.label} depends on ${target.label}, which is a tangent: exploratory work is not scheduled, so nothing ` +
            `holds ${phase.label} up. Make ${target.label} a phase of the plan, or take it out of the dependencies.`,
          phases: [phase.id, id],
          related: [{ place: target.statusPlace ?? target.places[0]!, message: `${target.label} is a tangent here` }],
        };
      }
    }
  },
});
