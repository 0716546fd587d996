import { comparePlans } from "./compare/compare-plans.js";
import type { Config } from "./config/config.js";
import { createMarkdownParser, readDeclarations, type ParseMarkdown } from "./dialects/index.js";
import { explainLines } from "./explain/explain-lines.js";
import { applyWaivers } from "./gate/apply-waivers.js";
import { buildReport, type JudgedPlan } from "./gate/build-report.js";
import { decideVerdict } from "./gate/decide-verdict.js";
import { hasSeenAll } from "./gate/has-seen-all.js";
import { judgePolicy } from "./gate/judge-policy.js";
import { runRules } from "./gate/run-rules.js";
import { workingConditions } from "./gate/working-conditions.js";
import { buildGraph } from "./graph/build-graph.js";
import type { Analysis } from "./model/analysis.js";
import type { Explanation } from "./model/explanation.js";
import type { SourceDocument } from "./model/document.js";
import type { Plan } from "./model/plan.js";
import type { Override, Report, WhatIfReport } from "./model/report.js";
import type { ScheduleReport } from "./model/schedule-report.js";
import type { Settings } from "./model/settings.js";
import type { WhatIf } from "./model/what-if.js";
import { scheduleInDepth } from "./outlook/schedule-in-depth.js";
import { buildPlan } from "./plan/build-plan.js";
import { computeTiers } from "./schedule/compute-tiers.js";
import { schedulePlan } from "./schedule/schedule-plan.js";
import { scheduleSheet, type SheetChoice } from "./schedule/schedule-sheet.js";
import { tierRows } from "./schedule/tier-rows.js";
import { applyWhatIf } from "./what-if/apply-what-if.js";

