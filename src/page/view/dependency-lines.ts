import type { Phase, PhaseId } from "../../model/plan.js";
import { setAttribute } from "./element.js";

/** Where a row stands: the middle of it in pixels, and its bar in weeks. */
export interface PlacedRow {
  readonly phase: Phase;
  readonly middle: number;
  readonly start: number;
  readonly finish: number;
}

const SVG = "http://www.w3.org/2000/svg";
const MOST_LINES = 200;

/** Lines from the ends of what a phase waits for to its start, and from its end to what waits for it. */
export function dependencyLines(
  selected: PhaseId | null,
  rows: readonly PlacedRow[],
  { left, width, weeks }: { readonly left: number; readonly width: number; readonly weeks: number },
): SVGSVGElement {
  const lines = document.createElementNS(SVG, "svg");
  setAttribute(lines, "class", "lines");
  setAttribute(lines, "aria-hidden", "true");
  const own = rows.find(({ phase }) => phase.id === selected);
  if (!own) return lines;
  const awaited = new Set(own.phase.dependsOn.map(({ id }) => id));
  const x = (week: number) => left + (width * week) / weeks;
  const line = (from: PlacedRow, to: PlacedRow) => {
    const [x1, y1, x2, y2] = [x(from.finish), from.middle, x(to.start), to.middle];
    const bend = Math.max(14, Math.abs(x2 - x1) / 2);
    const path = document.createElementNS(SVG, "path");
    setAttribute(path, "d", `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 2} ${y2}m-5 -4l5 4l-5 4`);
    return path;
  };
  const before = rows.filter(({ phase }) => awaited.has(phase.id)).map((row) => line(row, own));
  const after = rows
    .filter(({ phase }) => phase.dependsOn.some(({ id }) => id === selected))
    .map((row) => line(own, row));
  lines.append(...[...before, ...after].slice(0, MOST_LINES));
  return lines;
}
