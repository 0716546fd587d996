import type { Finding } from "../model/finding.js";
import type { JudgedWaiver, Waiver, WaiverTerm } from "../model/waiver.js";

/** The longest a waiver may reach ahead of the day it is applied on. */
const MOST_DAYS_AHEAD = 90;

/** All findings, those that were accepted marked with who accepted them; and what became of each waiver. */
export interface WaivedFindings {
  readonly findings: readonly Finding[];
  /** In the order of the waivers. */
  readonly waivers: readonly JudgedWaiver[];
}

/**
 * Marks what the team has accepted. Of several waivers for one finding the first that is running counts. `hasSeenAll`
 * says whether the run has judged all that a waiver could be about; elsewhere none is called unused.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
  hasSeenAll: (waiver: Waiver) => boolean = () => true,
): WaivedFindings {
  const running = waivers.filter((waiver) => termOf(waiver, today) === "running");
  const byRule = new Map<string, Waiver[]>();
  for (const waiver of running) {
    const same = byRule.get(waiver.rule);
    if (same) same.push(waiver);
    else byRule.set(waiver.rule, [waiver]);
  }
  const used = new Set<Waiver>();
  const waived = findings.map((finding) => {
    const matching = (byRule.get(finding.ruleId) ?? []).filter((waiver) => matches(waiver, finding));
    for (const waiver of matching) used.add(waiver);
    const [first] = matching;
    return first === undefined ? finding : { ...finding, waivedBy: first };
  });
  return {
    findings: waived,
    waivers: waivers.map((waiver) => {
      const term = termOf(waiver, today);
      const isKnown = term === "running" && hasSeenAll(waiver);
      return { waiver, term, use: used.has(waiver) ? "used" : isKnown ? "unused" : "unknown" };
    }),
  };
}

/** Calendar days from `today` to the last day of a waiver; 0 on that day. */
export const daysLeft = ({ expires }: Pick<Waiver, "expires">, today: string): number =>
  (Date.parse(expires) - Date.parse(today)) / 86_400_000;

function termOf(waiver: Waiver, today: string): WaiverTerm {
  const days = daysLeft(waiver, today);
  return days < 0 ? "over" : days > MOST_DAYS_AHEAD ? "too-long" : "running";
}

function matches({ phase, subject, plan }: Waiver, finding: Finding): boolean {
  return (
    (plan === null || plan === finding.plan) &&
    (phase === null || finding.phases.some((id) => id.toLowerCase() === phase.toLowerCase())) &&
    (subject === null || subject === finding.subject)
  );
}
