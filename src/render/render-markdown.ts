import type { PlanReport, Report } from "../model/report.js";
import type { MarkdownOptions } from "./render.js";
import { findingsSections, uncountedSections } from "./shared/markdown/findings-sections.js";
import { fitSections } from "./shared/markdown/fit-sections.js";
import { footer } from "./shared/markdown/footer.js";
import { planSections } from "./shared/markdown/plan-sections.js";
import { WORTH } from "./shared/markdown/section.js";
import type { Section } from "./shared/markdown/section.js";
import { markdownText } from "./shared/markdown-text.js";
import { plural } from "./shared/plural.js";
import { criticalPathInWords, verdictInWords } from "./shared/verdict-words.js";
import { whatIfInWords } from "./shared/what-if-words.js";

const BUDGETS = {
  // GitHub takes 65,536; what counts a character differs between its interfaces, hence the margin.
  comment: { limit: 60_000, sizeOf: (text: string) => text.length },
  // Above 1 MiB the runner drops the whole summary.
  summary: { limit: 900 * 1024, sizeOf: (text: string) => new TextEncoder().encode(text).length },
} as const;

/**
 * The report as Markdown that GitHub shows, never longer than its budget. The first line is the verdict; what blocks
 * follows, with place and way out; everything else is shorter, later or folded. Text from the plan stays text.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const { limit, sizeOf } = BUDGETS[options.budget];
  const whereElse = options.detailsUrl
    ? `[The complete report is here](${options.detailsUrl}).`
    : "The JSON report has everything.";
  const sections: Section[] = [
    { name: "the verdict", worth: Infinity, head: headline(report) },
    ...tried(report),
    ...findingsSections(report, options),
    ...remarks(report),
    ...report.plans.flatMap((plan) => planSections(report, plan, options)),
    ...uncountedSections(report, options),
    { name: "the footer", worth: Infinity, head: footer(report, options) },
  ];
  return `${fitSections(sections, limit - 1, sizeOf, whereElse)}\n`;
}

function headline({ verdict, plans }: Report): string {
  const icon = verdict.outcome === "fail" ? "❌" : verdict.override ? "⚠️" : "✅";
  return `### ${icon} ${[verdictInWords(verdict, markdownText), ...path(plans)].join(" · ")}`;
}

/** Right behind the verdict, which is not about the plan as it is written. */
function tried({ whatIf, plans }: Report): Section[] {
  if (!whatIf) return [];
  const against = whatIf.against === "documents" ? " Compared with the plan as written." : "";
  const head = `**What if:** ${whatIfInWords(whatIf, markdownText, plans.length)}${against}`;
  return [{ name: "what was tried", worth: Infinity, head }];
}

function path(plans: readonly PlanReport[]): string[] {
  const [first] = plans;
  if (!first) return [];
  return [plans.length === 1 ? criticalPathInWords(first) : plural(plans.length, "plan")];
}

function remarks({ remarks }: Report): Section[] {
  if (remarks.length === 0) return [];
  const lines = remarks.map((remark) => `> ${markdownText(remark, 500)}`).join("\n>\n");
  return [{ name: "the remarks", worth: WORTH.remarks, head: `> [!NOTE]\n${lines}` }];
}
