import type { PhaseRow, PlanReport } from "../../../model/report.js";
import { formatWeeks } from "../format-weeks.js";
import { mermaidText } from "../mermaid-text.js";
import { planWeeks } from "../plan-weeks.js";
import { mermaidBlock } from "./mermaid-block.js";
import { MAX_PICTURED, pictureOrder } from "./picture-phases.js";

// Mermaid reads whole numbers as milliseconds and can print seconds as a bare number: a week is drawn as one second,
// so the axis counts weeks without any calendar behind it.
const UNITS_PER_WEEK = 1000;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
const MOST_TICKS = 8;

/** What is left of the plan as bars by tier, critical ones marked, weeks from now as axis; null when nothing is left. */
export function gantt(plan: PlanReport): string | null {
  if (planWeeks(plan) !== "known") return null;
  const order = pictureOrder(plan).filter((phase) => phase.remaining && phase.status !== "done");
  const shown = new Set(order.slice(0, MAX_PICTURED));
  const end = Math.max(0, ...[...shown].map((phase) => phase.remaining!.earliestFinish));
  if (end === 0) return null;
  const step = STEPS.find((weeks) => end / weeks <= MOST_TICKS) ?? 2000;
  const lines = sections(plan).flatMap(({ title, phases }) => {
    const bars = phases.filter((phase) => shown.has(phase)).map(bar);
    return bars.length > 0 ? [`  section ${title}`, ...bars] : [];
  });
  const picture = mermaidBlock([
    "gantt",
    "  title Weeks from now by dependencies, critical phases in red",
    "  dateFormat x",
    "  axisFormat %s",
    `  tickInterval ${step}second`,
    "  todayMarker off",
    ...lines,
  ]);
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
  const tags = [...(critical ? ["crit"] : []), ...(earliestStart === earliestFinish ? ["milestone"] : [])];
  const at = (weeks: number) => String(Math.round(weeks * UNITS_PER_WEEK));
  const name = mermaidText(`${phase.label} ${phase.title}`, 30);
  return `    ${name} (${formatWeeks(earliestFinish - earliestStart)}) :${[...tags, at(earliestStart), at(earliestFinish)].join(", ")}`;
}
