import type { PhaseRow, TierReportRow } from "../../model/report.js";

/** `declared 2` for a phase that cannot stand in the tier it declares and is counted in a later one, else nothing. */
export function declaredElsewhere({ tier }: TierReportRow, phase: PhaseRow | undefined): string {
  const declared = phase?.tier.declared ?? null;
  return declared === null || declared === tier ? "" : ` (declared ${declared})`;
}
