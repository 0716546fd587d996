import type { Report } from "../model/report.js";
import { safeJson } from "./shared/safe-json.js";

/** The report as JSON: same report, same bytes. What scripts may rely on is described by `schema/report.schema.json`. */
export const renderJson = (report: Report): string => safeJson(report);
