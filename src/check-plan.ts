import { comparePlans } from "./compare/compare-plans.js";
import type { Config } from "./config/config.js";
import { createMarkdownParser, readDeclarations, type ParseMarkdown } from "./dialects/index.js";
import { buildReport, type JudgedPlan } from "./gate/build-report.js";
import { decideVerdict } from "./gate/decide-verdict.js";
import { runRules } from "./gate/run-rules.js";
import { buildGraph } from "./graph/build-graph.js";
import type { Analysis } from "./model/analysis.js";
import type { SourceDocument } from "./model/document.js";
import type { Plan } from "./model/plan.js";
import type { Report } from "./model/report.js";
import type { Settings } from "./model/settings.js";
import { buildPlan } from "./plan/build-plan.js";
import { computeTiers } from "./schedule/compute-tiers.js";
import { schedulePlan } from "./schedule/schedule-plan.js";
import { tierRows } from "./schedule/tier-rows.js";

/** All that a verdict depends on: no clock, no environment, no network. */
export interface CheckInput {
  readonly plans: readonly PlanInput[];
  readonly config: Config;
  /** The calendar day (UTC) to judge by, `YYYY-MM-DD`. */
  readonly today: string;
  /** What people should know about the run itself; shown with the report. */
  readonly remarks?: readonly string[];
}

/** One plan at the revision to judge, and at the one to compare with (null when there is none). */
export interface PlanInput {
  readonly name: string;
  readonly head: readonly SourceDocument[];
  readonly base: readonly SourceDocument[] | null;
  /** Path of the document whose statuses and progress go before every other's. */
  readonly statusDocument?: string | null;
}

/** The whole product: documents in, report out. */
export function checkPlan({ plans, config, today, remarks = [] }: CheckInput): Report {
  const parse = createMarkdownParser();
  const judged = plans.map((input) => judge(input, config.settings, parse));
  const findings = judged.flatMap(({ head, comparison }) => runRules(head, comparison, config, today));
  const verdict = decideVerdict(findings, config, today);
  return buildReport({
    verdict,
    findings,
    plans: judged,
    config,
    remarks: [...remarks, ...plans.flatMap(lacksStatus)],
  });
}

const lacksStatus = ({ name, head, statusDocument = null }: PlanInput): string[] =>
  statusDocument === null || head.length === 0 || head.some(({ path }) => path === statusDocument)
    ? []
    : [`${statusDocument}, which should say how far ${name} is, is not there.`];

function judge(
  { name, head, base, statusDocument = null }: PlanInput,
  common: Settings,
  parse: ParseMarkdown,
): JudgedPlan {
  const settings = { ...common, statusDocument };
  const headAnalysis = analyzePlan(name, head, settings, parse);
  if (base === null) return { documents: head, head: headAnalysis, base: null, comparison: null };
  const baseAnalysis = analyzePlan(name, base, settings, (document) => parse(document, "base"));
  const comparison = comparePlans(baseAnalysis, headAnalysis);
  return { documents: head, head: headAnalysis, base: baseAnalysis, comparison };
}

/** Everything computed about a plan at one revision. */
export function analyzePlan(
  name: string,
  documents: readonly SourceDocument[],
  settings: Settings,
  parse: ParseMarkdown = createMarkdownParser(),
): Analysis {
  const plan = readPlan(name, documents, settings, parse);
  const graph = buildGraph(plan);
  const tiers = computeTiers(plan, graph.acyclic, settings);
  const schedule = schedulePlan(plan, graph.acyclic, tiers, settings);
  return { plan, graph, tiers, schedule, tierRows: tierRows(plan, graph.acyclic, tiers, schedule, settings), settings };
}

/** What the documents say, resolved; nothing computed yet. Never throws for what an author wrote. */
export function readPlan(
  name: string,
  documents: readonly SourceDocument[],
  settings: Settings,
  parse: ParseMarkdown = createMarkdownParser(),
): Plan {
  const declarations = readDeclarations(documents.map((document) => parse(document)));
  const paths = documents.map(({ path }) => path);
  return buildPlan(name, paths, declarations, settings);
}
