import { idKey } from "../grammar/item-id.js";
import { parseReferences } from "../grammar/reference.js";
import type { Comparison } from "../model/comparison.js";
import type { Fix } from "../model/finding.js";
import type { Phase, UnresolvedReference } from "../model/plan.js";
import { changeRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { listedBriefly } from "./shared/quantities.js";

const MOST_RELATED = 10;

export const removedWithDependents = changeRule({
  id: "removed-with-dependents",
  summary: "A phase must not be removed or renumbered while an unfinished phase still depends on it.",
  severity: "error",
  *check(comparison) {
    const gone = gonePhases(comparison);
    if (gone.size === 0) return;
    for (const [{ phase, successor }, references] of referencesTo(gone, comparison)) {
      const dependents = [...new Set(references.map(({ dependent }) => dependent))];
      const names = listedBriefly(dependents.map(({ label }) => label));
      const still = `${names} still ${dependents.length === 1 ? "depends" : "depend"} on ${phase.label}`;
      const fix = successor && rename(references, phase, successor);
      yield {
        place: phase.places[0]!,
        message: successor
          ? `${phase.label} is ${successor.label} now, but ${still}. Name ${successor.label} there.`
          : `${phase.label} is removed, but ${still}. Keep it while it is needed, mark it as deprecated, or take it out there.`,
        phases: [phase.id, ...dependents.map(({ id }) => id)],
        related: references.slice(0, MOST_RELATED).map(({ dependent, reference: { place } }) => ({
          place,
          message: `${dependent.label} depends on ${phase.label} here`,
        })),
        ...(fix && { fix }),
      };
    }
  },
});

/** A phase of base whose id means nothing in head, and what became of it. */
interface Gone {
  readonly phase: Phase;
  readonly successor: Phase | null;
}

interface Reference {
  readonly dependent: Phase;
  readonly reference: UnresolvedReference;
}

function gonePhases({ base, head, changes }: Comparison): ReadonlyMap<string, Gone> {
  const gone = new Map<string, Gone>();
  for (const change of changes) {
    if (change.kind === "phase-removed") gone.set(idKey(change.id), { phase: change.phase, successor: null });
    if (change.kind !== "phase-renumbered") continue;
    const phase = base.plan.phases.get(change.from)!;
    gone.set(idKey(change.from), { phase, successor: head.plan.phases.get(change.to)! });
  }
  return gone;
}

/** Where unfinished phases of head name what is gone, by what is gone in the order of the references. */
function referencesTo(gone: ReadonlyMap<string, Gone>, { head }: Comparison): Map<Gone, Reference[]> {
  const found = new Map<Gone, Reference[]>();
  for (const dependent of judgedPhases(head.plan)) {
    for (const reference of dependent.unresolved) {
      if (reference.reason !== "unknown-phase" || reference.evidence !== "explicit") continue;
      const target = goneNamedBy(reference.text, gone);
      if (target === null) continue;
      const known = found.get(target);
      if (known === undefined) found.set(target, [{ dependent, reference }]);
      else known.push({ dependent, reference });
    }
  }
  return found;
}

/** `Phase 8.4` names phase 8 where there was no 8.4, as it does while phase 8 is there. */
function goneNamedBy(text: string, gone: ReadonlyMap<string, Gone>): Gone | null {
  for (const { references } of parseReferences(text)) {
    for (const { id } of references) {
      for (let at = idKey(id); at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
        const target = gone.get(at);
        if (target !== undefined) return target;
      }
    }
  }
  return null;
}

/** Puts the new id in place of the old one. Null where a reference does not end with just the old id. */
function rename(references: readonly Reference[], { id, label }: Phase, successor: Phase): Fix | null {
  const edits = references.map(({ reference: { text, place } }) => {
    const isOwnText = place.endOffset - place.offset === text.length && place.line === place.endLine;
    if (!isOwnText || !idKey(text).endsWith(idKey(id)) || /[\d.]$/.test(text.slice(0, -id.length))) return null;
    const { offset, column } = { offset: place.endOffset - id.length, column: place.endColumn - id.length };
    return { place: { ...place, offset, column }, newText: successor.id };
  });
  if (!edits.every((edit) => edit !== null)) return null;
  return { title: `name ${successor.label} in place of ${label}`, safety: "review", edits };
}
