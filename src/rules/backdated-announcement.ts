import { addDays } from "../grammar/calendar-day.js";
import type { BreakingChange } from "../model/plan.js";
import { changeRule } from "./rule.js";
import { nameOfEntry, subjectOfEntry } from "./shared/breaking-change-words.js";
import { moveDay } from "./shared/notice.js";

export const backdatedAnnouncement = changeRule({
  id: "backdated-announcement",
  summary: "An announcement must not claim to be older than it is.",
  severity: "error",
  *check({ changes }, { today }) {
    for (const change of changes) {
      if (change.kind === "breaking-change-added") {
        const announced = change.entry.announced?.day;
        // A day of grace: the text may have been written yesterday, or east of here.
        if (announced == null || announced >= addDays(today, -1)) continue;
        yield backdated(change.entry, announced, today, "but this change brings it, and base has never held it");
      } else if (change.kind === "breaking-change-edited") {
        const announced = change.entry.announced?.day;
        const before = change.before.announced?.day ?? null;
        if (announced == null) continue;
        if (before === null && announced < addDays(today, -1)) {
          yield backdated(change.entry, announced, today, "but base does not say when it was announced");
        } else if (before !== null && announced < before) {
          yield backdated(change.entry, announced, before, `but base says on ${before}`);
        }
      }
    }
  },
});

function backdated(entry: BreakingChange, announced: string, passes: string, but: string) {
  const fix = moveDay(entry.announced!, passes, `say that it was announced on ${passes}`);
  return {
    place: entry.announced!.place,
    message: `The breaking change of ${nameOfEntry(entry)} says it was announced on ${announced}, ${but}. ${passes} passes.`,
    phases: [],
    subject: subjectOfEntry(entry),
    ...(fix && { fix }),
  };
}
