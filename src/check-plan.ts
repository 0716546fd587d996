import { announcementQuestions, questionOf } from "./compare/announcement-questions.js";
import { comparePlans } from "./compare/compare-plans.js";
import type { Config } from "./config/config.js";
import { createMarkdownParser, readDeclarations, type ParseMarkdown } from "./dialects/index.js";
import { NESTED_TOO_DEEPLY } from "./dialects/shared/nesting.js";
import { SPOKEN_DEPENDENCY } from "./dialects/shared/spoken-dependencies.js";
import { explainLines } from "./explain/explain-lines.js";
import { applyWaivers } from "./gate/apply-waivers.js";
import { buildReport, planReport, type JudgedPlan } from "./gate/build-report.js";
import { decideVerdict } from "./gate/decide-verdict.js";
import { findingsAfterMerge } from "./gate/findings-after-merge.js";
import { fixDiff } from "./gate/fix-diff.js";
import { handoffTests } from "./gate/handoff-tests.js";
import { hasSeenAll } from "./gate/has-seen-all.js";
import { judgePolicy } from "./gate/judge-policy.js";
import { runRules } from "./gate/run-rules.js";
import { workingConditions } from "./gate/working-conditions.js";
import { buildGraph } from "./graph/build-graph.js";
import { externalReferences } from "./grammar/external-reference.js";
import { fixDocuments } from "./fix/fix-documents.js";
import type { Analysis } from "./model/analysis.js";
import type { DiffReport, PlanDiff, PlanSide } from "./model/diff-report.js";
import type { Explanation } from "./model/explanation.js";
import type { SourceDocument } from "./model/document.js";
import type { Finding, Fix } from "./model/finding.js";
import type { AnnouncementQuestion, FirstOnBase } from "./model/first-on-base.js";
import type { FixedPlans } from "./model/fixed-plans.js";
import type { Plan } from "./model/plan.js";
import type { ChangeReport, DiffRow, Override, Report, WhatIfReport } from "./model/report.js";
import type { ScheduleReport } from "./model/schedule-report.js";
import { SetupError } from "./model/setup-error.js";
import type { Settings } from "./model/settings.js";
import type { WhatIf } from "./model/what-if.js";
import { withEffectiveDays } from "./outlook/effective-days.js";
import type { Calendar } from "./outlook/plan-dates.js";
import { scheduleInDepth } from "./outlook/schedule-in-depth.js";
import { buildPlan } from "./plan/build-plan.js";
import { externalWaits, type ExternalWait } from "./plan/external-waits.js";
import { computeTiers } from "./schedule/compute-tiers.js";
import { schedulePlan } from "./schedule/schedule-plan.js";
import { scheduleSheet, type SheetChoice } from "./schedule/schedule-sheet.js";
import { tierRows } from "./schedule/tier-rows.js";
import { excessOf } from "./plan/excess-of.js";
import { applyWhatIf } from "./what-if/apply-what-if.js";

/** All that a verdict depends on: no clock, no environment, no network. */
export interface CheckInput {
  readonly plans: readonly PlanInput[];
  /** The same plans merged into base as it is now, where it has changed them too; what only these break counts as well. */
  readonly afterMerge?: readonly PlanInput[];
  readonly config: Config;
  /** The calendar day (UTC) to judge by, `YYYY-MM-DD`. */
  readonly today: string;
  /** Every path at head; needed only where the configuration names tests of handoffs. */
  readonly paths?: readonly string[];
  /** What people should know about the run itself; shown with the report. */
  readonly remarks?: readonly string[];
  /** Changes to try on head without editing it. Where no plan has a base, the plans as written are the base. */
  readonly whatIf?: readonly WhatIf[];
  /** True where only some of the plans are judged: a waiver that names no plan may then be about another. */
  readonly isPartial?: boolean;
  /** What other repositories say of the phases that these plans wait for there, by the text that names each. */
  readonly externalStatuses?: ReadonlyMap<string, string>;
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
  /** What the history of base says about its announcements, where `announcementsToDate` asks for it. */
  readonly firstOnBase?: FirstOnBase;
}

/** The whole product: documents in, report out. */
export const checkPlan = (input: CheckInput): Report => checkPlans(input).report;

