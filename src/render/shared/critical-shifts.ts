import type { ShiftRow } from "../../model/report.js";

/** Ids of the phases that are critical in head alone, new ones among them, and of those critical in base alone that are left. */
export const criticalShifts = (
  shifts: readonly ShiftRow[],
): { readonly became: readonly string[]; readonly noLonger: readonly string[] } => ({
  became: shifts.filter(({ base, head }) => head?.critical && !base?.critical).map(({ phase }) => phase),
  noLonger: shifts.filter(({ base, head }) => base?.critical && head && !head.critical).map(({ phase }) => phase),
});
