import type { FindingRow, Report } from "../../model/report.js";
import { plural } from "./plural.js";

/** `accepted by Kim until 2026-12-31 (39 days left): agreed with the crew`; `safe` makes a text harmless. */
export function acceptedInWords(
  { accepted = [] }: Pick<Report, "accepted">,
  safe: (text: string, limit?: number) => string,
): (finding: FindingRow) => string | null {
  const rows = new Map(accepted.map((row) => [row.finding, row]));
  return ({ fingerprint, waivedBy }) => {
    if (waivedBy === null) return null;
    const row = rows.get(fingerprint);
    if (!row) return `accepted by ${safe(waivedBy, 100)}`;
    const left = row.daysLeft === 0 ? "its last day" : `${plural(row.daysLeft, "day")} left`;
    return `accepted by ${safe(row.owner, 100)} until ${safe(row.expires)} (${left}): ${safe(row.reason, 300)}`;
  };
}
