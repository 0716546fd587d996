import type { PhaseRow, PlanReport } from "../../../model/report.js";
import { weeksInWords } from "../format-weeks.js";
import { mermaidText } from "../mermaid-text.js";
import { planWeeks } from "../plan-weeks.js";
import { mermaidBlock } from "./mermaid-block.js";
import { changedPhases, MAX_PICTURED, pictureOrder } from "./picture-phases.js";

const MAX_EDGES = 100;
const MOST_COLUMNS = 5;

/** The critical and changed phases with their direct neighbours, an arrow from each phase to those that wait for it. */
export function flowchart(plan: PlanReport): string | null {
  const changed = changedPhases(plan);
  // Where nothing has a length everything is critical, and red would say nothing.
  const isMarked = planWeeks(plan) === "known" ? isCritical : () => false;
  const focus = new Set(plan.phases.filter((phase) => isFocus(phase, changed)).map((phase) => phase.id));
  const near = new Set(focus);
  for (const { id, dependsOn } of plan.phases)
    for (const other of dependsOn) {
      if (focus.has(id)) near.add(other);
      if (focus.has(other)) near.add(id);
    }
  const wanted = pictureOrder(plan).filter((phase) => near.has(phase.id));
  const shown = new Map(wanted.slice(0, MAX_PICTURED).map((phase) => [phase.id, phase]));
  const nodes = plan.phases.filter((phase) => shown.has(phase.id));
  const nameOf = new Map(nodes.map((phase, index) => [phase.id, `n${index}`]));
  const edges = nodes
    .flatMap((to) => to.dependsOn.map((id) => ({ from: shown.get(id), to })))
    .filter((edge): edge is { from: PhaseRow; to: PhaseRow } => edge.from !== undefined)
    .slice(0, MAX_EDGES);
  if (edges.length === 0) return null;
  const critical = edges.flatMap((edge, index) => (isMarked(edge.to) && isCriticalLink(edge) ? [index] : []));
  const picture = mermaidBlock([
    `flowchart ${direction(nodes)}`,
    ...nodes.map(
      (phase) =>
        `  ${nameOf.get(phase.id)!}["${caption(phase)}"]${styleOf(phase, changed.has(phase.id), isMarked(phase))}`,
    ),
    ...edges.map(({ from, to }) => `  ${nameOf.get(from.id)!} --> ${nameOf.get(to.id)!}`),
    "  classDef critical stroke:#d1242f,stroke-width:3px",
    "  classDef changed stroke:#0969da,stroke-width:2px,stroke-dasharray:5 3",
    "  classDef both stroke:#d1242f,stroke-width:3px,stroke-dasharray:5 3",
    "  classDef done stroke:#1a7f37,stroke-width:1px",
    ...(critical.length > 0 ? [`  linkStyle ${critical.join(",")} stroke:#d1242f,stroke-width:3px`] : []),
  ]);
  const left = wanted.length - shown.size;
  return left > 0 ? `${picture}\n\n… and ${left} more.` : picture;
}

// A long chain from left to right is shrunk to the width of a comment until nobody can read it.
const direction = (nodes: readonly PhaseRow[]): string =>
  new Set(nodes.map((phase) => phase.tier.structural)).size > MOST_COLUMNS ? "TD" : "LR";

const isFocus = (phase: PhaseRow, changed: ReadonlySet<string>): boolean =>
  changed.has(phase.id) || (isCritical(phase) && phase.status !== "done");

const isCritical = (phase: PhaseRow): boolean => phase.remaining?.critical === true;

const isCriticalLink = ({ from, to }: { readonly from: PhaseRow; readonly to: PhaseRow }): boolean =>
  isCritical(from) &&
  isCritical(to) &&
  from.status !== "done" &&
  from.remaining!.earliestFinish === to.remaining!.earliestStart;

function caption(phase: PhaseRow): string {
  const title = mermaidText(phase.title, 40);
  const weeks = phase.duration ? weeksInWords(phase.duration.weeks) : "no duration";
  return `${mermaidText(phase.label, 24)}<br/>${title}<br/>${phase.status === "done" ? "done" : weeks}`;
}

function styleOf({ status }: PhaseRow, isChanged: boolean, isMarked: boolean): string {
  if (status === "done") return ":::done";
  if (isChanged) return isMarked ? ":::both" : ":::changed";
  return isMarked ? ":::critical" : "";
}
