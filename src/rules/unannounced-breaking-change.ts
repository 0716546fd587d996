import type { BreakingChange, DeclaredDay } from "../model/plan.js";
import { planRule } from "./rule.js";
import { entryToPaste, nameOfEntry, subjectOfEntry } from "./shared/breaking-change-words.js";

export const unannouncedBreakingChange = planRule({
  id: "unannounced-breaking-change",
  summary: "A breaking change must state the day it was announced and the day it takes effect.",
  severity: "error",
  *check({ plan, settings }, { today }) {
    for (const entry of plan.breakingChanges) {
      const faults = [
        ...fault(entry.announced, "the day it was announced"),
        ...fault(entry.effective, "the day it takes effect"),
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

function fault(day: DeclaredDay | null, what: string): string[] {
  if (day === null) return [`does not state ${what}`];
  return day.day === null ? [`states ${JSON.stringify(day.text)} as ${what}`] : [];
}

function placeOfFault({ announced, effective, place }: BreakingChange) {
  if (announced !== null && announced.day === null) return announced.place;
  if (announced !== null && effective !== null && effective.day === null) return effective.place;
  return place;
}
