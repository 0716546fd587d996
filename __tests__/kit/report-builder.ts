import type { Place } from "../../src/model/place.js";
import type { Status } from "../../src/model/plan.js";
import type {
  ChangeReport,
  FindingRow,
  PhaseRow,
  PlanReport,
  Report,
  TierReportRow,
  TimesRow,
  Totals,
} from "../../src/model/report.js";

/** A phase as a test states it; everything a schedule says about it is computed. */
export interface PhaseSketch {
  readonly id: string;
  readonly title: string;
  readonly label?: string;
  readonly weeks: number | null;
  readonly low?: number;
  readonly dependsOn?: readonly string[];
  readonly tier?: number;
  readonly status?: Status;
  readonly remaining?: number;
  readonly line?: number;
}

export function placeAt(line: number, more: Partial<Place> = {}): Place {
  return {
    path: "docs/plan.md",
    line,
    column: 1,
    endLine: line,
    endColumn: 24,
    offset: line * 40,
    endOffset: line * 40 + 23,
    ...more,
  };
}

export function findingOf(more: Partial<FindingRow> & Pick<FindingRow, "ruleId" | "message">): FindingRow {
  return {
    severity: "error",
    plan: "docs/plan.md",
    place: placeAt(1),
    related: [],
    phases: [],
    subject: null,
    fingerprint: `${more.ruleId}:${(more.phases ?? []).join(",")}:${more.subject ?? ""}`,
    isNew: true,
    waivedBy: null,
    fix: null,
    ...more,
  };
}

/**
 * A plan's rows from sketches in topological order, scheduled by a small method of its own. Phases named in
 * `unschedulable` get no times, as if they stood in a cycle.
 */
export function planOf(
  sketches: readonly PhaseSketch[],
  more: Partial<PlanReport> & { readonly unschedulable?: readonly string[] } = {},
): PlanReport {
  const { unschedulable = [], ...given } = more;
  const scheduled = sketches.filter(({ id }) => !unschedulable.includes(id));
  const full = schedule(scheduled, ({ weeks }) => weeks ?? 0, unschedulable);
  const remaining = schedule(scheduled, leftOf, unschedulable);
  const current = computedTiers(scheduled, (sketch) => sketch.status !== "done");
  const structural = computedTiers(scheduled, () => true);
  const phases = sketches.map((sketch, index): PhaseRow => ({
    id: sketch.id,
    label: sketch.label ?? `Phase ${sketch.id}`,
    title: sketch.title,
    place: placeAt(sketch.line ?? 20 + index * 10),
    status: sketch.status ?? "not-started",
    progressPercent: null,
    duration:
      sketch.weeks === null ? null : { low: sketch.low ?? sketch.weeks, high: sketch.weeks, weeks: sketch.weeks },
    dependsOn: sketch.dependsOn ?? [],
    tier: {
      declared: sketch.tier ?? null,
      current: current.get(sketch.id) ?? null,
      structural: structural.get(sketch.id) ?? null,
    },
    full: full.times.get(sketch.id) ?? null,
    remaining: remaining.times.get(sketch.id) ?? null,
  }));
  return {
    name: "docs/plan.md",
    documents: ["docs/plan.md"],
    phases,
    totals: { full: full.totals, remaining: remaining.totals },
    tiers: tierRows(scheduled, structural),
    agents: [],
    change: null,
    activation: null,
    ...given,
  };
}

/** A whole report; the counts of the verdict follow from the findings. */
export function reportOf(
  more: Partial<Omit<Report, "verdict">> & { readonly verdict?: Partial<Report["verdict"]> } = {},
): Report {
  const { verdict, findings = [], ...given } = more;
  const counted = findings.filter((finding) => finding.waivedBy === null && (finding.isNew || verdict?.gate === "all"));
  const count = (severity: FindingRow["severity"]) => counted.filter((finding) => finding.severity === severity).length;
  return {
    schemaVersion: 1,
    verdict: {
      outcome: count("error") > 0 ? "fail" : "pass",
      errors: count("error"),
      warnings: count("warning"),
      notices: count("notice"),
      alreadyOnBase: findings.filter((finding) => finding.waivedBy === null).length - counted.length,
      waived: findings.filter((finding) => finding.waivedBy !== null).length,
      failOn: "error",
      gate: "new",
      asOf: "2026-11-22",
      ...verdict,
    },
    findings,
    plans: [],
    rules: [],
    remarks: [],
    ...given,
  };
}

