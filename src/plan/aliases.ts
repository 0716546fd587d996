import { nameKey, namesWritten, type WrittenName } from "../grammar/story-name.js";
import type { ItemDeclaration } from "../model/declaration.js";

/** What items are also called, by the key of the item. */
export interface Aliases {
  /** The key of the item that goes by this key, or the key itself. */
  resolve(key: string): string;
  has(key: string): boolean;
  /** The key of the item that goes by a name without an id, or null. */
  called(name: string): string | null;
  /** The keys that stand for an item, with that item's. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Reads the `alias` facts. A name that two items claim names neither. */
export function collectAliases(
  declarations: readonly ItemDeclaration[],
  keyOf: (name: WrittenName) => string,
): Aliases {
  const defined = new Set(declarations.filter(({ isDefinition }) => isDefinition).map(keyOf));
  const byId = new Claims();
  const byName = new Claims();
  for (const declaration of declarations) {
    const target = keyOf(declaration);
    if (!defined.has(target)) continue;
    for (const { fact, text } of declaration.facts) {
      if (fact !== "alias") continue;
      const names = namesWritten(text.text);
      for (const name of names) {
        // A number alone is whatever the place it stands in makes of it.
        const isNumber = name.word === "" && /^\d/.test(name.id);
        if (!isNumber && keyOf(name) !== target) byId.claim(keyOf(name), target);
      }
      if (names.length === 0) byName.claim(nameKey(text.text), target);
    }
  }
  const entries = byId.settled();
  const names = byName.settled();
  return {
    resolve: (key) => entries.get(key) ?? key,
    has: (key) => entries.has(key),
    called: (name) => names.get(nameKey(name)) ?? null,
    entries,
  };
}

class Claims {
  readonly #targets = new Map<string, string | null>();

  claim(name: string, target: string): void {
    const before = this.#targets.get(name);
    this.#targets.set(name, before === undefined || before === target ? target : null);
  }

  settled(): ReadonlyMap<string, string> {
    return new Map([...this.#targets].flatMap(([name, target]) => (target === null ? [] : [[name, target] as const])));
  }
}