/** A report with the plans it is about, in its order, for those who compute further. */
export interface CheckedPlans {
  readonly report: Report;
  readonly plans: readonly CheckedPlan[];
}

export interface CheckedPlan {
  readonly head: Plan;
  readonly base: Plan | null;
  readonly settings: Settings;
  readonly calendar: Calendar | null;
  /** How many work on it; null when nobody said. */
  readonly agents: number | null;
}

/** `checkPlan`, and what the report was made of. */
export function checkPlans(input: CheckInput): CheckedPlans {
  const { plans, config, today, remarks = [], whatIf = [], isPartial = false, override = null } = input;
  const parse = createMarkdownParser();
  const { settings } = config;
  const written = plans.map((plan) => judgeable(readPlan(plan.name, plan.head, settingsOf(plan, settings), parse)));
  const tried = applyWhatIf(written, whatIf, settings);
  const against = plans.some(({ base }) => base !== null) ? "base" : "documents";
  const whatIfReport: WhatIfReport | null = whatIf.length > 0 ? { against, changes: tried.rows } : null;
  const judged = plans.map((plan, index): JudgedPlan => {
    const { name, head, base } = plan;
    const own = settingsOf(plan, settings);
    const asWritten = whatIfReport?.against === "documents" ? written[index]! : null;
    const before = base ? baseOf(readPlan(name, base, own, (document) => parse(document, "base"))) : asWritten;
    return judge(head, before, tried.plans[index]!, own, workingConditions(name, config).calendar);
  });
  const alone = judged.flatMap((plan, index) => findingsOf(plan, plans[index]!, input));
  const found = [...alone, ...findingsOfMerge(alone, input, parse)];
  const waived = applyWaivers(found, config.waivers, today, hasSeenAll(judged, isPartial));
  const findings = [...waived.findings, ...(plans.length > 0 ? judgePolicy(waived.waivers, config, today) : [])];
  const report = buildReport({
    verdict: decideVerdict(findings, config, today, override),
    findings,
    plans: judged,
    config,
    remarks: [
      ...remarks,
      ...plans.flatMap(lacksStatus),
      ...judged.flatMap(({ head }) => unreadLines(head.plan)),
      ...plans.filter(({ base }, index) => base && !judged[index]!.base).map(hasNoBase),
      ...waitsElsewhere(judged, input.externalStatuses),
      ...triedOnHead(whatIfReport),
    ],
    ...(whatIfReport && { whatIf: whatIfReport }),
  });
  return { report, plans: judged.map((plan) => checkedPlan(plan, config)) };
}

function checkedPlan({ head: { plan, settings }, base }: JudgedPlan, config: Config): CheckedPlan {
  const { calendar, agents } = workingConditions(plan.name, config);
  return { head: plan, base: base?.plan ?? null, settings, calendar, agents };
}

function findingsOfMerge(found: readonly Finding[], input: CheckInput, parse: ParseMarkdown): Finding[] {
  const { plans, afterMerge = [], config } = input;
  const merged = afterMerge.map((plan) => {
    const { name, head, base } = plan;
    const own = settingsOf(plan, config.settings);
    const before = base && baseOf(readPlan(name, base, own, (document) => parse(document, "base")));
    const { calendar } = workingConditions(name, config);
    const judged = judge(head, before, judgeable(readPlan(name, head, own, parse)), own, calendar);
    return { findings: findingsOf(judged, plan, input), documents: head };
  });
  return findingsAfterMerge(
    found,
    merged,
    plans.flatMap(({ head }) => head),
  );
}

function findingsOf(judged: JudgedPlan, { firstOnBase }: PlanInput, { config, today, paths }: CheckInput): Finding[] {
  return runRules(judged.head, judged.comparison, config, today, undefined, {
    firstOnBase: (entry) => firstOnBase?.get(questionOf(entry)) ?? null,
    isHandoffTested: handoffTests(config.settings.handoffTests, paths ?? []),
  });
}

/**
 * What the history of base must be asked before a plan is judged; nearly always nothing. What base held at some time is
 * read with `readPlan`.
 */