/** The change between two plans, as far as it can be read off their rows. */
export function changeOf(base: PlanReport, head: PlanReport, changes: ChangeReport["changes"]): ChangeReport {
  const side = (plan: PlanReport, id: string) => {
    const row = plan.phases.find((phase) => phase.id === id);
    if (!row) return null;
    return {
      tier: row.tier.current,
      start: row.remaining?.earliestStart ?? null,
      finish: row.remaining?.earliestFinish ?? null,
      critical: row.remaining?.critical ?? false,
    };
  };
  const ids = [...new Set([...head.phases, ...base.phases].map((phase) => phase.id))];
  const shifts = ids.map((phase) => ({ phase, base: side(base, phase), head: side(head, phase) }));
  return {
    criticalPathWeeks: { base: base.totals.remaining.dependencies, head: head.totals.remaining.dependencies },
    criticalPath: { base: base.totals.remaining.criticalPath, head: head.totals.remaining.criticalPath },
    tieredWeeks: { base: base.totals.remaining.tiered, head: head.totals.remaining.tiered },
    changes,
    shifts: shifts.filter((shift) => JSON.stringify(shift.base) !== JSON.stringify(shift.head)),
    catchUp: [],
  };
}

const leftOf = ({ status, weeks, remaining }: PhaseSketch): number =>
  status === "done" ? 0 : (remaining ?? weeks ?? 0);

function computedTiers(
  sketches: readonly PhaseSketch[],
  isOpen: (sketch: PhaseSketch) => boolean,
): Map<string, number> {
  const byId = new Map(sketches.map((sketch) => [sketch.id, sketch]));
  const tiers = new Map<string, number>();
  for (const { id, dependsOn = [] } of sketches) {
    const open = dependsOn.filter((other) => byId.has(other) && isOpen(byId.get(other)!));
    const dependents = sketches.filter((other) => isOpen(other) && other.dependsOn?.includes(id)).length;
    tiers.set(
      id,
      open.length === 0 && dependents >= 3 ? 0 : 1 + Math.max(0, ...open.map((other) => tiers.get(other) ?? 0)),
    );
  }
  return tiers;
}

function schedule(
  sketches: readonly PhaseSketch[],
  weeksOf: (sketch: PhaseSketch) => number,
  unschedulable: readonly string[],
): { readonly times: Map<string, TimesRow>; readonly totals: Totals } {
  const ids = new Set(sketches.map(({ id }) => id));
  const before = ({ dependsOn = [] }: PhaseSketch) => dependsOn.filter((id) => ids.has(id));
  const finish = new Map<string, number>();
  for (const sketch of sketches)
    finish.set(sketch.id, Math.max(0, ...before(sketch).map((id) => finish.get(id)!)) + weeksOf(sketch));
  const end = Math.max(0, ...finish.values());
  const latest = new Map<string, number>();
  for (const sketch of [...sketches].reverse()) {
    const after = sketches.filter((other) => before(other).includes(sketch.id));
    latest.set(sketch.id, Math.min(end, ...after.map((other) => latest.get(other.id)! - weeksOf(other))));
  }
  const tiers = computedTiers(sketches, () => true);
  const tierOf = (sketch: PhaseSketch) => sketch.tier ?? tiers.get(sketch.id)!;
  const times = new Map<string, TimesRow>();
  for (const sketch of sketches) {
    const weeks = weeksOf(sketch);
    const earliestFinish = finish.get(sketch.id)!;
    const latestFinish = latest.get(sketch.id)!;
    const after = sketches.filter((other) => before(other).includes(sketch.id));
    const nextStart = Math.min(end, ...after.map((other) => finish.get(other.id)! - weeksOf(other)));
    const totalFloat = latestFinish - earliestFinish;
    const tieredStart = tierStart(sketches, tierOf, weeksOf, tierOf(sketch));
    times.set(sketch.id, {
      earliestStart: earliestFinish - weeks,
      earliestFinish,
      latestStart: latestFinish - weeks,
      latestFinish,
      totalFloat,
      freeFloat: nextStart - earliestFinish,
      drag: totalFloat === 0 ? weeks : 0,
      critical: totalFloat === 0,
      nearCritical: totalFloat > 0 && totalFloat <= 2,
      tieredStart,
      tieredFinish: tieredStart + weeks,
    });
  }
  return {
    times,
    totals: {
      sequential: sketches.reduce((sum, sketch) => sum + weeksOf(sketch), 0),
      tiered: tierStart(sketches, tierOf, weeksOf, Infinity),
      tieredComputed: tierStart(sketches, ({ id }) => tiers.get(id)!, weeksOf, Infinity),
      gated: makespan(
        sketches.map((sketch) => behindTierZero(sketch, sketches, tierOf)),
        weeksOf,
      ),
      dependencies: end,
      criticalPath: criticalChain(sketches, times),
      low: makespan(sketches, (sketch) => Math.min(weeksOf(sketch), sketch.low ?? Infinity)),
      high: end,
      withoutDuration: sketches
        .filter((sketch) => sketch.weeks === null && sketch.status !== "done")
        .map(({ id }) => id),
      unschedulable,
    },
  };
}

