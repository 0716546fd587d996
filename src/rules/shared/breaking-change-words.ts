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
  return rowToPaste({
    subject: entry.subject,
    change: entry.change,
    version: entry.version?.text ?? null,
    announced,
    effective: isLateEnough ? stated : addDays(from, announcementDays),
    phase: entry.phase,
    affects: entry.affects,
    migration: entry.migration,
  });
}

/** What a row of the canonical table says. */
interface Row {
  readonly subject: string;
  readonly change: string;
  readonly version: string | null;
  readonly announced: string;
  readonly effective: string;
  readonly phase?: string | null;
  readonly affects: readonly string[];
  readonly migration?: string | null;
}

/** A row of the canonical table. */
export function rowToPaste({ subject, change, version, announced, effective, phase, affects, migration }: Row): string {
  const cells = [
    subject,
    change,
    version ?? "",
    announced,
    effective,
    phase ?? "",
    affects.join(", "),
    migration ?? "",
  ];
  return `| ${cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
}