/** All that a verdict depends on: no clock, no environment, no network. */
export interface CheckInput {
  readonly plans: readonly PlanInput[];
  readonly config: Config;
  /** The calendar day (UTC) to judge by, `YYYY-MM-DD`. */
  readonly today: string;
  /** What people should know about the run itself; shown with the report. */
  readonly remarks?: readonly string[];
  /** Changes to try on head without editing it. Where no plan has a base, the plans as written are the base. */
  readonly whatIf?: readonly WhatIf[];
  /** True where only some of the plans are judged: a waiver that names no plan may then be about another. */
  readonly isPartial?: boolean;
  /** Who has opened the gate by hand. */
  readonly override?: Override | null;
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
export function checkPlan(input: CheckInput): Report {
  const { plans, config, today, remarks = [], whatIf = [], isPartial = false, override = null } = input;
  const parse = createMarkdownParser();
  const { settings } = config;
  const written = plans.map((plan) => readPlan(plan.name, plan.head, settingsOf(plan, settings), parse));
  const tried = applyWhatIf(written, whatIf, settings);
  const against = plans.some(({ base }) => base !== null) ? "base" : "documents";
  const whatIfReport: WhatIfReport | null = whatIf.length > 0 ? { against, changes: tried.rows } : null;
  const judged = plans.map((plan, index): JudgedPlan => {
    const { name, head, base } = plan;
    const own = settingsOf(plan, settings);
    const asWritten = whatIfReport?.against === "documents" ? written[index]! : null;
    const before = base ? readPlan(name, base, own, (document) => parse(document, "base")) : asWritten;
    return judge(head, before, tried.plans[index]!, own);
  });
  const found = judged.flatMap(({ head, comparison }) => runRules(head, comparison, config, today));
  const waived = applyWaivers(found, config.waivers, today, hasSeenAll(judged, isPartial));
  const findings = [...waived.findings, ...(plans.length > 0 ? judgePolicy(waived.waivers, config, today) : [])];
  return buildReport({
    verdict: decideVerdict(findings, config, today, override),
    findings,
    plans: judged,
    config,
    remarks: [...remarks, ...plans.flatMap(lacksStatus), ...triedOnHead(whatIfReport)],
    ...(whatIfReport && { whatIf: whatIfReport }),
  });
}

const settingsOf = ({ statusDocument = null }: Pick<PlanInput, "statusDocument">, common: Settings): Settings => ({
  ...common,
  statusDocument,
});

const lacksStatus = ({ name, head, statusDocument = null }: PlanInput): string[] =>
  statusDocument === null || head.length === 0 || head.some(({ path }) => path === statusDocument)
    ? []
    : [`${statusDocument}, which should say how far ${name} is, is not there.`];

function triedOnHead(whatIf: WhatIfReport | null): string[] {
  if (whatIf?.against !== "base") return [];
  const said = whatIf.changes.map(({ sentence }) => sentence).join("; ");
  return [`The changes against base hold what was tried on head: ${said}.`];
}

function judge(
  documents: readonly SourceDocument[],
  basePlan: Plan | null,
  headPlan: Plan,
  settings: Settings,
): JudgedPlan {
  const head = analyze(headPlan, settings);
  if (basePlan === null) return { documents, head, base: null, comparison: null };
  const base = analyze(basePlan, settings);
  return { documents, head, base, comparison: comparePlans(base, head) };
}

/** What `schedulePlans` needs: documents, what to try on them, and what of the schedule to show. */
export interface ScheduleInput extends SheetChoice {
  readonly plans: readonly Omit<PlanInput, "base">[];
  readonly config: Config;
  /** The calendar day (UTC) for what depends on one, `YYYY-MM-DD`. */
  readonly today: string;
  readonly remarks?: readonly string[];
  readonly whatIf?: readonly WhatIf[];
}

/** The schedule of each plan, judged by no rule. */
export function schedulePlans(input: ScheduleInput): ScheduleReport {
  const { plans, config, today, model, portion, remarks = [], whatIf = [] } = input;
  const { settings } = config;
  const parse = createMarkdownParser();
  const written = plans.map((plan) => readPlan(plan.name, plan.head, settingsOf(plan, settings), parse));
  const tried = applyWhatIf(written, whatIf, settings);
  const sheets = tried.plans.map((plan, index) => {
    const before = whatIf.length > 0 ? analyze(written[index]!, settings).schedule : null;
    const analysis = analyze(plan, settings);
    const conditions = workingConditions(plan.name, config);
    // Agents share out the work by dependencies, so that another model has no use for how many there are.
    const agents = input.agents ?? (model === "dependencies" ? conditions.agents : null);
    return {
      ...scheduleSheet(analysis, { model, portion, agents }, before),
      depth: scheduleInDepth(analysis, { ...conditions, today }),
    };
  });
  return {
    schemaVersion: 1,
    model,
    portion,
    plans: sheets,
    remarks,
    ...(whatIf.length > 0 && { whatIf: { against: "documents", changes: tried.rows } }),
  };
}

/** What `explainDocument` needs: all documents of the plan, and which lines of which one to explain. */
export interface ExplainInput {
  readonly path: string;
  readonly documents: readonly SourceDocument[];
  /** Counted from 1, both included. */
  readonly lines: { readonly first: number; readonly last: number };
  readonly settings: Settings;
}

/** What is made of some lines. Throws a SetupError for lines that the document has not. */
export function explainDocument({ path, documents, lines, settings }: ExplainInput): Explanation {
  const parse = createMarkdownParser();
  const parsed = documents.map((document) => parse(document));
  const declarations = readDeclarations(parsed);
  const paths = documents.map((document) => document.path);
  const plan = buildPlan("", paths, declarations, settings);
  const document = parsed[paths.indexOf(path)]!;
  return explainLines({ document, lines, declarations, plan, settings });
}

/** Everything computed about the documents of one plan at one revision. */
export const analyzePlan = (
  name: string,
  documents: readonly SourceDocument[],
  settings: Settings,
  parse: ParseMarkdown = createMarkdownParser(),
): Analysis => analyze(readPlan(name, documents, settings, parse), settings);

function analyze(plan: Plan, settings: Settings): Analysis {
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
