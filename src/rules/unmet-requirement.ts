import { contractKey } from "../grammar/contract-entry.js";
import { compareVersions, parseVersion } from "../grammar/version.js";
import { isDone } from "../graph/is-done.js";
import { createWaitedFor } from "../graph/waited-for.js";
import type { ContractOutput, Phase, Plan, Requirement } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { listed } from "./shared/quantities.js";

const MOST_NAMED = 4;

export const unmetRequirement = planRule({
  id: "unmet-requirement",
  summary: "What a phase requires must be handed on, new enough, by a phase that it waits for.",
  severity: "error",
  *check({ plan }) {
    const offers = offersByKey(plan);
    // Where no phase says what it hands on, nothing can be missing.
    if (offers.size === 0) return;
    const waitedFor = createWaitedFor(plan);
    for (const phase of judgedPhases(plan)) {
      if (phase.requirements.length === 0) continue;
      const awaited = waitedFor(phase.id);
      if (awaited === null) return;
      // What is done is there, whether or not anybody waits for it.
      const isAtHand = (other: Phase) => other === phase || awaited.has(other.id) || isDone(other);
      for (const requirement of phase.requirements) {
        if (requirement.evidence !== "explicit") continue;
        const fault = faultOf(requirement, plan, offers.get(contractKey(requirement.name)) ?? [], isAtHand);
        if (fault === null) continue;
        yield {
          place: requirement.place,
          message: `${phase.label} requires ${nameOf(requirement)}, ${fault.what}`,
          phases: [phase.id, ...fault.offers.map((offer) => offer.phase.id)],
          subject: contractKey(requirement.name),
          ...(fault.offers.length > 0 && {
            related: fault.offers.map(({ phase: other, output }) => ({
              place: output.place,
              message: `${other.label} hands on ${nameOf(output)} here`,
            })),
          }),
        };
      }
    }
  },
});

interface Offer {
  readonly phase: Phase;
  readonly output: ContractOutput;
}

function offersByKey(plan: Plan): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>();
  for (const phase of plan.phases.values()) {
    for (const output of phase.outputItems) {
      const key = contractKey(output.name);
      const same = offers.get(key);
      if (same) same.push({ phase, output });
      else offers.set(key, [{ phase, output }]);
    }
  }
  return offers;
}

interface Fault {
  readonly what: string;
  readonly offers: readonly Offer[];
}

/** Null for a requirement that is met, or of which nobody can tell. */
function faultOf(
  requirement: Requirement,
  plan: Plan,
  offers: readonly Offer[],
  isAtHand: (phase: Phase) => boolean,
): Fault | null {
  const atHand = offers.filter(({ phase }) => isAtHand(phase));
  if (atHand.length === 0) {
    // A named source that is not waited for is what `undeclared-dependency` speaks about.
    if (requirement.from.some((id) => !isAtHand(plan.phases.get(id)!))) return null;
    if (offers.length === 0 || requirement.from.length > 0) return unheardOf(requirement, plan);
    const first = offers.slice(0, MOST_NAMED);
    const owners = listed([...new Set(first.map(({ phase }) => phase.label))]);
    return { what: `which ${owners} hands on, but waits for no phase that does.`, offers: first };
  }
  const needed = requirement.version === null ? null : parseVersion(requirement.version);
  if (needed === null) return null;
  const named = atHand.filter(({ phase }) => requirement.from.includes(phase.id));
  const candidates = named.length > 0 ? named : atHand;
  const tooLow = candidates.filter(({ output }) => {
    const offered = output.version === null ? null : parseVersion(output.version);
    return offered !== null && compareVersions(offered, needed) < 0;
  });
  if (tooLow.length < candidates.length) return null;
  const first = tooLow.slice(0, MOST_NAMED);
  const versions = first.map(({ phase, output }) => `${phase.label} hands on ${output.version}`);
  return { what: `but ${listed(versions)}.`, offers: first };
}

/** Nobody hands it on: a mistake where the phase that should is named and says what it hands on, or where none is named. */
function unheardOf({ from, source, name, stated }: Requirement, plan: Plan): Fault | null {
  if (stated === "needs") return null;
  if (from.length > 0) {
    const sources = from.map((id) => plan.phases.get(id)!);
    if (!sources.every(({ outputItems }) => outputItems.length > 0)) return null;
    return { what: `which is not among what ${listed(sources.map(({ label }) => label))} hands on.`, offers: [] };
  }
  // What comes from elsewhere is no phase's business.
  if (source !== null || !isPlainName(name)) return null;
  return { what: "which no phase of this plan hands on.", offers: [] };
}

/** `RouteApi`, `seat_map`, `Route API`; a phrase (`legal sign-off`) may mean anything. */
const isPlainName = (name: string): boolean =>
  name.length <= 60 && name.split(" ").length <= 4 && name.split(" ").every((word) => /[\p{Lu}\p{N}_/.]/u.test(word));

const nameOf = ({ name, version }: ContractOutput): string => (version === null ? name : `${name} ${version}`);
