import type { PhaseRow, PlanReport } from "../../../model/report.js";
import {
  criticalLinks,
  flowchartClasses,
  flowchartDirection,
  flowchartHead,
  flowchartLines,
} from "../flowchart-lines.js";
import { isCritical, pictureGraph, type PictureGraph } from "../picture-graph.js";
import { changedPhases, MAX_PICTURED } from "../picture-phases.js";
import { plural } from "../plural.js";
import { mermaidBlock } from "./mermaid-block.js";

const LIMITS = { phases: MAX_PICTURED, folds: 8, links: 100 };

/**
 * An arrow from each phase to those that wait for it. Of a plan too large to be read, the critical and changed phases with
 * their direct neighbours, and the others folded by tier. Null where nothing waits for anything.
 */
export function flowchart(plan: PlanReport): string | null {
  const graph = withoutLooseFolds(
    pictureGraph(plan, LIMITS, plan.phases.length > MAX_PICTURED ? near(plan) : undefined),
  );
  if (graph.links.length === 0) return null;
  const { boxes, links, critical } = flowchartLines(plan, graph);
  const head = flowchartHead(flowchartDirection(graph));
  const picture = mermaidBlock([head, ...boxes, ...links, ...flowchartClasses([graph]), ...criticalLinks(critical)]);
  return graph.linksLeftOut > 0 ? `${picture}\n\n… and ${plural(graph.linksLeftOut, "more arrow")}.` : picture;
}

/** What neither waits nor is waited for is no news about dependencies. Folds come last, so the numbers of phases stay. */
function withoutLooseFolds({ boxes, links, linksLeftOut }: PictureGraph): PictureGraph {
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const kept = boxes.flatMap((box, index) => (box.kind === "phase" || linked.has(index) ? [index] : []));
  const place = new Map(kept.map((index, at) => [index, at]));
  return {
    boxes: kept.map((index) => boxes[index]!),
    links: links.map((link) => ({ ...link, from: place.get(link.from)!, to: place.get(link.to)! })),
    linksLeftOut,
  };
}

function near(plan: PlanReport): ReadonlySet<string> {
  const { phases } = plan;
  const changed = changedPhases(plan);
  const focus = new Set(phases.filter((phase) => isFocus(phase, changed)).map((phase) => phase.id));
  const ids = new Set(focus);
  for (const { id, dependsOn } of phases)
    for (const other of dependsOn) {
      if (focus.has(id)) ids.add(other);
      if (focus.has(other)) ids.add(id);
    }
  return ids;
}

const isFocus = (phase: PhaseRow, changed: ReadonlySet<string>): boolean =>
  changed.has(phase.id) || (isCritical(phase) && phase.status !== "done");
