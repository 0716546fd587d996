import { parseReferences, type ItemReference, type ReferencePart } from "../grammar/reference.js";
import { statusMark } from "../grammar/status.js";
import type { NamedPhase, PhaseId } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";
import { EdgeAllowance } from "./edge-allowance.js";
import type { Item, Items } from "./items.js";
import { resolveReferences } from "./resolve-references.js";

/** Finds the phases that a registry or a lock names; what names none that the plan has is kept by its id. */
export class PhaseFinder {
  // Of their own: what registries name must not leave the plan fewer dependencies.
  readonly #allowance = new EdgeAllowance();
  readonly #items: Items;
  readonly #phaseOf: (item: Item) => PhaseId | undefined;

  constructor(items: Items, phaseOf: (item: Item) => PhaseId | undefined) {
    this.#items = items;
    this.#phaseOf = phaseOf;
  }

  /** In the order written, each once. */
  find(text: PlacedText): readonly NamedPhase[] {
    const found = new Map<string, NamedPhase>();
    for (const part of parseReferences(text.text)) {
      for (const reference of part.references)
        for (const phase of this.#named(reference, part, text)) found.set(phase.id.toLowerCase(), phase);
    }
    return [...found.values()];
  }

  #named(reference: ItemReference, part: ReferencePart, text: PlacedText): readonly NamedPhase[] {
    const own = text.slice(reference.start, reference.end);
    const mark = statusMark(part.text)?.status ?? null;
    const isDone = mark === null ? null : mark === "done";
    const items = reference.lastId === null && !reference.isOpenEnded ? this.#one(reference) : this.#range(own);
    const phases = items.flatMap((item) => this.#phaseOf(item) ?? []);
    if (phases.length > 0) return phases.map((phase) => ({ id: phase, phase, isDone, place: own.place }));
    return [reference.id, reference.lastId]
      .filter((id) => id !== null)
      .map((id) => ({ id, phase: null, isDone, place: own.place }));
  }

  /** `8.4` is the section when it is an item, else phase 8. */
  #one({ word, id }: ItemReference): readonly Item[] {
    for (let at = id; ;) {
      const item = this.#items.find(word, at, null);
      if (item) return [item];
      const dot = at.lastIndexOf(".");
      if (dot < 0) return [];
      at = at.slice(0, dot);
    }
  }

  #range(text: PlacedText): readonly Item[] {
    const fact = { fact: "needs", text, evidence: "explicit" } as const;
    return resolveReferences(fact, NOWHERE, this.#items, this.#allowance).resolved.map(({ item }) => item);
  }
}

/** Texts of a registry stand in no item's section. */
const NOWHERE: Item = {
  key: "",
  id: "",
  word: "",
  label: "",
  isLocal: false,
  mentions: [],
  parent: null,
  order: -1,
};
