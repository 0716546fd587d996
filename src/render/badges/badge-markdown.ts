import type { Report } from "../../model/report.js";
import { markdownText } from "../shared/markdown-text.js";
import { reportBadges } from "./report-badges.js";

/**
 * Markdown that shows the badges, to paste: one line for all plans, one for each. It says nothing that changes with the
 * plan. `folder` is a path, without the last slash.
 */
export function badgeMarkdown(report: Report, folder: string): string {
  const lines = new Map<string | null, string[]>();
  const isOnly = report.plans.length === 1;
  for (const { path, plan, badge } of reportBadges(report)) {
    if (isOnly && plan !== null && badge.kind === "gate") continue;
    const name = plan === null || isOnly ? "" : ` of ${markdownText(plan, 100)}`;
    const line = lines.get(plan) ?? [];
    line.push(`![${badge.label}${name}](${address(`${folder}/${path}.svg`)})`);
    lines.set(plan, line);
  }
  return [...lines.values()].map((line) => `${line.join("\n")}\n`).join("\n");
}

/** A path as a link's target in Markdown: nothing that ends it early, or is taken for a question or an anchor. */
const address = (path: string): string =>
  path
    .split("/")
    .map((step) => encodeURIComponent(step).replace(/[()'*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join("/");
