import { planRule } from "./rule.js";
import { moveDay, shortNotices } from "./shared/notice.js";
import { counted } from "./shared/quantities.js";

export const shortDeprecation = planRule({
  id: "short-deprecation",
  summary: "What is deprecated must stay long enough before it is removed.",
  severity: "error",
  *check({ plan, settings }, context) {
    const required = settings.deprecationDays;
    const removals = plan.breakingChanges.filter(({ kind }) => kind === "removal");
    for (const { entry, effective, because, passes } of shortNotices(removals, required, context)) {
      const fix = moveDay(effective, passes, `remove it on ${passes}, the first day that passes`);
      yield {
        place: effective.place,
        message:
          `${entry.subject} is removed on ${effective.day}, ${because}; ` +
          `at least ${counted(required, "day")} of deprecation are required. It passes from ${passes} on.`,
        phases: [],
        subject: `${entry.subject} on ${effective.day}`,
        ...(fix && { fix }),
      };
    }
  },
});
