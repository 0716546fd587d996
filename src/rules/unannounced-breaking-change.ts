import { addDays } from "../grammar/calendar-day.js";
import { parseRelativeDay } from "../grammar/relative-day.js";
import { serviceKey } from "../grammar/service-name.js";
import type { Comparison } from "../model/comparison.js";
import type { Violation } from "../model/finding.js";
import type { BreakingChange, DeclaredDay, Plan } from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { planRule } from "./rule.js";
import { seenBreaks } from "./shared/announcements/seen-breaks.js";
import { entryToPaste, nameOfEntry, rowToPaste, subjectOfEntry } from "./shared/breaking-change-words.js";
import { listed } from "./shared/quantities.js";

export const unannouncedBreakingChange = planRule({
  id: "unannounced-breaking-change",
  summary: "A breaking change must be announced, with the day of the announcement and the day it takes effect.",
  severity: "error",
  *check({ plan, settings }, { today, comparison }) {
    if (comparison !== null) yield* unannounced(comparison, today, settings);
    const why = whyNoDay(plan);
    for (const entry of plan.breakingChanges) {
      // What is deprecated without a day of removal is not going yet.
      if (entry.kind === "removal" && entry.effective === null) continue;
      const faults = [
        ...fault(entry.announced, "the day it was announced"),
        ...fault(entry.effective, "the day it takes effect", why),
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

const MOST_NAMED = 5;

/** What the change breaks without an entry, on base or in it, that names it. */
function* unannounced(comparison: Comparison, today: string, settings: Settings): Iterable<Violation> {
  const entries = [comparison.base, comparison.head].flatMap(({ plan }) => plan.breakingChanges);
  const announced = new Set(entries.map(({ subject }) => serviceKey(subject)));
  for (const { names, change, version, place, phases, others } of seenBreaks(comparison)) {
    if (names.some((name) => announced.has(serviceKey(name)))) continue;
    const subject = names[0]!;
    const passes = addDays(today, settings.announcementDays);
    const users = [...phases.map(({ label }) => label), ...others];
    const more = users.length > MOST_NAMED ? [`${users.length - MOST_NAMED} more`] : [];
    const needed = listed([...users.slice(0, MOST_NAMED), ...more]);
    yield {
      place,
      message:
        `${subject} ${change}, ${needed} still ${users.length === 1 ? "needs" : "need"} it, and no announcement names it. ` +
        `Announced today, it may take effect from ${passes} on.`,
      toPaste: rowToPaste({
        subject,
        change,
        version,
        announced: today,
        effective: passes,
        affects: phases.map(({ id }) => id),
      }),
      phases: phases.map(({ id }) => id),
      subject: `${subject} ${change}`,
    };
  }
}

function fault(day: DeclaredDay | null, what: string, why: (text: string) => string = () => ""): string[] {
  if (day === null) return [`does not state ${what}`];
  return day.day === null ? [`states ${JSON.stringify(day.text)} as ${what}${why(day.text)}`] : [];
}

/** A week or the start of a phase is a day in a plan that has a start day. */
function whyNoDay({ phases }: Plan): (text: string) => string {
  let names: ReadonlySet<string> | undefined;
  const isThere = (name: string): boolean => {
    names ??= new Set([...phases.values()].flatMap(({ id, label }) => [id.toLowerCase(), label.toLowerCase()]));
    return names.has(name.toLowerCase());
  };
  return (text) => {
    const said = parseRelativeDay(text);
    if (said === null) return "";
    return said.kind === "week" || isThere(said.name)
      ? ", but the plan has no start day in the configuration"
      : ", which is no phase of the plan";
  };
}

function placeOfFault({ announced, effective, place }: BreakingChange) {
  if (announced !== null && announced.day === null) return announced.place;
  if (announced !== null && effective !== null && effective.day === null) return effective.place;
  return place;
}
