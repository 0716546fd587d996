import type { PageFinding } from "../../../model/page-data.js";
import type { FindingRow } from "../../../model/report.js";
import { cleanText } from "../clean-text.js";

/** A finding as the page shows it; `onHead` is the index of each phase by id, none for a finding about no plan. */
export const pageFinding = (finding: FindingRow, onHead: ReadonlyMap<string, number> = new Map()): PageFinding => ({
  ruleId: finding.ruleId,
  severity: finding.severity,
  message: cleanText(finding.message),
  path: cleanText(finding.place.path, 500),
  line: finding.place.line,
  phases: finding.phases.flatMap((id) => onHead.get(id) ?? []),
  isNew: finding.isNew,
  waivedBy: finding.waivedBy === null ? null : cleanText(finding.waivedBy, 100),
});