export function announcementsToDate(plan: PlanInput, config: Config, today: string): readonly AnnouncementQuestion[] {
  const { name, head, base } = plan;
  // Most plans announce nothing, and need not be read twice.
  if (base === null || !base.some(({ text }) => /breaking|deprecat|remov/i.test(text))) return [];
  const settings = settingsOf(plan, config.settings);
  const parse = createMarkdownParser();
  const { calendar } = workingConditions(name, config);
  const [before, after] = [base, head].map(
    (documents) => analyze(readPlan(name, documents, settings, parse), settings, calendar).plan,
  );
  return announcementQuestions(before!, after!, settings, today);
}

/** The phases of other repositories that a plan waits for; nearly always none. */
export function externalPhases(plan: PlanInput, config: Config): readonly (ExternalWait & { isOnBase: boolean })[] {
  const waitsIn = (documents: readonly SourceDocument[]): readonly ExternalWait[] =>
    // Most plans name none, and need not be read twice.
    documents.some(({ text }) => externalReferences(text).length > 0)
      ? externalWaits(readPlan(plan.name, documents, settingsOf(plan, config.settings)))
      : [];
  const waits = waitsIn(plan.head);
  const onBase = new Set(waits.length > 0 ? waitsIn(plan.base ?? plan.head).map(({ text }) => text) : []);
  return waits.map((wait) => ({ ...wait, isOnBase: onBase.has(wait.text) }));
}

const settingsOf = ({ statusDocument = null }: Pick<PlanInput, "statusDocument">, common: Settings): Settings => ({
  ...common,
  statusDocument,
});

const lacksStatus = ({ name, head, statusDocument = null }: PlanInput): string[] =>
  statusDocument === null || head.length === 0 || head.some(({ path }) => path === statusDocument)
    ? []
    : [`${statusDocument}, which should say how far ${name} is, is not there.`];

/** The plan itself, where it is within the limits. Throws a SetupError `too-large` where it is not. */
function judgeable(plan: Plan): Plan {
  const excess = excessOf(plan);
  if (excess === null) return plan;
  throw new SetupError("too-large", excess.message, {
    mend: "Split the plan into several, or name fewer dependencies; docs/limits.md has the limits.",
    ...(excess.place && { place: excess.place }),
  });
}

/** A change must be able to mend what is too large in base: such a base is nothing to compare with. */
const baseOf = (plan: Plan): Plan | null => (excessOf(plan) === null ? plan : null);

const hasNoBase = ({ name }: PlanInput): string =>
  `${name} is beyond what is read at base: there is nothing to compare it with, and all its findings count as new.`;

/** What was left out and may be missed by those who wrote it: the first of each kind, and how many more there are. */
function unreadLines({ notices }: Plan): string[] {
  return [NESTED_TOO_DEEPLY, SPOKEN_DEPENDENCY].flatMap((why) => {
    const [first, ...others] = notices.filter(({ message }) => message === why);
    if (!first) return [];
    const more = others.length > 0 ? ` So ${others.length === 1 ? "is 1 more" : `are ${others.length} more`}.` : "";
    return [`${first.place.path}:${first.place.line}: ${first.message}${more}`];
  });
}

const MOST_TOLD = 20;

function waitsElsewhere(plans: readonly JudgedPlan[], statuses: ReadonlyMap<string, string> = new Map()): string[] {
  const waits = plans.flatMap(({ head }) => externalWaits(head.plan));
  const told = waits.slice(0, MOST_TOLD).map(({ label, text }) => {
    const status = statuses.get(text);
    const known = status === undefined ? "what has become of it there is not known" : `there it is ${status}`;
    return `${label} waits for ${text}, a phase of another repository, which does not count in tiers and schedules; ${known}.`;
  });
  const more = waits.length - told.length;
  return more > 0 ? [...told, `${more} more phases wait for phases of other repositories.`] : told;
}

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
  calendar: Calendar | null,
): JudgedPlan {
  const head = analyze(headPlan, settings, calendar);
  if (basePlan === null) return { documents, head, base: null, comparison: null };
  const base = analyze(basePlan, settings, calendar);
  return { documents, head, base, comparison: comparePlans(base, head) };
}

const MOST_ROUNDS = 10;

/**
 * The documents with the edits made that findings offer: those that may be made unseen, or all. What a mended plan newly
 * offers is made in a further round, so that fixing twice is fixing once; only edits in each other's way end it early.
 */
