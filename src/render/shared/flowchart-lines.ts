import type { PhaseRow, PlanReport } from "../../model/report.js";
import { weeksInWords } from "./format-weeks.js";
import { mermaidText } from "./mermaid-text.js";
import { isCritical, type PictureBox, type PictureGraph } from "./picture-graph.js";
import { changedPhases } from "./picture-phases.js";
import { planWeeks } from "./plan-weeks.js";
import { plural } from "./plural.js";

const MOST_COLUMNS = 5;

/** What a Mermaid flowchart says before anything else. */
export const flowchartHead = (direction: "LR" | "TD"): string => `flowchart ${direction}`;

/** The lines that name the looks of the boxes of some plans. */
export const flowchartClasses = (graphs: readonly PictureGraph[]): readonly string[] =>
  graphs.some(({ boxes }) => boxes.some(({ kind }) => kind === "fold")) ? [...CLASSES, FOLD_CLASS] : CLASSES;

const CLASSES: readonly string[] = [
  "  classDef critical stroke:#d1242f,stroke-width:3px",
  "  classDef changed stroke:#0969da,stroke-width:2px,stroke-dasharray:5 3",
  "  classDef both stroke:#d1242f,stroke-width:3px,stroke-dasharray:5 3",
  "  classDef done stroke:#1a7f37,stroke-width:1px",
];
const FOLD_CLASS = "  classDef fold stroke:#818b98,stroke-width:1px,stroke-dasharray:2 2";

/** Boxes and arrows of one plan as lines of a flowchart; box names begin with `prefix`, numbers of links with `offset`. */
export function flowchartLines(
  plan: PlanReport,
  { boxes, links }: PictureGraph,
  prefix = "n",
  offset = 0,
): { readonly boxes: readonly string[]; readonly links: readonly string[]; readonly critical: readonly number[] } {
  const changed = changedPhases(plan);
  // Where nothing has a length everything is critical, and red would say nothing.
  const isMarked = planWeeks(plan) === "known";
  return {
    boxes: boxes.map((box, index) => `  ${prefix}${index}["${caption(box)}"]${styleOf(box, changed, isMarked)}`),
    links: links.map(({ from, to }) => `  ${prefix}${from} --> ${prefix}${to}`),
    critical: isMarked ? links.flatMap((link, index) => (link.isCritical ? [offset + index] : [])) : [],
  };
}

/** The line that colours links by their numbers, counted through the whole diagram; none without any. */
export const criticalLinks = (numbers: readonly number[]): string[] =>
  numbers.length > 0 ? [`  linkStyle ${numbers.join(",")} stroke:#d1242f,stroke-width:3px`] : [];

/** A long chain from left to right is shrunk to the width of a comment until nobody can read it. */
export const flowchartDirection = ({ boxes }: PictureGraph): "LR" | "TD" =>
  new Set(boxes.map((box) => (box.kind === "phase" ? box.phase.tier.structural : box.first))).size > MOST_COLUMNS
    ? "TD"
    : "LR";

/** `Tier 3`, `Tiers 3–9`, `No tier`. */
const foldTitle = ({ first, last }: { readonly first: number | null; readonly last: number | null }): string =>
  first === null ? "No tier" : first === last ? `Tier ${first}` : `Tiers ${first}–${last}`;

function caption(box: PictureBox): string {
  if (box.kind === "fold") {
    const { phases } = box;
    const more = phases.length === 1 ? mermaidText(nameOf(phases[0]!), 40) : `${plural(phases.length, "more phase")}`;
    return `${foldTitle(box)}<br/>${more}${phases.every(isDone) ? "<br/>done" : ""}`;
  }
  const { label, title, duration, status } = box.phase;
  const weeks = duration ? weeksInWords(duration.weeks) : "no duration";
  return `${mermaidText(label, 24)}<br/>${mermaidText(title, 40)}<br/>${status === "done" ? "done" : weeks}`;
}

const nameOf = ({ label, title }: PhaseRow): string => `${label} ${title}`;
const isDone = ({ status }: PhaseRow): boolean => status === "done";

function styleOf(box: PictureBox, changed: ReadonlySet<string>, isMarked: boolean): string {
  if (box.kind === "fold") return box.phases.every(isDone) ? ":::done" : ":::fold";
  const { phase } = box;
  if (isDone(phase)) return ":::done";
  const isRed = isMarked && isCritical(phase);
  if (changed.has(phase.id)) return isRed ? ":::both" : ":::changed";
  return isRed ? ":::critical" : "";
}
