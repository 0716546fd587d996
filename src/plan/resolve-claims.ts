import { parseNumbers } from "../grammar/stated-length.js";
import type { ClaimDeclaration, Declaration, FactDeclaration, ItemName } from "../model/declaration.js";
import type { Claim, PhaseId, RelationClaim } from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { EdgeAllowance } from "./edge-allowance.js";
import type { Item, Items } from "./items.js";
import { resolveReferences } from "./resolve-references.js";

type Ids = ReadonlyMap<Item, PhaseId>;

/** Where a sentence begins to speak of those the phase has nothing to do with. */
const PARALLEL = /\bparallel\b[^,;.()]{0,12}\b(?:with|to)\b/i;
const NO_DEPENDENCIES = /\bno dependenc(?:y|ies) on\b|\bindependent of\b/i;
/** From here on it speaks of others, or of a time when it holds. */
const CONDITION =
  /[.;()]|\s[-\u2010-\u2015]\s|\b(?:after|once|when|if|until|unless|before|except|but|and then|while|as long)\b/i;
const LONGEST = 400;

/**
 * What the documents say about their own numbers, in weeks and by phase, in the order written. A claim about something
 * that is no phase of the plan is dropped: nobody could say whether it is right.
 */
export function resolveClaims(
  declarations: readonly Declaration[],
  items: Items,
  ids: Ids,
  settings: Settings,
): readonly Claim[] {
  const written = declarations.flatMap((declaration) =>
    declaration.kind === "claim" ? (resolveClaim(declaration, items, ids, settings) ?? []) : [],
  );
  return [...written, ...relationClaims(items, ids)];
}

function resolveClaim(claim: ClaimDeclaration, items: Items, ids: Ids, { weeksPer }: Settings): Claim | null {
  const common = {
    text: claim.text.text.trim().replace(/\s+/g, " "),
    place: claim.place,
    valuePlace: claim.value && plainPlace(claim.value),
  };
  const steps = claim.steps && phasesOf(claim.steps, items, ids);
  if (claim.steps && !steps) return null;
  const phases = steps && [...new Set(steps.flat())];
  const [first, last] = parseNumbers(claim.value?.text ?? "");
  switch (claim.claim) {
    case "total": {
      const weeksPerUnit = weeksPer[claim.unit ?? "week"];
      const { isApproximate, mode } = claim;
      const [low, high] = [first * weeksPerUnit, last * weeksPerUnit];
      return { ...common, kind: "total", low, high, weeksPerUnit, isApproximate, mode, phases };
    }
    case "tier-window":
      return { ...common, kind: "tier-window", tier: claim.tier ?? 0, startWeek: first, endWeek: last };
    case "tier-completion":
      return { ...common, kind: "tier-completion", tier: claim.tier ?? 0, week: first };
    case "window":
      return phases?.[0] ? { ...common, kind: "window", phase: phases[0], startWeek: first, endWeek: last } : null;
    case "critical-path":
      return steps && { ...common, kind: "critical-path", steps };
    case "phases-done":
      return { ...common, kind: "phases-done", done: first, all: last };
    case "blocks": {
      const subject = claim.subject && phaseOf(claim.subject, items, ids);
      return subject && phases ? { ...common, kind: "blocks", phase: subject, others: phases } : null;
    }
  }
}

/** Where a single number stands as it is read. */
const plainPlace = ({ text, place }: NonNullable<ClaimDeclaration["value"]>): Claim["valuePlace"] =>
  /^[\d.]+$/.test(text) && place.endOffset - place.offset === text.length ? place : null;

function phasesOf(
  steps: readonly (readonly ItemName[])[],
  items: Items,
  ids: Ids,
): readonly (readonly PhaseId[])[] | null {
  const found: PhaseId[][] = [];
  for (const step of steps) {
    const phases = step.flatMap((name) => phaseOf(name, items, ids) ?? []);
    if (phases.length < step.length) return null;
    found.push([...new Set(phases)]);
  }
  return found;
}

/** The phase of that name, or the one that the item of that name is a part of. */
function phaseOf({ word, id }: ItemName, items: Items, ids: Ids): PhaseId | null {
  for (let at = items.find(word, id, null); at; at = at.parent === null ? null : (items.byKey.get(at.parent) ?? null)) {
    const phase = ids.get(at);
    if (phase !== undefined) return phase;
  }
  return null;
}

/** What fields such as `Can run in parallel with: 14` and `Independent: no dependencies on 15` say. */
function relationClaims(items: Items, ids: Ids): readonly RelationClaim[] {
  // Of their own: what claims name must not leave the plan fewer dependencies.
  const allowance = new EdgeAllowance();
  return [...ids].flatMap(([item, phase]) =>
    item.mentions
      .flatMap(({ facts }) => facts)
      .flatMap((fact): RelationClaim[] => {
        const said = relationOf(fact);
        if (!said) return [];
        const { resolved } = resolveReferences(said.fact, item, items, allowance);
        const others = [...new Set(resolved.flatMap((reference) => ids.get(reference.item) ?? []))];
        const { text, place } = fact.text;
        if (others.length === 0) return [];
        return [{ kind: said.kind, text: text.trim(), place, valuePlace: null, phase, others }];
      }),
  );
}

function relationOf(fact: FactDeclaration): { kind: "parallel" | "independent"; fact: FactDeclaration } | null {
  if (fact.fact !== "parallelWith" && fact.fact !== "independentOf") return null;
  const written = fact.text.text.slice(0, LONGEST);
  const parallel = PARALLEL.exec(written);
  const opening = parallel ?? NO_DEPENDENCIES.exec(written);
  if (!opening && fact.fact === "independentOf") return null;
  const start = opening ? opening.index + opening[0].length : 0;
  const turn = CONDITION.exec(written.slice(start));
  // What holds only under a condition cannot be checked.
  if (turn && /[a-z]/i.test(turn[0])) return null;
  const text = fact.text.slice(start, turn ? start + turn.index : written.length);
  const kind = parallel || fact.fact === "parallelWith" ? "parallel" : "independent";
  return { kind, fact: { ...fact, text } };
}