function makespan(sketches: readonly PhaseSketch[], weeksOf: (sketch: PhaseSketch) => number): number {
  const finish = new Map<string, number>();
  for (const sketch of sketches)
    finish.set(sketch.id, Math.max(0, ...(sketch.dependsOn ?? []).map((id) => finish.get(id) ?? 0)) + weeksOf(sketch));
  return Math.max(0, ...finish.values());
}

function behindTierZero(
  sketch: PhaseSketch,
  sketches: readonly PhaseSketch[],
  tierOf: (sketch: PhaseSketch) => number,
): PhaseSketch {
  if (tierOf(sketch) === 0) return sketch;
  const foundation = sketches.filter((other) => tierOf(other) === 0).map(({ id }) => id);
  return { ...sketch, dependsOn: [...(sketch.dependsOn ?? []), ...foundation] };
}

function tierStart(
  sketches: readonly PhaseSketch[],
  tierOf: (sketch: PhaseSketch) => number,
  weeksOf: (sketch: PhaseSketch) => number,
  tier: number,
): number {
  const longest = new Map<number, number>();
  for (const sketch of sketches)
    if (tierOf(sketch) < tier) longest.set(tierOf(sketch), Math.max(longest.get(tierOf(sketch)) ?? 0, weeksOf(sketch)));
  return [...longest.values()].reduce((sum, weeks) => sum + weeks, 0);
}

function criticalChain(sketches: readonly PhaseSketch[], times: ReadonlyMap<string, TimesRow>): string[] {
  const chain: string[] = [];
  let start = 0;
  for (const { id, dependsOn = [] } of sketches) {
    const row = times.get(id)!;
    const follows = chain.length === 0 ? row.earliestStart === 0 : dependsOn.includes(chain.at(-1)!);
    if (!row.critical || row.earliestFinish === row.earliestStart || row.earliestStart !== start || !follows) continue;
    chain.push(id);
    start = row.earliestFinish;
  }
  return chain;
}

function tierRows(sketches: readonly PhaseSketch[], structural: ReadonlyMap<string, number>): TierReportRow[] {
  const tierOf = (sketch: PhaseSketch) => sketch.tier ?? structural.get(sketch.id)!;
  const numbers = [...new Set(sketches.map(tierOf))].sort((a, b) => a - b);
  const weeksOf = ({ weeks }: PhaseSketch) => weeks ?? 0;
  return numbers.map((tier, index) => {
    const members = sketches.filter((sketch) => tierOf(sketch) === tier);
    const done = members.filter(({ status }) => status === "done");
    const longest = [...members].sort((a, b) => leftOf(b) - leftOf(a) || weeksOf(b) - weeksOf(a))[0];
    const total = members.reduce((sum, sketch) => sum + weeksOf(sketch), 0);
    const left = members.reduce((sum, sketch) => sum + leftOf(sketch), 0);
    const isStarted = members.some(({ status }) => status === "in-progress") || done.length > 0;
    const startWeek = tierStart(sketches, tierOf, weeksOf, tier);
    return {
      tier,
      phases: members.map(({ id }) => id),
      longest: longest && weeksOf(longest) > 0 ? longest.id : null,
      state: done.length === members.length ? "done" : isStarted ? "in-progress" : index === 0 ? "ready" : "waiting",
      progressPercent: total === 0 ? 0 : ((total - left) / total) * 100,
      startWeek,
      endWeek: startWeek + Math.max(0, ...members.map(weeksOf)),
    };
  });
}
