import { nearestWord } from "../config/nearest-word.js";
import { parseDuration } from "../grammar/duration.js";
import { parseStatus } from "../grammar/status.js";
import { parseTier } from "../grammar/tier.js";
import type { Phase, Status } from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { SetupError } from "../model/setup-error.js";
import { plannedWeeks } from "../plan/planned-weeks.js";
import { remainingWeeks } from "../plan/remaining-weeks.js";

interface Changed {
  readonly changed: Phase;
  /** `Phase 15 takes 8 weeks`. */
  readonly sentence: string;
}

const FIELDS: Readonly<Record<string, (phase: Phase, value: string, settings: Settings) => Changed>> = {
  duration: setDuration,
  status: setStatus,
  tier: setTier,
};

/**
 * The phase with another value for one field, read as a document's own field is. Throws a SetupError `bad-arguments`
 * for a field that there is not, and for a value that a document could not state either.
 */
export function setField(phase: Phase, field: string, value: string, settings: Settings): Changed {
  const set = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  if (set) return set(phase, value, settings);
  const known = Object.keys(FIELDS);
  const meant = nearestWord(field, known);
  throw wrong(
    `${JSON.stringify(field)} of ${phase.label} cannot be set.${meant ? ` Did you mean ${meant}?` : ""}`,
    `Set one of: ${known.join(", ")}.`,
  );
}

/** What is said of the progress stays; weeks left follow from it, unless the new text states them, too. */
function setDuration(phase: Phase, value: string, settings: Settings): Changed {
  // A bare number is in weeks here: there is no column head to name another unit.
  const { duration, remaining, progressPercent } = parseDuration(value, settings.weeksPer, "week");
  if (duration === null) throw unreadable("duration", phase, value, "8w, 2-3 days or 1.5 months");
  const weeks = plannedWeeks(duration, settings);
  const progress = progressPercent ?? phase.progressPercent;
  const place = phase.duration?.place ?? phase.places[0]!;
  return {
    changed: {
      ...phase,
      duration: { ...duration, weeks, text: value, fromWindow: false, place },
      progressPercent: progress,
      remainingWeeks: remainingWeeks(phase.status, { weeks }, progress, remaining),
    },
    sentence: `${phase.label} takes ${inWeeks(weeks)}`,
  };
}

const STATUS_WORDS: Readonly<Record<Exclude<Status, "unknown">, string>> = {
  done: "is done",
  "in-progress": "is in progress",
  "not-started": "is not started",
  blocked: "is blocked",
  paused: "is paused",
  deprecated: "is deprecated",
  tangent: "is a tangent",
};

/** Progress that the old status had goes with it, unless the work goes on. */
function setStatus(phase: Phase, value: string): Changed {
  const { status, progressPercent } = parseStatus(value);
  if (status === "unknown") throw unreadable("status", phase, value, "done, in progress, 60% or not started");
  const goesOn = status !== "done" && status !== "not-started";
  const progress = progressPercent ?? (goesOn ? phase.progressPercent : null);
  const stated = goesOn ? statedRemaining(phase) : null;
  return {
    changed: {
      ...phase,
      status,
      statusPlace: phase.statusPlace ?? phase.places[0]!,
      progressPercent: progress,
      remainingWeeks: remainingWeeks(status, phase.duration, progress, progressPercent === null ? stated : null),
    },
    sentence: `${phase.label} ${STATUS_WORDS[status]}${progressPercent === null ? "" : ` (${progressPercent} %)`}`,
  };
}

/** Weeks left that do not follow from the progress were stated by the author. */
function statedRemaining({ status, duration, progressPercent, remainingWeeks: weeks }: Phase): number | null {
  return status === "done" || weeks === remainingWeeks(status, duration, progressPercent, null) ? null : weeks;
}

function setTier(phase: Phase, value: string): Changed {
  const { number, isHistorical } = parseTier(value);
  if (number === null && !isHistorical) throw unreadable("tier", phase, value, "2, Tier 2 or N/A");
  const place = phase.tier?.place ?? phase.places[0]!;
  return {
    // Not the document's own text: an edit offered there would mend a number that it does not say.
    changed: { ...phase, tier: { number, text: value, place, isOwnText: false, isHistorical } },
    sentence: number === null ? `${phase.label} has a tier of the past` : `${phase.label} is in Tier ${number}`,
  };
}

function inWeeks(weeks: number): string {
  const rounded = Math.round(weeks * 100) / 100;
  return `${rounded} ${rounded === 1 ? "week" : "weeks"}`;
}

const unreadable = (field: string, phase: Phase, value: string, examples: string): SetupError =>
  wrong(
    `${JSON.stringify(value)} is no ${field} that can be read, for ${phase.label}.`,
    `Write it as a plan would: ${examples}.`,
  );

const wrong = (message: string, mend: string): SetupError => new SetupError("bad-arguments", message, { mend });
