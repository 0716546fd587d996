import type { PhaseRow, PlanReport, Report } from "../model/report.js";
import { cleanText } from "./shared/clean-text.js";
import { weeksInWords } from "./shared/format-weeks.js";
import { isCritical, isCriticalLink, tiersOf } from "./shared/picture-graph.js";
import { changedPhases } from "./shared/picture-phases.js";
import { planWeeks } from "./shared/plan-weeks.js";
import { plural } from "./shared/plural.js";
import { textWidth } from "./shared/text-width.js";
import { criticalPathInWords } from "./shared/verdict-words.js";
import { xmlText } from "./shared/xml-text.js";

const BOX = { width: 200, height: 52 };
const GAP = { x: 76, y: 20 };
const MARGIN = 24;
const HEADING = 34;
const COLUMN_HEAD = 46;
/** Pixels for a line of text in a box; widths are known for 11 px. */
const ROOM = ((BOX.width - 20) * 11) / 12;
/** Links on the same way beside each other. */
const LANES = [0, 4, -4];
const SWEEPS = 4;

const STYLE = `
text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}
.h{font-size:16px;font-weight:600}.t{font-weight:600;fill:#59636e}.l{font-weight:600}.w{fill:#59636e}
.page{fill:#fff}.box{fill:#f6f8fa;stroke:#818b98}.critical{stroke:#d1242f;stroke-width:2.5}
.changed{stroke-dasharray:6 3}.plain.changed{stroke:#0969da;stroke-width:2}.done{stroke:#1a7f37;fill:#dafbe1}
.link{fill:none;stroke:#818b98;stroke-width:1.2}.link.hot{stroke:#d1242f;stroke-width:2.5}
.tip{fill:#818b98}.tip.hot{fill:#d1242f}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.t,.w{fill:#9198a1}.page{fill:#0d1117}.box{fill:#151b23;stroke:#9198a1}
.critical{stroke:#f85149}.plain.changed{stroke:#4493f8}.done{stroke:#3fb950;fill:#12261e}.link{stroke:#656c76}
.link.hot{stroke:#f85149}.tip{fill:#656c76}.tip.hot{fill:#f85149}}
`.trim();

/**
 * The plans below each other as one SVG that needs nothing beside itself: a column a tier, an arrow from each phase to
 * those that wait for it, critical ones red, changed ones dashed, done ones green; in light and in dark.
 */
