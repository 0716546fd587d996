import { addDays, daysBetween } from "../../grammar/calendar-day.js";
import type { BreakingChange } from "../../model/plan.js";

/** `PassengerDirectory (userId → ferryId)`. */
export function nameOfEntry({ subject, change }: BreakingChange): string {
  if (subject === "") return change === "" ? "an unnamed subject" : change;
  return change === "" ? subject : `${subject} (${change})`;
}

/** What tells an entry from all others of its plan, without its dates. */
export const subjectOfEntry = ({ subject, change }: BreakingChange): string =>
  `${subject}: ${change}`.replace(/\s+/g, " ").trim();

/** A table row with days that pass when it is merged `today`: what is stated and good enough is kept. */
export function entryToPaste(entry: BreakingChange, today: string, announcementDays: number): string {
  const announced = entry.announced?.day ?? today;
  const stated = entry.effective?.day;
  const from = announced < today ? today : announced;
  const isLateEnough = stated != null && daysBetween(from, stated) >= announcementDays;
  const cells = [
    entry.subject,
    entry.change,
    entry.version?.text ?? "",
    announced,
    isLateEnough ? stated : addDays(from, announcementDays),
    entry.phase ?? "",
    entry.affects.join(", "),
    entry.migration ?? "",
  ];
  return `| ${cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
}
