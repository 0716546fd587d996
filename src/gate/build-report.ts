import type { Config } from "../config/config.js";
import type { Analysis } from "../model/analysis.js";
import type { Comparison } from "../model/comparison.js";
import type { SourceDocument } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import type { Phase, PhaseId } from "../model/plan.js";
import type {
  AcceptedRow,
  AgentsRow,
  ChangeReport,
  FindingRow,
  GraphRow,
  PhaseRow,
  PlanReport,
  Report,
  TimesRow,
  Totals,
  Verdict,
  WhatIfReport,
} from "../model/report.js";
import type { AgentSchedule, DependencyShape, ModelSchedules } from "../model/schedule.js";
import { catchUpRows } from "../outlook/catch-up-rows.js";
import { nextBreakingChange } from "../outlook/next-breaking-change.js";
import { planOutlook } from "../outlook/plan-outlook.js";
import { rules } from "../rules/index.js";
import { daysLeft } from "./apply-waivers.js";
import { changeRows } from "./change-rows.js";
import { compareFindings } from "./finding-order.js";
import { fixDiff } from "./fix-diff.js";
import { severityOf } from "./severity-of.js";
import { shiftRows } from "./shift-rows.js";
import { tierReportRows } from "./tier-report-rows.js";
import { workingConditions } from "./working-conditions.js";

/** What a report is made of. */
export interface ReportInput {
  readonly verdict: Verdict;
  /** Of all plans. */
  readonly findings: readonly Finding[];
  /** In the order to show them. */
  readonly plans: readonly JudgedPlan[];
  readonly config: Config;
  readonly remarks: readonly string[];
  readonly whatIf?: WhatIfReport;
}

/** One plan with its base, where there is one. */
export interface JudgedPlan {
  /** Head's documents, to show what a fix would change. */
  readonly documents: readonly SourceDocument[];
  readonly head: Analysis;
  readonly base: Analysis | null;
  readonly comparison: Comparison | null;
}

/** Everything as plain rows: findings in their order, plans as given, phases in plan order. Nothing is decided here. */
export function buildReport({ verdict, findings, plans, config, remarks, whatIf }: ReportInput): Report {
  const sorted = findings.toSorted(compareFindings);
  const accepted = sorted.flatMap((finding) => acceptedRow(finding, verdict.asOf));
  return {
    schemaVersion: 1,
    verdict,
    findings: sorted.map((finding) => findingRow(finding, plans)),
    plans: plans.map((plan) => planReport(plan, config, verdict.asOf)),
    ...(accepted.length > 0 && { accepted }),
    rules: rules.map((rule) => ({
      id: rule.id,
      summary: rule.summary,
      severity: severityOf(rule, config),
      about: rule.about,
    })),
    remarks,
    ...(whatIf && { whatIf }),
  };
}

function acceptedRow({ fingerprint, waivedBy }: Finding, today: string): AcceptedRow[] {
  if (waivedBy === null) return [];
  const { owner, reason, expires } = waivedBy;
  return [{ finding: fingerprint, owner, reason, expires, daysLeft: daysLeft(waivedBy, today) }];
}

function findingRow(finding: Finding, plans: readonly JudgedPlan[]): FindingRow {
  const { ruleId, severity, message, plan, place, fingerprint, isNew, waivedBy, fix, toPaste } = finding;
  const documents = plans.find(({ head }) => head.plan.name === plan)?.documents ?? [];
  return {
    ruleId,
    severity,
    message,
    plan,
    place,
    related: finding.related ?? [],
    phases: finding.phases,
    subject: finding.subject ?? null,
    fingerprint,
    isNew,
    waivedBy: waivedBy?.owner ?? null,
    fix: fix === undefined ? null : { ...fix, diff: fixDiff(fix, documents) },
    ...(toPaste !== undefined && { toPaste }),
  };
}

