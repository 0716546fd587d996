import type { AgentsRow, PlanReport } from "../../model/report.js";
import { formatWeeks, weeksInWords } from "./format-weeks.js";
import { listInWords } from "./list-in-words.js";
import { plural } from "./plural.js";
import { isLowerBound } from "./verdict-words.js";

const MOST_NAMED = 8;

/** What agents and proof mean, for below a table. */
export const AGENTS_GLOSSARY =
  "An agent works on one phase at a time and waits for no hand-over. Proven best: no schedule with so many agents is shorter.";

export const AGENTS_TITLES = ["Agents", "Weeks", "Busy", ""] as const;

/** Cells of a table for what is left, a row for each number of agents that more agents improve on. */
export function agentsCells({ agents, totals: { remaining } }: PlanReport): string[][] {
  const mark = isLowerBound(remaining) ? "≥ " : "";
  const enough = fewestBest(agents)?.agents ?? 0;
  return agents
    .filter((row) => row.agents <= enough)
    .map((row) => [
      String(row.agents),
      mark + formatWeeks(row.weeks),
      `${Math.round((100 * remaining.sequential) / (row.agents * row.weeks))} %`,
      row.proven ? "proven best" : `not below ${formatWeeks(row.lowerBound)}`,
    ]);
}

/** `2 agents are enough for 72 weeks`; null where there are no weeks. */
export function agentsInWords({ agents, totals: { remaining } }: PlanReport): string | null {
  const enough = fewestBest(agents);
  if (enough === null) return null;
  const weeks = (isLowerBound(remaining) ? "≥ " : "") + weeksInWords(enough.weeks);
  // The sweep has ended before more agents could not help any more.
  if (enough.weeks > remaining.dependencies) return `${plural(enough.agents, "agent")}: ${weeks}, more were not tried`;
  return `${plural(enough.agents, "agent is", "agents are")} enough for ${weeks}`;
}

/**
 * How many phases of what is left can run side by side, and what all of it passes through, a sentence each; none for a
 * plan that names no dependency or has less than two phases left.
 */
export function shapeInWords(plan: PlanReport, label: (id: string) => string): string[] {
  const { graph, phases } = plan;
  if (graph === undefined || graph.phases < 2 || !phases.some(({ dependsOn }) => dependsOn.length > 0)) return [];
  const list = (ids: readonly string[]) => listInWords(ids.map(label), MOST_NAMED);
  const side =
    graph.width === 1
      ? "No two phases can run side by side."
      : `${graph.exact ? "At most" : "At least"} ${graph.width} phases can run side by side: ${list(graph.widest)}.`;
  const passes = graph.bottlenecks.length > 0 && graph.width > 1;
  return passes ? [side, `Everything passes through ${list(graph.bottlenecks)}.`] : [side];
}

function fewestBest(rows: readonly AgentsRow[]): AgentsRow | null {
  const best = Math.min(...rows.map(({ weeks }) => weeks));
  return rows.find(({ weeks }) => weeks === best) ?? null;
}
