import type { PhaseRow, PlanReport } from "../../../model/report.js";
import { ganttBar, ganttHead } from "../gantt-lines.js";
import { planWeeks } from "../plan-weeks.js";
import { mermaidBlock } from "./mermaid-block.js";
import { MAX_PICTURED, pictureOrder } from "../picture-phases.js";

/** What is left of the plan as bars by tier, critical ones marked, weeks from now as axis; null when nothing is left. */
export function gantt(plan: PlanReport): string | null {
  if (planWeeks(plan) !== "known") return null;
  const order = pictureOrder(plan).filter((phase) => phase.remaining && phase.status !== "done");
  const shown = new Set(order.slice(0, MAX_PICTURED));
  const end = Math.max(0, ...[...shown].map((phase) => phase.remaining!.earliestFinish));
  if (end === 0) return null;
  const lines = sections(plan).flatMap(({ title, phases }) => {
    const bars = phases.filter((phase) => shown.has(phase)).map(bar);
    return bars.length > 0 ? [`  section ${title}`, ...bars] : [];
  });
  const picture = mermaidBlock([...ganttHead("Weeks from now by dependencies, critical phases in red", end), ...lines]);
  const left = order.length - shown.size;
  return left > 0 ? `${picture}\n\n… and ${left} more, none of them critical or changed before those shown.` : picture;
}

/** By the tiers of the table of tiers, so that both say the same of every phase. */
function sections({ phases, tiers }: PlanReport): { readonly title: string; readonly phases: readonly PhaseRow[] }[] {
  const tierOf = new Map(tiers.flatMap(({ tier, phases }) => phases.map((id) => [id, tier] as const)));
  return [
    ...tiers.map(({ tier }) => ({
      title: `Tier ${tier}`,
      phases: phases.filter(({ id }) => tierOf.get(id) === tier),
    })),
    { title: "No tier", phases: phases.filter(({ id }) => !tierOf.has(id)) },
  ];
}

function bar(phase: PhaseRow): string {
  const { earliestStart, earliestFinish, critical } = phase.remaining!;
  return ganttBar(`${phase.label} ${phase.title}`, earliestStart, earliestFinish, critical);
}
