import { parseRelativeDay } from "../grammar/relative-day.js";
import type { BreakingChange, DeclaredDay, Plan } from "../model/plan.js";
import { planRule } from "./rule.js";
import { entryToPaste, nameOfEntry, subjectOfEntry } from "./shared/breaking-change-words.js";

export const unannouncedBreakingChange = planRule({
  id: "unannounced-breaking-change",
  summary: "A breaking change must state the day it was announced and the day it takes effect.",
  severity: "error",
  *check({ plan, settings }, { today }) {
    for (const entry of plan.breakingChanges) {
      // What is deprecated without a day of removal is not going yet.
      if (entry.kind === "removal" && entry.effective === null) continue;
      const faults = [
        ...fault(entry.announced, "the day it was announced"),
        ...fault(entry.effective, "the day it takes effect", (said) => whyNoDay(said, plan)),
      ];
      if (faults.length === 0) continue;
      yield {
        place: placeOfFault(entry),
        message: `The breaking change of ${nameOfEntry(entry)} ${faults.join(" and ")}; an announcement needs calendar days for both.`,
        toPaste: entryToPaste(entry, today, settings.announcementDays),
        phases: [],
        subject: subjectOfEntry(entry),
      };
    }
  },
});

function fault(day: DeclaredDay | null, what: string, why: (text: string) => string = () => ""): string[] {
  if (day === null) return [`does not state ${what}`];
  return day.day === null ? [`states ${JSON.stringify(day.text)} as ${what}${why(day.text)}`] : [];
}

/** A week or the start of a phase is a day in a plan that has a start day. */
function whyNoDay(text: string, { phases }: Plan): string {
  const said = parseRelativeDay(text);
  if (said === null) return "";
  const name = said.kind === "phase" ? said.name.toLowerCase() : null;
  const isThere =
    name === null ||
    [...phases.values()].some(({ id, label }) => [id, label].some((own) => own.toLowerCase() === name));
  return isThere ? ", but the plan has no start day in the configuration" : ", which is no phase of the plan";
}

function placeOfFault({ announced, effective, place }: BreakingChange) {
  if (announced !== null && announced.day === null) return announced.place;
  if (announced !== null && effective !== null && effective.day === null) return effective.place;
  return place;
}
