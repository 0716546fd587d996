import type { PlanReport, Report } from "../../../model/report.js";
import type { MarkdownOptions } from "../../render.js";
import { CATCH_UP_GLOSSARY, catchUpInWords } from "../catch-up-words.js";
import { formatWeeks, weeksInWords } from "../format-weeks.js";
import { markdownText } from "../markdown-text.js";
import { phaseNames } from "../phase-names.js";
import { NO_WEEKS, planWeeks } from "../plan-weeks.js";
import { plural } from "../plural.js";
import { savedWeeks } from "../saved-weeks.js";
import { criticalPathInWords, isLowerBound } from "../verdict-words.js";
import { agentsSection } from "./agents-section.js";
import { changesTable } from "./changes-table.js";
import { details } from "./details.js";
import { flowchart } from "./flowchart.js";
import { gantt } from "./gantt.js";
import { outlookSection } from "./outlook-section.js";
import { WORTH } from "./section.js";
import type { Section } from "./section.js";
import { tierTable } from "./tier-table.js";
import { totalsTable } from "./totals-table.js";

const MAX_OPEN_CHANGES = 10;

/** What the plan looks like now: the change first, then the path, tiers, totals and pictures, folded in a comment. */
export function planSections(report: Report, plan: PlanReport, options: MarkdownOptions): Section[] {
  const isOpen = options.budget === "summary";
  const section = (name: string, worth: number, head: string | null): Section[] =>
    !head ? [] : [{ name, worth, head }];
  if (plan.phases.length === 0) return section("the plan", WORTH.tiers, title(report, plan));
  return [
    ...section("the critical path", WORTH.path, [title(report, plan), pathLine(plan)].filter(Boolean).join("\n\n")),
    ...section("the table of changes", WORTH.changes, changes(plan)),
    ...section("the tiers", WORTH.tiers, tiers(plan, isOpen)),
    ...section("the totals", WORTH.totals, totals(plan, isOpen)),
    ...section("the agents", WORTH.agents, agentsSection(plan)),
    ...section("the timeline", WORTH.gantt, picture("Timeline of what is left", gantt(plan), isOpen)),
    ...section("the flowchart", WORTH.flowchart, picture(flowchartSummary(plan), flowchart(plan), isOpen)),
    ...outlookSection(plan),
  ];
}

function title(report: Report, plan: PlanReport): string {
  if (report.plans.length < 2) return report.verdict.outcome === "fail" ? "#### Schedule" : "";
  return `#### ${markdownText(plan.name, 80)}: ${criticalPathInWords(plan)}`;
}

function pathLine(plan: PlanReport): string {
  const weeks = planWeeks(plan);
  if (weeks !== "known") return NO_WEEKS[weeks].sentence;
  const names = phaseNames(plan);
  const path = plan.totals.remaining.criticalPath.filter((id) => names.row(id)?.status !== "done");
  if (path.length === 0) return "";
  const step = (id: string) => {
    const times = names.row(id)?.remaining;
    const label = markdownText(names.label(id), 60);
    return times ? `${label} (${formatWeeks(times.earliestFinish - times.earliestStart)})` : label;
  };
  const shown = path.slice(0, 15).map(step).join(" → ");
  const more = path.length > 15 ? ` → ${path.length - 15} more` : "";
  const mark = isLowerBound(plan.totals.remaining) ? "≥ " : "";
  return `**Critical path:** ${shown}${more} = ${mark}${weeksInWords(plan.totals.remaining.dependencies)} left`;
}

function changes(plan: PlanReport): string | null {
  const { change } = plan;
  if (!change) return null;
  const phases = new Set([...change.changes, ...(change.shifts ?? [])].map(({ phase }) => phase)).size;
  const catchUp = catchUpLines(plan);
  if (phases === 0) return catchUp;
  const body = [changesTable(plan, change), catchUp].filter(Boolean).join("\n\n");
  return phases > MAX_OPEN_CHANGES ? details(`${plural(phases, "phase")} changed or moved`, body) : body;
}

function catchUpLines(plan: PlanReport): string | null {
  const names = phaseNames(plan);
  const sentences = catchUpInWords(plan, (id) => markdownText(names.label(id), 60));
  if (sentences.length === 0) return null;
  return ["Added while work is under way:", ...sentences, `_${CATCH_UP_GLOSSARY}_`].join("<br>\n");
}

function tiers(plan: PlanReport, isOpen: boolean): string | null {
  if (plan.tiers.length === 0) return null;
  const done = plan.tiers.filter((tier) => tier.state === "done").length;
  const running = plan.tiers.filter((tier) => tier.state === "in-progress").map(({ tier }) => tier);
  const state = [
    done > 0 && `${done} done`,
    running.length > 0 && `${running.length === 1 ? "Tier" : "Tiers"} ${running.join(", ")} in progress`,
  ].filter((part) => part !== false);
  const summary = `${plural(plan.tiers.length, "tier")}${state.length > 0 ? `: ${state.join(", ")}` : ""}`;
  return details(summary, tierTable(plan), isOpen);
}

const totals = (plan: PlanReport, isOpen: boolean): string | null =>
  planWeeks(plan) === "known" ? details(totalsSummary(plan), totalsTable(plan), isOpen) : null;

function totalsSummary({ totals: { remaining } }: PlanReport): string {
  const saved = savedWeeks(remaining.sequential, remaining.dependencies);
  const mark = isLowerBound(remaining) ? "≥ " : "";
  const one = `${mark}${weeksInWords(remaining.sequential)} one after the other`;
  const tiered = `${mark}${formatWeeks(remaining.tiered)} tier by tier`;
  const path = `${mark}${formatWeeks(remaining.dependencies)} by dependencies`;
  return `Left: ${one}, ${tiered}, ${path}${saved ? `: working side by side saves ${saved}` : ""}`;
}

function flowchartSummary(plan: PlanReport): string {
  const styles = [planWeeks(plan) === "known" && "critical in red", "changed dashed", "done in green"];
  return `Dependencies: ${styles.filter((style) => style !== false).join(", ")}`;
}

const picture = (summary: string, body: string | null, isOpen: boolean): string | null =>
  body && details(summary, body, isOpen);
