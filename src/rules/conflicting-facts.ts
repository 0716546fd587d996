import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import type { ConflictingStatement, FactConflict, Phase } from "../model/plan.js";
import type { Place } from "../model/place.js";
import { planRule } from "./rule.js";

export const conflictingFacts = planRule({
  id: "conflicting-facts",
  summary: "What a plan states twice about a phase must agree.",
  severity: "warning",
  *check({ plan }) {
    for (const phase of plan.phases.values()) {
      const isOver = isDone(phase) || !isScheduled(phase);
      const subjects = new Set<string>();
      for (const conflict of phase.conflicts) {
        // How long something was to take, and where, no longer matters when it is over; whether it is over does.
        if (isOver && conflict.fact !== "status" && conflict.fact !== "progress") continue;
        const { fact, kept, other } = conflict;
        const subject = `${fact} ${other.text}${other.place.path === kept.place.path ? "" : ` ${other.place.path}`}`;
        if (subjects.has(subject)) continue;
        subjects.add(subject);
        yield {
          place: other.place,
          message: describe(phase, conflict),
          phases: [phase.id],
          subject,
          related: [{ place: kept.place, message: `${shown(kept)} counts` }],
        };
      }
    }
  },
});

function describe({ label }: Phase, { fact, kept, other, reason }: FactConflict): string {
  if (reason === "finer-unit") {
    return `${label} is said to take ${shown(other)} and ${shown(kept)}, which are not one length; ${shown(kept)} counts, because the finer unit is the more exact.`;
  }
  if (reason === "unfinished") {
    return `${label} is marked as done (${shown(other)}) with ${shown(kept)}; it counts as unfinished.`;
  }
  const where = whereFrom(other.place, kept.place);
  return `${label} has the ${NOUN[fact]} ${shown(other)} here and ${shown(kept)} ${where}; ${shown(kept)} counts, because ${because(kept, other, reason)}.`;
}

const NOUN: Readonly<Record<FactConflict["fact"], string>> = {
  tier: "tier",
  duration: "duration",
  window: "window",
  status: "status",
  progress: "progress",
};

const MENTION: Readonly<Record<ConflictingStatement["mention"], string>> = {
  section: "the phase's own section",
  row: "a table row",
  entry: "a list entry",
  timeline: "a timeline",
};

function because(
  kept: ConflictingStatement,
  other: ConflictingStatement,
  reason: "status-document" | "closer" | "first",
): string {
  if (reason === "status-document") return "the status document goes before all others";
  if (reason === "closer") return `${MENTION[kept.mention]} goes before ${MENTION[other.mention]}`;
  return "the first of two places alike goes before the other";
}

const whereFrom = (here: Place, there: Place): string =>
  here.path === there.path ? `in line ${there.line}` : `in ${there.path}:${there.line}`;

const LONGEST = 80;

const shown = ({ text }: ConflictingStatement): string =>
  JSON.stringify(text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`);
