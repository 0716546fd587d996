import type { PlanReport } from "../../../model/report.js";
import { AGENTS_GLOSSARY, AGENTS_TITLES, agentsCells, agentsInWords, shapeInWords } from "../agents-in-words.js";
import { markdownText } from "../markdown-text.js";
import { phaseNames } from "../phase-names.js";
import { details } from "./details.js";
import { table } from "./table.js";

/** How many agents what is left is worth, and what could run side by side; null where nothing is known of either. */
export function agentsSection(plan: PlanReport): string | null {
  const names = phaseNames(plan);
  const shape = shapeInWords(plan, (id) => markdownText(names.label(id), 60));
  const words = agentsInWords(plan);
  if (words === null)
    return shape.length === 0 ? null : details("Phases that can run side by side", shape.join("<br>\n"));
  const [agents, weeks, busy, proof] = AGENTS_TITLES;
  const columns = [
    { title: agents, align: "end" },
    { title: weeks, align: "end" },
    { title: busy, align: "end" },
    { title: proof },
  ] as const;
  return details(words, [table(columns, agentsCells(plan)), [AGENTS_GLOSSARY, ...shape].join("<br>\n")].join("\n\n"));
}