export function fixPlans(input: CheckInput, which: "safe" | "all"): FixedPlans {
  const { plans, config } = input;
  const parse = createMarkdownParser();
  const before = [...new Map(plans.flatMap(({ head }) => head).map((document) => [document.path, document])).values()];
  const offers = (documents: readonly SourceDocument[]): Fix[] => {
    const byPath = new Map(documents.map((document) => [document.path, document]));
    return plans.flatMap((plan) => {
      const own = settingsOf(plan, config.settings);
      const head = plan.head.map(({ path }) => byPath.get(path)!);
      const base = plan.base && baseOf(readPlan(plan.name, plan.base, own, (document) => parse(document, "base")));
      const { calendar } = workingConditions(plan.name, config);
      const judged = judge(head, base, judgeable(readPlan(plan.name, head, own, parse)), own, calendar);
      return findingsOf(judged, plan, input).flatMap(({ fix }) => fix ?? []);
    });
  };
  const isWanted = ({ safety }: Fix) => which === "all" || safety === "safe";
  const rounds: DiffRow[][] = [];
  const titles = new Set<string>();
  let skipped: readonly Fix[] = [];
  let after: readonly SourceDocument[] = before;
  let offered = offers(after);
  while (rounds.length < MOST_ROUNDS && skipped.length === 0) {
    const fixed = fixDocuments(after, offered.filter(isWanted));
    const edits = fixed.applied.flatMap((fix) => fix.edits);
    const rows = fixDiff({ title: "", safety: "review", edits }, after);
    ({ skipped } = fixed);
    if (rows.length === 0) break;
    for (const { title } of fixed.applied) titles.add(title);
    rounds.push(rows);
    after = fixed.documents;
    offered = offers(after);
  }
  return {
    before,
    after,
    rounds,
    titles: [...titles],
    skipped: titlesOf(skipped),
    forReview: titlesOf(offered.filter((fix) => !isWanted(fix))),
  };
}

const titlesOf = (fixes: readonly Fix[]): string[] => [...new Set(fixes.map(({ title }) => title))];

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
  const written = plans.map((plan) => judgeable(readPlan(plan.name, plan.head, settingsOf(plan, settings), parse)));
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

/** What `diffPlans` needs: the plans in both states, and what people call these. */
export interface DiffInput extends Pick<CheckInput, "plans" | "config" | "today" | "remarks"> {
  readonly base: string;
  readonly head: string;
}

/** What has changed in each plan, judged by no rule. */
export function diffPlans({ plans, config, today, base, head, remarks = [] }: DiffInput): DiffReport {
  const parse = createMarkdownParser();
  return { schemaVersion: 1, base, head, plans: plans.map((plan) => diffPlan(plan, config, today, parse)), remarks };
}

function diffPlan(plan: PlanInput, config: Config, today: string, parse: ParseMarkdown): PlanDiff {
  const own = settingsOf(plan, config.settings);
  const { calendar } = workingConditions(plan.name, config);
  const read = (documents: readonly SourceDocument[]) => readPlan(plan.name, documents, own, parse);
  const before = plan.base && judge(plan.base, null, read(plan.base), own, calendar);
  const after = judge(plan.head, before && before.head.plan, read(plan.head), own, calendar);
  const { change, ...headRows } = planReport(after, config, today);
  return {
    name: plan.name,
    base: before && sideOf(planReport(before, config, today)),
    head: plan.head.length > 0 ? sideOf(headRows) : null,
    change: change && changeAlone(change),
  };
}

const sideOf = ({ documents, phases, totals, tiers }: PlanSide): PlanSide => ({ documents, phases, totals, tiers });

const changeAlone = (change: ChangeReport): Omit<ChangeReport, "catchUp"> => {
  const { criticalPathWeeks, criticalPath, tieredWeeks, changes, shifts = [] } = change;
  return { criticalPathWeeks, criticalPath, tieredWeeks, changes, shifts };
};

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

function analyze(written: Plan, settings: Settings, calendar: Calendar | null = null): Analysis {
  const graph = buildGraph(written);
  const tiers = computeTiers(written, graph.acyclic, settings);
  const schedule = schedulePlan(graph.acyclic, tiers, settings);
  const plan = withEffectiveDays(written, schedule, calendar);
  return { plan, graph, tiers, schedule, tierRows: tierRows(graph.acyclic, tiers, schedule, settings), settings };
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
