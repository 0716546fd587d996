import { serviceKey } from "../grammar/service-name.js";
import type { FactName } from "../model/declaration.js";
import type { Lock, Modification, PhaseId } from "../model/plan.js";
import type { Item } from "./items.js";
import { factsOf } from "./link-items.js";
import { listedNames } from "./listed-names.js";

/** The strongest word first: a phase that says it twice is said to say it once. */
const WORDINGS = ["modifies", "services"] as const satisfies readonly FactName[];

/** Which phase changes which service, each pair once: by its own fields and columns, then by locks that say so. */
export function collectModifications(ids: ReadonlyMap<Item, PhaseId>, locks: readonly Lock[]): readonly Modification[] {
  const found = new Map<string, Modification>();
  const add = (modification: Modification): void => {
    const key = `${modification.phase} ${serviceKey(modification.service)}`;
    if (serviceKey(modification.service) !== "" && !found.has(key)) found.set(key, modification);
  };
  for (const [item, phase] of ids) {
    for (const wording of WORDINGS) {
      for (const { text } of factsOf(item, wording))
        for (const { text: service, place } of listedNames(text)) add({ phase, service, wording, place });
    }
  }
  for (const { service, state, phases, place } of locks) {
    if (state !== "modifying" && state !== "creating") continue;
    for (const { phase } of phases) if (phase !== null) add({ phase, service, wording: "lock", place });
  }
  return [...found.values()];
}
