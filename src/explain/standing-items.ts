import type { ItemDeclaration } from "../model/declaration.js";
import type { ItemStanding } from "../model/explanation.js";
import type { Phase, Plan } from "../model/plan.js";
import type { Place } from "../model/place.js";
import { closestFirst, type Item, type Items } from "../plan/items.js";

/** The items of the documents, and which of them the plan schedules. */
export class StandingItems {
  readonly #itemOf = new Map<ItemDeclaration, Item>();
  readonly #phases: ReadonlyMap<string, Phase>;

  constructor(
    readonly items: Items,
    plan: Plan,
  ) {
    for (const item of items.byKey.values()) for (const mention of item.mentions) this.#itemOf.set(mention, item);
    this.#phases = new Map([...plan.phases.values()].map((phase) => [nameAt(phase.label, phase.places[0]!), phase]));
  }

  /** The item that a mention is about; undefined when nothing defines it. */
  item(mention: ItemDeclaration): Item | undefined {
    return this.#itemOf.get(mention);
  }

  /** The phase that an item is, if it is one. */
  phase(item: Item): Phase | undefined {
    return this.#phases.get(nameAt(item.label, closestFirst(item.mentions)[0]!.place));
  }

  /** The phase that an item is or is a part of: an edge to a part is an edge to the whole. */
  phaseAround(item: Item): Phase | undefined {
    for (let at: Item | undefined = item; at; at = at.parent === null ? undefined : this.items.byKey.get(at.parent)) {
      const phase = this.phase(at);
      if (phase) return phase;
    }
    return undefined;
  }

  of(mention: ItemDeclaration): ItemStanding {
    const item = this.item(mention);
    if (!item) return { kind: "undefined", phase: null };
    const phase = this.phase(item);
    if (phase) {
      const isPlanned = phase.status !== "tangent" && phase.status !== "deprecated";
      return { kind: isPlanned ? "scheduled" : "not-planned", phase: phase.id };
    }
    const around = this.phaseAround(item);
    return around ? { kind: "part", phase: around.id } : { kind: "other-level", phase: null };
  }
}

const nameAt = (label: string, { path, offset }: Place): string => `${offset} ${label} ${path}`;
