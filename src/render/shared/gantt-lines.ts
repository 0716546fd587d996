import { formatWeeks } from "./format-weeks.js";
import { mermaidText } from "./mermaid-text.js";

// Mermaid reads whole numbers as milliseconds and can print seconds as a bare number: a week is drawn as one second,
// so the axis counts weeks without any calendar behind it.
const UNITS_PER_WEEK = 1000;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];
const MOST_TICKS = 8;

/** What a gantt over so many weeks begins with; `title` must be safe. */
export function ganttHead(title: string, weeks: number): string[] {
  const step = STEPS.find((one) => weeks / one <= MOST_TICKS) ?? 2000;
  return [
    "gantt",
    `  title ${title}`,
    "  dateFormat x",
    "  axisFormat %s",
    `  tickInterval ${step}second`,
    "  todayMarker off",
  ];
}

/** One bar in weeks from 0, a milestone where it takes no time; `name` is made safe and short. */
export function ganttBar(name: string, start: number, finish: number, isCritical: boolean): string {
  const tags = [...(isCritical ? ["crit"] : []), ...(start === finish ? ["milestone"] : [])];
  const at = (weeks: number) => String(Math.round(weeks * UNITS_PER_WEEK));
  return `    ${mermaidText(name, 30)} (${formatWeeks(finish - start)}) :${[...tags, at(start), at(finish)].join(", ")}`;
}