export function renderGraphSvg({ plans }: Report): string {
  const shown = plans.filter(({ phases }) => phases.length > 0);
  let top = MARGIN;
  let width = 320;
  const parts: string[] = [];
  for (const plan of shown) {
    const drawn = drawPlan(plan, top);
    parts.push(...drawn.lines);
    width = Math.max(width, drawn.width);
    top += drawn.height + MARGIN;
  }
  if (shown.length === 0) {
    parts.push(text(MARGIN, top + 14, "w", "No phases"));
    top += 24 + MARGIN;
  }
  const name = shown.map(
    (plan) => `${plan.name}: ${plural(plan.phases.length, "phase")}, ${criticalPathInWords(plan)}`,
  );
  const label = xmlText(cleanText(name.join("; ") || "No phases"));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${width}" height="${top}"/>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

/** Where a phase stands; the left upper corner of its box. */
interface Spot {
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

interface Drawing {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

function drawPlan(plan: PlanReport, top: number): Drawing {
  const columns = arranged(plan);
  const first = top + HEADING + COLUMN_HEAD;
  const tallest = columns.reduce((most, { phases }) => Math.max(most, phases.length), 0);
  const spots = new Map<string, Spot>();
  for (const [column, { phases }] of columns.entries()) {
    const x = MARGIN + column * (BOX.width + GAP.x);
    for (const [row, { id }] of phases.entries()) {
      spots.set(id, { column, x, y: first + row * (BOX.height + GAP.y) });
    }
  }
  const isMarked = planWeeks(plan) === "known";
  const changed = changedPhases(plan);
  const lines = [
    text(MARGIN, top + 16, "h", `${cleanText(plan.name, 80)}: ${criticalPathInWords(plan)}`),
    ...columns.map(({ title }, column) => text(MARGIN + column * (BOX.width + GAP.x), first - 28, "t", title)),
    ...links(plan, spots, isMarked),
    ...plan.phases.map((phase) =>
      box(phase, spots.get(phase.id)!, changed.has(phase.id), isMarked && isCritical(phase)),
    ),
  ];
  return {
    lines,
    width: 2 * MARGIN + columns.length * (BOX.width + GAP.x) - GAP.x,
    height: HEADING + COLUMN_HEAD + tallest * (BOX.height + GAP.y) - GAP.y,
  };
}

interface Column {
  readonly title: string;
  readonly phases: readonly PhaseRow[];
}

/** A column a tier, phases without one in the last; each beside what it waits for and what waits for it. */
function arranged(plan: PlanReport): Column[] {
  const tiers = tiersOf(plan);
  const byTier = new Map<number | null, PhaseRow[]>();
  for (const phase of plan.phases) {
    const tier = tiers.get(phase.id) ?? null;
    const members = byTier.get(tier);
    if (members) members.push(phase);
    else byTier.set(tier, [phase]);
  }
  const columns = [...byTier]
    .sort(([one], [other]) => (one ?? Infinity) - (other ?? Infinity))
    .map(([tier, phases]) => ({ title: tier === null ? "No tier" : `Tier ${tier}`, phases }));
  const neighbours = neighboursOf(plan.phases);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const heights = new Map(columns.flatMap(({ phases }) => phases.map(({ id }, row) => [id, row])));
    for (const column of columns) {
      const wanted = new Map(column.phases.map(({ id }) => [id, mean(neighbours.get(id) ?? [], heights, id)]));
      column.phases = column.phases.toSorted((one, other) => wanted.get(one.id)! - wanted.get(other.id)!);
      for (const [row, { id }] of column.phases.entries()) heights.set(id, row);
    }
  }
  return columns;
}

function neighboursOf(phases: readonly PhaseRow[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>(phases.map(({ id }) => [id, []]));
  for (const { id, dependsOn } of phases) {
    for (const other of dependsOn) {
      neighbours.get(other)?.push(id);
      neighbours.get(id)!.push(other);
    }
  }
  return neighbours;
}

function mean(ids: readonly string[], heights: ReadonlyMap<string, number>, own: string): number {
  const known = ids.flatMap((id) => heights.get(id) ?? []);
  if (known.length === 0) return heights.get(own)!;
  return known.reduce((sum, height) => sum + height, 0) / known.length;
}

/** Red ones are drawn last, on top of the others. */
function links(plan: PlanReport, spots: ReadonlyMap<string, Spot>, isMarked: boolean): string[] {
  const byId = new Map(plan.phases.map((phase) => [phase.id, phase]));
  const cold: string[] = [];
  const hot: string[] = [];
  for (const to of plan.phases) {
    for (const [index, id] of to.dependsOn.entries()) {
      const from = byId.get(id);
      if (!from) continue;
      const isHot = isMarked && isCriticalLink(from, to);
      (isHot ? hot : cold).push(link(spots.get(id)!, spots.get(to.id)!, LANES[index % LANES.length]!, isHot));
    }
  }
  return [...cold, ...hot];
}

function link(from: Spot, to: Spot, lane: number, isHot: boolean): string {
  const look = isHot ? " hot" : "";
  const [x1, y1, y2] = [from.x + BOX.width, from.y + BOX.height / 2, to.y + BOX.height / 2];
  if (to.column > from.column) {
    const x2 = to.x - 7;
    const path = to.column === from.column + 1 ? bend(x1, y1, x2, y2) : detour(x1, y1, x2, y2, to.y + lane);
    return `<path class="link${look}" d="M${x1} ${y1}${path}"/><path class="tip${look}" d="M${to.x} ${y2}l-8-4v8z"/>`;
  }
  // Back, or down its own column: around the right side.
  const x2 = to.x + BOX.width;
  const far = Math.max(x1, x2) + GAP.x * 0.7;
  const path = `M${x1} ${y1}C${far} ${y1} ${far} ${y2} ${x2 + 7} ${y2}`;
  return `<path class="link${look}" d="${path}"/><path class="tip${look}" d="M${x2} ${y2}l8-4v8z"/>`;
}

function bend(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** Past the columns between in the gap above the target's row, so that it passes behind no box. */
function detour(x1: number, y1: number, x2: number, y2: number, top: number): string {
  const [left, right, gap] = [x1 + GAP.x - 10, x2 - GAP.x + 17, top - GAP.y / 2];
  return `${bend(x1, y1, left, gap)}H${right}${bend(right, gap, x2, y2)}`;
}

function box(phase: PhaseRow, { x, y }: Spot, isChanged: boolean, isRed: boolean): string {
  const { label, title, duration, status } = phase;
  const isDone = status === "done";
  const look = isDone ? "done" : `${isRed ? "critical" : "plain"}${isChanged ? " changed" : ""}`;
  const weeks = duration ? weeksInWords(duration.weeks) : "no duration";
  const state = isDone ? "done" : isRed ? `${weeks}, critical` : weeks;
  const whole = [`${cleanText(label)} ${cleanText(title)}`.trim(), state, ...(isChanged ? ["changed"] : [])].join(", ");
  return [
    `<g><title>${xmlText(whole)}</title>`,
    `<rect class="box ${look}" x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>`,
    text(x + 10, y + 16, "l", fitted(label)),
    text(x + 10, y + 31, "", fitted(title)),
    text(x + 10, y + 45, "w", state),
    "</g>",
  ].join("");
}

/** Cut to what a box holds. */
function fitted(written: string): string {
  let line = "";
  let used = 0;
  for (const letter of cleanText(written, 80)) {
    used += textWidth(letter);
    if (used > ROOM) return `${line.slice(0, -1).trimEnd()}…`;
    line += letter;
  }
  return line;
}

/** `written` must be clean; it is escaped here. */
const text = (x: number, y: number, look: string, written: string): string =>
  `<text${look ? ` class="${look}"` : ""} x="${x}" y="${y}">${xmlText(written)}</text>`;
