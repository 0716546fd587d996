import type { Report } from "../../model/report.js";
import { badgeEndpoint } from "./badge-endpoint.js";
import { badgeSvg } from "./badge-svg.js";
import { reportBadges } from "./report-badges.js";

/** A file by its path below the folder of the badges. */
export interface BadgeFile {
  readonly path: string;
  readonly text: string;
}

/** Each badge as a picture and for a badge service. The same report gives the same bytes. */
export const badgeFiles = (report: Report): BadgeFile[] =>
  reportBadges(report).flatMap(({ path, badge }) => [
    { path: `${path}.svg`, text: badgeSvg(badge) },
    { path: `${path}.json`, text: `${JSON.stringify(badgeEndpoint(badge))}\n` },
  ]);
