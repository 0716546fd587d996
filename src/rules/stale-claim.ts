import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import { createPathSearch, type PathSearch } from "../graph/path-search.js";
import type { Analysis } from "../model/analysis.js";
import type { Claim, DoneClaim } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgePath } from "./shared/claims/path-claims.js";
import { judgeTierEnd } from "./shared/claims/tier-claims.js";
import { judgeTotal } from "./shared/claims/total-claims.js";
import { judgeWindow, windowsOf, type Windows } from "./shared/claims/window-claims.js";
import type { WrongClaim } from "./shared/claims/wrong-claim.js";

/** Each of these is compared with the whole plan; nobody writes more of them by hand. */
const MOST_JUDGED = 200;

export const staleClaim = planRule({
  id: "stale-claim",
  summary: "What a plan says about its own numbers must follow from its phases.",
  severity: "warning",
  *check(analysis) {
    const windows = windowsOf(analysis.plan);
    const search = createPathSearch(analysis.plan, () => true);
    let judged = 0;
    for (const claim of analysis.plan.claims) {
      if (claim.kind !== "window" && claim.kind !== "parallel" && claim.kind !== "independent") judged++;
      if (judged > MOST_JUDGED) return;
      const wrong = judge(claim, analysis, windows, search);
      if (!wrong) continue;
      const { message, phases, right } = wrong;
      const place = claim.valuePlace;
      yield {
        place: claim.place,
        message,
        phases,
        subject: `${claim.kind} ${claim.text.slice(0, 200)}`,
        ...(right !== null &&
          place !== null && {
            fix: { title: `write ${right}`, safety: "review" as const, edits: [{ place, newText: right }] },
          }),
      };
    }
  },
});

function judge(claim: Claim, analysis: Analysis, windows: Windows, search: PathSearch): WrongClaim | null {
  switch (claim.kind) {
    case "total":
      return judgeTotal(claim, analysis);
    case "tier-window":
    case "tier-completion":
      return judgeTierEnd(claim, analysis, windows);
    case "window":
      return judgeWindow(claim, analysis, windows);
    case "critical-path":
      return judgePath(claim, analysis, search);
    case "phases-done":
      return judgeCount(claim, analysis);
    // What phases say of each other has rules of its own.
    case "blocks":
    case "independent":
    case "parallel":
      return null;
  }
}

/** Only where the number of all phases shows that the plan's own are counted, and each says how it stands. */
function judgeCount({ done, all }: DoneClaim, { plan }: Analysis): WrongClaim | null {
  const phases = [...plan.phases.values()];
  if (phases.length !== all || phases.some((phase) => phase.status === "unknown" || !isScheduled(phase))) return null;
  const counted = phases.filter(isDone).length;
  if (counted === done) return null;
  return { message: `${done} of ${all} phases are said to be done, but ${counted} are.`, phases: [], right: null };
}
