import { planRule } from "./rule.js";
import { nameOfEntry, subjectOfEntry } from "./shared/breaking-change-words.js";
import { moveDay, shortNotices } from "./shared/notice.js";
import { counted } from "./shared/quantities.js";

export const shortNotice = planRule({
  id: "short-notice",
  summary: "A breaking change must be announced long enough before it takes effect.",
  severity: "error",
  *check({ plan, settings }, context) {
    const required = settings.announcementDays;
    const changes = plan.breakingChanges.filter(({ kind }) => kind === "change");
    for (const { entry, effective, because, passes } of shortNotices(changes, required, context)) {
      const fix = moveDay(effective, passes, `let it take effect on ${passes}, the first day that passes`);
      yield {
        place: effective.place,
        message:
          `The breaking change of ${nameOfEntry(entry)} takes effect on ${effective.day}, ${because}; ` +
          `at least ${counted(required, "day")} are required. It passes from ${passes} on.`,
        phases: [],
        subject: `${subjectOfEntry(entry)} on ${effective.day}`,
        ...(fix && { fix }),
      };
    }
  },
});
