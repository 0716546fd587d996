import type { PlanReport, Verdict } from "../../model/report.js";
import { cleanText } from "../shared/clean-text.js";
import { weeksInWords } from "../shared/format-weeks.js";
import { planWeeks } from "../shared/plan-weeks.js";
import { plural } from "../shared/plural.js";
import { isLowerBound } from "../shared/verdict-words.js";
import type { Badge, BadgeKind, Tone } from "./badge.js";

/** Findings that count. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** The answer of a badge. `more` is only said in its sentence. */
interface Answer {
  readonly message: string;
  readonly tone: Tone;
  readonly more?: string;
  readonly isError?: boolean;
}

const LABELS: Readonly<Record<BadgeKind, string>> = {
  gate: "plan gate",
  "critical-path": "critical path",
  tier: "progress",
  "breaking-change": "next breaking change",
};

const NAME_LIMIT = 100;

/** Within two weeks whoever is affected should be at work on it. */
const SOON_DAYS = 14;

/** What a plan has to show, each by its own badge. */
export const planBadges = (plan: PlanReport, counts: Counts, verdict: Verdict): Badge[] => [
  badge("gate", plan.name, gateAnswer(counts, isClosed(counts, verdict))),
  badge("critical-path", plan.name, criticalPathAnswer(plan)),
  badge("tier", plan.name, progressAnswer(plan)),
  badge("breaking-change", plan.name, breakingChangeAnswer(plan)),
];

/** Of all plans together, and of the policy. */
export const gateBadge = (verdict: Verdict): Badge =>
  badge("gate", null, gateAnswer(verdict, verdict.outcome === "fail"));

function badge(kind: BadgeKind, plan: string | null, { message, tone, more = "", isError = false }: Answer): Badge {
  const label = LABELS[kind];
  const about = plan === null ? "" : `${cleanText(plan, NAME_LIMIT)}: `;
  return { kind, label, message, tone, isError, sentence: `${about}${label}: ${message}${more}` };
}

function gateAnswer({ errors, warnings }: Counts, isError: boolean): Answer {
  if (errors > 0) return { ...answer(plural(errors, "error"), "bad"), isError };
  if (warnings > 0) return { ...answer(plural(warnings, "warning"), "caution"), isError };
  return answer("passing", "good");
}

const isClosed = ({ errors, warnings }: Counts, { failOn, override }: Verdict): boolean =>
  override === undefined && failOn !== "never" && (errors > 0 || (failOn === "warning" && warnings > 0));

function criticalPathAnswer(plan: PlanReport): Answer {
  const { remaining } = plan.totals;
  const weeks = planWeeks(plan);
  if (plan.phases.length === 0) return NO_PHASES;
  if (weeks !== "known") return WITHOUT_WEEKS[weeks];
  return answer(`${isLowerBound(remaining) ? "≥ " : ""}${weeksInWords(remaining.dependencies)}`, "neutral");
}

/** The first tier that is not done; the whole plan where nobody works by tiers. */
function progressAnswer(plan: PlanReport): Answer {
  const { phases, tiers, outlook } = plan;
  if (phases.length === 0) return NO_PHASES;
  const current = tiers.find(({ state }) => state !== "done");
  if (current === undefined) return WITHOUT_WEEKS[planWeeks(plan) === "no-dates" ? "no-dates" : "nothing-left"];
  if (outlook?.isTiered === false) return answer(percent(outlook.progress.plan.percent), "neutral");
  return answer(`tier ${current.tier} · ${percent(current.progressPercent)}`, "neutral");
}

function breakingChangeAnswer({ nextBreakingChange: next }: PlanReport): Answer {
  if (next === undefined) return answer("none", "good");
  const { daysLeft, effective } = next;
  const message = daysLeft === 0 ? "today" : `in ${plural(daysLeft, "day")}`;
  return { ...answer(message, daysLeft <= SOON_DAYS ? "caution" : "neutral"), more: `, on ${effective}` };
}

/** Rounded down: what is not done is not at 100 %. */
const percent = (number: number): string => `${Math.floor(number)} %`;

const answer = (message: string, tone: Tone): Answer => ({ message, tone });

const NO_PHASES = answer("no phases", "unknown");
const WITHOUT_WEEKS = {
  "nothing-left": answer("done", "good"),
  "no-durations": answer("no durations", "unknown"),
  "no-dates": answer("dependency cycle", "unknown"),
};
