import { addDays } from "../grammar/calendar-day.js";
import type { AnnouncementQuestion } from "../model/first-on-base.js";
import type { BreakingChange, Plan } from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { announcementKey } from "./announcement-key.js";

/** The days of notice that an entry needs. */
const noticeNeeded = ({ kind }: BreakingChange, settings: Settings): number =>
  kind === "removal" ? settings.deprecationDays : settings.announcementDays;

/** What the history of base is asked about an entry: only the earliest day that base was at a given state for. */
export const questionOf = (entry: BreakingChange): string =>
  JSON.stringify([announcementKey(entry), entry.effective?.day ?? entry.effective?.text ?? null]);

/**
 * The entries whose notice may be too short for all that base, which has them, says today: those that take effect so
 * soon that it matters since when base has said so. For all others no history needs to be read.
 */
export function announcementQuestions(
  base: Plan,
  head: Plan,
  settings: Settings,
  today: string,
): readonly AnnouncementQuestion[] {
  const announces = createAnnounces();
  const onBase = new Map<string, BreakingChange>();
  for (const entry of base.breakingChanges) {
    const key = announcementKey(entry);
    if (!onBase.has(key)) onBase.set(key, entry);
  }
  const questions = new Map<string, AnnouncementQuestion>();
  for (const entry of [...base.breakingChanges, ...head.breakingChanges]) {
    const known = onBase.get(announcementKey(entry));
    const effective = entry.effective?.day;
    if (known?.announced?.day == null || known.effective?.day == null || effective == null) continue;
    const enough = addDays(effective, -noticeNeeded(entry, settings));
    // Said too late, or over: then no history can change what is to be said about it.
    if (effective < today || today <= enough || effective < known.effective.day) continue;
    questions.set(questionOf(entry), {
      id: questionOf(entry),
      enough,
      path: known.place.path,
      isAlone: base.documents.length === 1,
      isAnsweredBy: (found) => announces(found, entry, effective),
    });
  }
  return [...questions.values()];
}

/** Tells whether a plan says of the same change that it takes effect on the day or before it. */
function createAnnounces(): (plan: Plan, entry: BreakingChange, effective: string) => boolean {
  const entriesOf = new WeakMap<Plan, Map<string, BreakingChange[]>>();
  return (plan, entry, effective) => {
    const byKey = entriesOf.get(plan) ?? indexed(plan.breakingChanges);
    entriesOf.set(plan, byKey);
    return (byKey.get(announcementKey(entry)) ?? []).some(
      (said) =>
        said.announced?.day != null &&
        (said.effective?.day == null
          ? said.effective?.text === entry.effective?.text
          : said.effective.day <= effective),
    );
  };
}

function indexed(entries: readonly BreakingChange[]): Map<string, BreakingChange[]> {
  const byKey = new Map<string, BreakingChange[]>();
  for (const entry of entries) {
    const same = byKey.get(announcementKey(entry));
    if (same === undefined) byKey.set(announcementKey(entry), [entry]);
    else same.push(entry);
  }
  return byKey;
}
