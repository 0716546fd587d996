import type { Place } from "../model/place.js";
import type {
  Claim,
  Dependency,
  Duration,
  Lock,
  LockLimit,
  Phase,
  Plan,
  ReadingNotice,
  Service,
  UnresolvedReference,
  Window,
} from "../model/plan.js";

/** A place as scripts see it: 1-based, end exclusive, without offsets. */
interface PlaceJson {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What `plan-gate read --format json` prints: what the documents say, nothing judged. */
export interface ReadJson {
  readonly schemaVersion: 1;
  readonly phases: readonly PhaseJson[];
  readonly services: readonly ServiceJson[];
  readonly locks: readonly LockJson[];
  readonly announcements: readonly AnnouncementJson[];
  readonly claims: readonly ClaimJson[];
  readonly notices: readonly { readonly message: string; readonly place: PlaceJson }[];
}

export interface PhaseJson {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly title: string;
  readonly parent: string | null;
  /** All mentions, the most specific first. */
  readonly places: readonly PlaceJson[];
  readonly tier: { readonly declared: number } | null;
  readonly dependsOn: readonly {
    readonly id: string;
    readonly evidence: Dependency["evidence"];
    readonly satisfied: boolean;
    readonly note: string | null;
    readonly place: PlaceJson;
  }[];
  readonly unresolved: readonly { readonly text: string; readonly place: PlaceJson }[];
  /** Weeks; `weeks` is the value planned with. */
  readonly duration: Omit<Duration, "place"> | null;
  readonly window: Omit<Window, "place"> | null;
  readonly status: Phase["status"];
  readonly progressPercent: number | null;
  readonly remainingWeeks: number | null;
  readonly modifies: readonly string[];
  readonly outputs: readonly string[];
  readonly requires: readonly string[];
  readonly parallelWith: readonly string[];
  readonly children: { readonly count: number; readonly done: number };
}

/** An announced breaking change; days are `YYYY-MM-DD`, null when none is written. */
interface AnnouncementJson {
  readonly subject: string;
  readonly change: string;
  readonly announced: string | null;
  readonly effective: string | null;
  readonly phase: string | null;
  readonly affects: readonly string[];
  readonly migration: string | null;
  readonly place: PlaceJson;
}

/** A service of a registry; phases are ids, of the plan where it has them. */
interface ServiceJson {
  readonly service: string;
  /** False for one that is only listed as owned by a phase. */
  readonly registered: boolean;
  readonly ownerPhase: string | null;
  readonly version: string | null;
  readonly nextVersion: string | null;
  readonly status: string | null;
  readonly dependencies: readonly string[];
  readonly dependentPhases: readonly string[];
  readonly allPhasesDepend: boolean;
  /** All mentions, rows of a registry first. */
  readonly places: readonly PlaceJson[];
}

interface LockJson {
  readonly service: string;
  readonly state: Lock["state"];
  readonly lockedBy: readonly string[];
  readonly from: LockLimitJson | null;
  readonly until: LockLimitJson | null;
  readonly place: PlaceJson;
}

/** A day, a week counted from 1, or the start or end of a phase; the text alone where it says none of them. */
interface LockLimitJson {
  readonly text: string;
  readonly day: string | null;
  readonly week: number | null;
  readonly phase: string | null;
  readonly edge: "start" | "end" | null;
}

/** What a document says about its own numbers; `value` is in weeks, windows count from 1. */
interface ClaimJson {
  readonly kind: Claim["kind"];
  readonly text: string;
  /** The phases it is about, in the order written; empty for the whole plan. */
  readonly phases: readonly string[];
  readonly tier: number | null;
  /** Low and high end: weeks of a total, first and last week of a window, done and all of a count. */
  readonly value: readonly [number, number] | null;
  readonly place: PlaceJson;
}

/** The plan as rows for scripts: same plan, same rows, in plan order. */
export function readJson(plan: Plan): ReadJson {
  return {
    schemaVersion: 1,
    phases: [...plan.phases.values()].map(phaseJson),
    services: plan.services.map(serviceJson),
    locks: plan.locks.map(lockJson),
    announcements: plan.breakingChanges.map((entry) => ({
      subject: entry.subject,
      change: entry.change,
      announced: entry.announced?.day ?? null,
      effective: entry.effective?.day ?? null,
      phase: entry.phase,
      affects: entry.affects,
      migration: entry.migration,
      place: placeJson(entry.place),
    })),
    claims: plan.claims.map(claimJson),
    notices: plan.notices.map(noticeJson),
  };
}

function phaseJson(phase: Phase): PhaseJson {
  return {
    id: phase.id,
    label: phase.label,
    kind: phase.kind,
    title: phase.title,
    parent: phase.parent,
    places: phase.places.map(placeJson),
    tier: phase.tier?.number == null ? null : { declared: phase.tier.number },
    dependsOn: phase.dependsOn.map(({ id, evidence, satisfied, note, place }) => ({
      id,
      evidence,
      satisfied,
      note,
      place: placeJson(place),
    })),
    unresolved: phase.unresolved.map(unresolvedJson),
    duration: phase.duration && {
      low: phase.duration.low,
      high: phase.duration.high,
      weeks: phase.duration.weeks,
      text: phase.duration.text,
      fromWindow: phase.duration.fromWindow,
    },
    window: phase.window && { startWeek: phase.window.startWeek, endWeek: phase.window.endWeek },
    status: phase.status,
    progressPercent: phase.progressPercent,
    remainingWeeks: phase.remainingWeeks,
    modifies: phase.modifies,
    outputs: phase.outputs,
    requires: phase.requires,
    parallelWith: phase.parallelWith.map(({ id }) => id),
    children: { count: phase.children.count, done: phase.children.done },
  };
}

function serviceJson(service: Service): ServiceJson {
  return {
    service: service.name,
    registered: service.isRegistered,
    ownerPhase: service.owner?.id ?? null,
    version: service.version?.text ?? null,
    nextVersion: service.nextVersion?.text ?? null,
    status: service.status?.text ?? null,
    dependencies: service.dependencies.map(({ text }) => text),
    dependentPhases: service.dependents?.phases.map(({ id }) => id) ?? [],
    allPhasesDepend: service.dependents?.isAll ?? false,
    places: service.places.map(placeJson),
  };
}

const lockJson = ({ service, state, phases, from, until, place }: Lock): LockJson => ({
  service,
  state,
  lockedBy: phases.map(({ id }) => id),
  from: from && limitJson(from),
  until: until && limitJson(until),
  place: placeJson(place),
});

const limitJson = ({ text, day, week, event }: LockLimit): LockLimitJson => ({
  text,
  day,
  week,
  phase: event?.phase ?? null,
  edge: event?.edge ?? null,
});

function claimJson(claim: Claim): ClaimJson {
  return {
    kind: claim.kind,
    text: claim.text,
    phases: phasesOf(claim),
    tier: "tier" in claim ? claim.tier : null,
    value: valueOf(claim),
    place: placeJson(claim.place),
  };
}

function phasesOf(claim: Claim): readonly string[] {
  if ("steps" in claim) return claim.steps.flat();
  if ("others" in claim) return [claim.phase, ...claim.others];
  if ("phase" in claim) return [claim.phase];
  return "phases" in claim ? (claim.phases ?? []) : [];
}

function valueOf(claim: Claim): readonly [number, number] | null {
  switch (claim.kind) {
    case "total":
      return [claim.low, claim.high];
    case "window":
    case "tier-window":
      return [claim.startWeek, claim.endWeek];
    case "tier-completion":
      return [claim.week, claim.week];
    case "phases-done":
      return [claim.done, claim.all];
    default:
      return null;
  }
}

const unresolvedJson = ({ text, place }: UnresolvedReference) => ({ text, place: placeJson(place) });
const noticeJson = ({ message, place }: ReadingNotice) => ({ message, place: placeJson(place) });

function placeJson({ path, line, column, endLine, endColumn }: Place): PlaceJson {
  return { path, line, column, endLine, endColumn };
}
