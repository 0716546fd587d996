import type { DiffReport } from "../model/diff-report.js";
import { safeJson } from "./shared/safe-json.js";

/** The difference as JSON: same difference, same bytes. Described by `schema/diff.schema.json`. */
export const renderDiffJson = (report: DiffReport): string => safeJson(report);
