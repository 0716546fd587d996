import {
  compareIds,
  idKey,
  idPrefix,
  ITEM_WORD,
  itemWord,
  normalizeId,
  NUMBER_ID,
  PREFIXED_ID,
} from "../../grammar/item-id.js";
import { parseReferences, type ItemReference } from "../../grammar/reference.js";
import { namesWritten } from "../../grammar/story-name.js";
import type { Declaration, FactName, ItemDeclaration, ItemName } from "../../model/declaration.js";

/** An item that a document defines, as one who looks for its name needs it. */
export interface DefinedItem extends ItemName {
  readonly label: string;
  /** Place in the document's order. */
  readonly order: number;
  /** True when a field, column or note of its own says what it waits for, or that it waits for nothing. */
  readonly statesDependencies: boolean;
}

const STATES_DEPENDENCIES = new Set<FactName>(["dependsOn", "blocks", "sequencedAfter"]);
const NO_MORE = `(?![\\p{L}\\d]|\\.\\d|[ \\t]{0,3}[-\\u2010-\\u2015&+/,][ \\t]{0,3}(?:(?:${ITEM_WORD})[ \\t]{0,3})?\\d)`;
const NAMED = new RegExp(
  `^[^\\p{L}\\p{N}]{0,12}(${ITEM_WORD})[ \\t]{0,3}#?[ \\t]{0,2}(${PREFIXED_ID}|${NUMBER_ID})${NO_MORE}`,
  "iu",
);
const NOTED = new RegExp(`\\([ \\t]{0,3}(${ITEM_WORD})[ \\t]{1,3}(${PREFIXED_ID}|${NUMBER_ID})[ \\t]{0,3}\\)`, "iu");
const PREFIXED = new RegExp(`^[^\\p{L}\\p{N}]{0,12}(${PREFIXED_ID})(?![\\p{L}\\d])`, "u");

/** The items that a document defines, to be found by what other parts of it call them. */
export class DefinedItems {
  readonly all: readonly DefinedItem[];
  readonly #byName = new Map<string, DefinedItem | null>();
  readonly #byTitle = new Map<string, DefinedItem | null>();
  #byNumbering: ReadonlyMap<string, readonly DefinedItem[]> | null = null;

  constructor(declarations: readonly Declaration[]) {
    const mentions = declarations.filter((declaration) => declaration.kind === "item");
    const stating = new Set(mentions.filter(statesDependencies).map(({ word, id }) => nameKey(word, id)));
    const items = new Map<string, DefinedItem>();
    for (const { id, word, label, parent, isDefinition } of mentions) {
      const key = nameKey(word, id);
      if (isDefinition && !items.has(key))
        items.set(key, { id, word, label, parent, order: items.size, statesDependencies: stating.has(key) });
    }
    for (const { id, word, title, facts } of mentions) {
      const key = nameKey(word, id);
      const item = items.get(key);
      if (!item) continue;
      claim(this.#byName, key, item);
      if (/^\d/.test(id)) claim(this.#byName, nameKey("", id), item);
      if (title) claim(this.#byTitle, titleKey(title.text), item);
      for (const { fact, text } of facts)
        if (fact === "alias")
          for (const name of namesWritten(text.text)) claim(this.#byName, nameKey(name.word, name.id), item);
    }
    this.all = [...items.values()];
  }

  /** The item of that name; a number alone names one only where no two kinds of items have it. */
  find(word: string, id: string): DefinedItem | null {
    return this.#byName.get(nameKey(word, id)) ?? (/^\d/.test(id) && word !== "" ? this.#withoutWord(id) : null);
  }

  /** The item that a label opens with (`Phase 3 Core`, `T001: Types`) or gives in parentheses (`Core (Phase 3)`). */
  openedBy(label: string): DefinedItem | null {
    const head = label.slice(0, 300);
    const named = NAMED.exec(head) ?? NOTED.exec(head);
    if (named) return this.find(itemWord(named[1]!), normalizeId(named[2]!));
    const prefixed = PREFIXED.exec(head);
    return prefixed && this.find("", normalizeId(prefixed[1]!));
  }

  /** The one item of exactly this title. */
  titled(label: string): DefinedItem | null {
    return this.#byTitle.get(titleKey(label)) ?? null;
  }

  /** Those of these items that a list such as `T002, T004-T006` names. */
  listedIn(text: string): readonly DefinedItem[] {
    return parseReferences(text).flatMap((part) => part.references.flatMap((reference) => this.#named(reference)));
  }

  #named({ word, id, lastId }: ItemReference): readonly DefinedItem[] {
    const whole = lastId === null ? this.find(word, id) : null;
    if (whole) return [whole];
    const range = lastId === null ? /^(.{1,40}?\d)-(\D{0,12}\d.{0,20})$/.exec(id) : null;
    const first = this.find(word, range?.[1] ?? id);
    const end = range?.[2] ?? lastId;
    if (!first || !end) return [];
    const last = /^\d/.test(end) ? idPrefix(first.id) + end : end;
    return idPrefix(last) === idPrefix(first.id) ? this.#between(first, last) : [];
  }

  /** Those numbered alike from one to another, both included, in the document's order. */
  #between(first: DefinedItem, lastId: string): readonly DefinedItem[] {
    const numbering = this.#numberings().get(numberingOf(first)) ?? [];
    const found: DefinedItem[] = [];
    for (let at = firstFrom(numbering, first.id); at < numbering.length; at++) {
      const item = numbering[at]!;
      if (compareIds(item.id, lastId) > 0) break;
      found.push(item);
    }
    return found.sort((a, b) => a.order - b.order);
  }

  /** The items of each numbering from the lowest id to the highest; most documents never ask. */
  #numberings(): ReadonlyMap<string, readonly DefinedItem[]> {
    if (this.#byNumbering) return this.#byNumbering;
    const numberings = new Map<string, DefinedItem[]>();
    for (const item of this.all) {
      const alike = numberings.get(numberingOf(item));
      if (alike) alike.push(item);
      else numberings.set(numberingOf(item), [item]);
    }
    for (const alike of numberings.values()) alike.sort((a, b) => compareIds(a.id, b.id));
    return (this.#byNumbering = numberings);
  }

  #withoutWord(id: string): DefinedItem | null {
    const item = this.#byName.get(nameKey("", id)) ?? null;
    return item?.word === "" ? item : null;
  }
}

const statesDependencies = ({ facts }: ItemDeclaration): boolean =>
  facts.some(({ fact }) => STATES_DEPENDENCIES.has(fact));

const numberingOf = ({ word, id }: DefinedItem): string => `${word} ${idPrefix(id)}`;

/** The index of the first item whose id is not lower. */
function firstFrom(numbering: readonly DefinedItem[], id: string): number {
  let low = 0;
  let high = numbering.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareIds(numbering[middle]!.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What two items claim names neither. */
function claim(names: Map<string, DefinedItem | null>, name: string, item: DefinedItem): void {
  const before = names.get(name);
  names.set(name, before === undefined || before === item ? item : null);
}

const nameKey = (word: string, id: string): string => (/^\d/.test(id) ? `${word}:${idKey(id)}` : idKey(id));
const titleKey = (title: string): string =>
  title
    .slice(0, 300)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]{1,300}/gu, " ")
    .trim();
