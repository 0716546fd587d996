import type { Report } from "../../model/report.js";
import type { Badge } from "./badge.js";
import { planFolders } from "./plan-folders.js";
import { gateBadge, planBadges, type Counts } from "./plan-badges.js";

/** A badge and where it belongs. */
export interface PlacedBadge {
  /** Without an ending, such as `gate` or `docs-plan/critical-path`. */
  readonly path: string;
  /** Name of the plan it is about; null for all. */
  readonly plan: string | null;
  readonly badge: Badge;
}

/** The gate's own badge first, then those of each plan, in the order of the report; none where nothing was judged. */
export function reportBadges(report: Report): PlacedBadge[] {
  const { plans, verdict } = report;
  if (plans.length === 0) return [];
  const counts = countsByPlan(report);
  const folders = planFolders(plans.map(({ name }) => name));
  return [
    { path: "gate", plan: null, badge: gateBadge(verdict) },
    ...plans.flatMap((plan, index) =>
      planBadges(plan, counts.get(plan.name) ?? NONE, verdict).map((badge) => ({
        path: `${folders[index]!}/${badge.kind}`,
        plan: plan.name,
        badge,
      })),
    ),
  ];
}

const NONE: Counts = { errors: 0, warnings: 0 };

/** What counts is what the verdict counts. */
function countsByPlan({ findings, verdict }: Report): ReadonlyMap<string, Counts> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { plan, severity, isNew, waivedBy } of findings) {
    if (waivedBy !== null || !(isNew || verdict.gate === "all")) continue;
    const count = counts.get(plan) ?? { ...NONE };
    if (severity === "error") count.errors++;
    if (severity === "warning") count.warnings++;
    counts.set(plan, count);
  }
  return counts;
}
