import type { PlanReport, Report } from "../model/report.js";
import {
  criticalLinks,
  flowchartClasses,
  flowchartDirection,
  flowchartHead,
  flowchartLines,
} from "./shared/flowchart-lines.js";
import { mermaidText } from "./shared/mermaid-text.js";
import { pictureGraph, type PictureLimits } from "./shared/picture-graph.js";
import { plural } from "./shared/plural.js";

/** Mermaid draws no text of 50,000 characters or more, and no more than 500 links. */
const MOST_CHARACTERS = 49_000;
const MOST_LINKS = 480;
const MOST_PHASES = 120;
const MOST_FOLDS = 40;
/** More plans than that would get less than a handful of boxes each. */
const MOST_PLANS = 30;

/**
 * The plans as one Mermaid flowchart, without a fence: an arrow from each phase to those that wait for it, critical ones
 * marked. What would make it too large to be drawn is folded by tier: critical and changed phases go last.
 */
export function renderGraphMermaid({ plans }: Report): string {
  const shown = plans.filter(({ phases }) => phases.length > 0);
  const drawn = shown.slice(0, MOST_PLANS);
  const share = (whole: number): number => Math.floor(whole / Math.max(1, drawn.length));
  let phases = share(MOST_PHASES);
  for (;;) {
    const limits = { phases, folds: Math.max(1, share(MOST_FOLDS)), links: share(MOST_LINKS) };
    const text = flowchartOf(drawn, shown.length - drawn.length, limits);
    if (text.length <= MOST_CHARACTERS || phases === 0) return text;
    phases = Math.floor(phases * 0.7);
  }
}

function flowchartOf(plans: readonly PlanReport[], plansLeftOut: number, limits: PictureLimits): string {
  const graphs = plans.map((plan) => pictureGraph(plan, limits));
  const boxes: string[] = [];
  const links: string[] = [];
  const critical: number[] = [];
  for (const [index, plan] of plans.entries()) {
    const lines = flowchartLines(plan, graphs[index]!, plans.length === 1 ? "n" : `p${index}n`, links.length);
    boxes.push(...(plans.length === 1 ? lines.boxes : subgraph(index, plan.name, lines.boxes)));
    links.push(...lines.links);
    critical.push(...lines.critical);
  }
  const linksLeftOut = graphs.reduce((sum, graph) => sum + graph.linksLeftOut, 0);
  const direction = graphs.some((graph) => flowchartDirection(graph) === "TD") ? "TD" : "LR";
  const lines = [
    flowchartHead(direction),
    ...boxes,
    ...(boxes.length === 0 ? ['  nothing["No phases"]'] : []),
    ...links,
    ...leftOut(plural(linksLeftOut, "more arrow"), linksLeftOut),
    ...leftOut(plural(plansLeftOut, "more plan"), plansLeftOut),
    ...(boxes.length === 0 ? [] : flowchartClasses(graphs)),
    ...criticalLinks(critical),
  ];
  return `${lines.join("\n")}\n`;
}

const subgraph = (index: number, name: string, lines: readonly string[]): string[] => [
  `  subgraph p${index}["${mermaidText(name, 60)}"]`,
  ...lines.map((line) => `  ${line}`),
  "  end",
];

const leftOut = (words: string, count: number): string[] =>
  count > 0 ? [`  left${words.replace(/\W/g, "")}["and ${words}"]`] : [];
