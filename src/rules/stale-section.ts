import { outdatedSections } from "../sync/outdated-sections.js";
import { planRule } from "./rule.js";

export const staleSection = planRule({
  id: "stale-section",
  summary: "A section that plan-gate writes must say what follows from the plan.",
  severity: "warning",
  *check(analysis) {
    for (const { name, place, fault } of analysis.plan.managedSections) {
      if (fault === null) continue;
      const message = `The managed section ${JSON.stringify(name)} cannot be kept up to date: ${fault}.`;
      yield { place, message, phases: [], subject: `${name} ${fault}` };
    }
    for (const { section, edit } of outdatedSections(analysis)) {
      yield {
        place: section.place,
        message: `The managed section ${JSON.stringify(section.name)} is out of date.`,
        phases: [],
        subject: section.name,
        fix: { title: `write the section ${JSON.stringify(section.name)} again`, safety: "safe", edits: [edit] },
      };
    }
  },
});
