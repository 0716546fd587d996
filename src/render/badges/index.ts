import type { Report } from "../../model/report.js";
import { badgeEndpoint, type BadgeEndpoint } from "./badge-endpoint.js";
import { reportBadges } from "./report-badges.js";

export { badgeFiles, type BadgeFile } from "./badge-files.js";

/** What each badge says, by its path without an ending. */
export const badgeEndpoints = (report: Report): Record<string, BadgeEndpoint> =>
  Object.fromEntries(reportBadges(report).map(({ path, badge }) => [path, badgeEndpoint(badge)]));