/** One plan as rows; nothing is decided here. */
export function planReport({ head, base, comparison }: JudgedPlan, config: Config, today: string): PlanReport {
  const { plan, schedule, graph } = head;
  const { agents, ...time } = workingConditions(plan.name, config);
  const team = agents === null ? null : teamRow(schedule.remaining, agents);
  const next = nextBreakingChange(plan.breakingChanges, today);
  return {
    name: plan.name,
    documents: plan.documents,
    phases: [...plan.phases.values()].map((phase) => phaseRow(phase, head)),
    totals: {
      full: totals(schedule.full, graph.unschedulable),
      remaining: totals(schedule.remaining, graph.unschedulable),
    },
    tiers: tierReportRows(head),
    agents: schedule.remaining.agents.map(agentsRow),
    ...(team && { team }),
    graph: graphRow(schedule.remaining.shape),
    change: base === null || comparison === null ? null : changeReport(head, base, comparison),
    ...planOutlook(head, { ...time, agents, today }),
    ...(next && { nextBreakingChange: next }),
  };
}

function phaseRow(phase: Phase, { tiers, schedule }: Analysis): PhaseRow {
  const { id, label, title, status, progressPercent, duration } = phase;
  return {
    id,
    label,
    title,
    place: phase.places[0]!,
    status,
    progressPercent,
    duration: duration === null ? null : { low: duration.low, high: duration.high, weeks: duration.weeks },
    dependsOn: [...new Set(phase.dependsOn.map((dependency) => dependency.id))],
    tier: {
      declared: phase.tier?.number ?? null,
      current: tiers.current.get(id) ?? null,
      structural: tiers.structural.get(id) ?? null,
    },
    full: timesRow(id, schedule.full),
    remaining: timesRow(id, schedule.remaining),
  };
}

function timesRow(id: PhaseId, models: ModelSchedules): TimesRow | null {
  const times = models.dependencies.times.get(id);
  const tiered = models.tiered.times.get(id);
  if (times === undefined || tiered === undefined) return null;
  const { earliestStart, earliestFinish, latestStart, latestFinish, totalFloat, freeFloat, drag } = times;
  return {
    earliestStart,
    earliestFinish,
    latestStart,
    latestFinish,
    totalFloat,
    freeFloat,
    drag,
    critical: times.isCritical,
    nearCritical: times.isNearCritical,
    tieredStart: tiered.earliestStart,
    tieredFinish: tiered.earliestFinish,
    drivenBy: times.drivenBy,
  };
}

function totals(models: ModelSchedules, unschedulable: readonly PhaseId[]): Totals {
  const { dependencies } = models;
  return {
    sequential: models.sequential.makespan,
    tiered: models.tiered.makespan,
    tieredComputed: models.tieredComputed.makespan,
    gated: models.gated.makespan,
    dependencies: dependencies.makespan,
    criticalPath: dependencies.criticalPath,
    low: dependencies.low,
    high: dependencies.high,
    withoutDuration: models.withoutDuration,
    unschedulable,
  };
}

const agentsRow = ({ agents, weeks, lowerBound, proven }: AgentSchedule): AgentsRow => ({
  agents,
  weeks,
  lowerBound,
  proven,
});

/** Of more agents than were tried, that more of them cannot do worse; the critical path is as short as it gets. */
function teamRow({ agents: rows, dependencies }: ModelSchedules, agents: number): AgentsRow | null {
  const row = rows[agents - 1];
  if (row) return agentsRow(row);
  const last = rows.at(-1);
  if (!last) return null;
  const lowerBound = Math.min(last.weeks, dependencies.makespan);
  return { agents, weeks: last.weeks, lowerBound, proven: last.weeks === lowerBound };
}

const graphRow = ({ phaseCount, widest, isWidest, bottlenecks }: DependencyShape): GraphRow => ({
  phases: phaseCount,
  width: widest.length,
  exact: isWidest,
  widest,
  bottlenecks,
});

function changeReport(head: Analysis, base: Analysis, comparison: Comparison): ChangeReport {
  const remaining = { base: base.schedule.remaining, head: head.schedule.remaining };
  return {
    criticalPathWeeks: { base: remaining.base.dependencies.makespan, head: remaining.head.dependencies.makespan },
    criticalPath: { base: remaining.base.dependencies.criticalPath, head: remaining.head.dependencies.criticalPath },
    tieredWeeks: { base: remaining.base.tiered.makespan, head: remaining.head.tiered.makespan },
    changes: changeRows(comparison.changes),
    shifts: shiftRows(comparison),
    catchUp: catchUpRows(head, addedPhases(comparison)),
  };
}

const addedPhases = ({ changes }: Comparison): ReadonlySet<PhaseId> =>
  new Set(changes.flatMap((change) => (change.kind === "phase-added" ? [change.id] : [])));
