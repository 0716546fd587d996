import type { ScheduleReport } from "../model/schedule-report.js";
import { safeJson } from "./shared/safe-json.js";

/** The schedule as JSON: same schedule, same bytes; described by `schema/schedule.schema.json`. */
export const renderScheduleJson = (report: ScheduleReport): string => safeJson(report);
