import { compareIds, itemLabel } from "../../grammar/item-id.js";
import { parseReferences, type ItemReference } from "../../grammar/reference.js";
import { isStory, nameKey } from "../../grammar/story-name.js";
import type { ItemName } from "../../model/declaration.js";
import type { SpecKitPhase } from "./spec-kit-document.js";

/** An item that a sentence is about. */
export interface Subject extends ItemName {
  readonly label: string;
}

/** More than any document has; a document built to be slow must not multiply its lines by its phases. */
const MOST_SUBJECTS = 200;

/** All user stories of the document: `User Stories (Phase 3-6)`, `All user stories`. */
const STORIES = /^(?:(?:all|the|each|every)\s{1,3})?(?:user\s{1,3})?stor(?:y|ies)(?:\s{1,3}phases?)?$/i;
/** What may follow the names in a subject: a note, a title, the word for what they are. */
const AFTER_NAMES = /^(?:\s{0,3}(?:[-\u2010-\u2015:(,&/+]|$)|\s{1,3}(?:phases?|stor(?:y|ies))\s{0,3}$)/iu;

/**
 * Who a dependency sentence is about: `Setup (Phase 1)`, `User Stories (Phase 3+)`, `US2`, `Polish`. Nobody when the
 * text names something else beside or instead (`Tests for US1`).
 */
export function subjectsOf(text: string, phases: readonly SpecKitPhase[]): readonly Subject[] {
  const subjects = findSubjects(text, phases);
  return subjects.length <= MOST_SUBJECTS ? subjects : [];
}

function findSubjects(text: string, phases: readonly SpecKitPhase[]): readonly Subject[] {
  const outside = text.replace(/\([^()]{0,200}\)/g, " ").trim();
  const references = parseReferences(text).flatMap((part) => part.references);
  if (STORIES.test(outside)) {
    const within = references.length > 0 ? references.flatMap((one) => inRange(one, phases)) : phases;
    const stories = within.filter(({ stories }) => stories.length > 0);
    return (stories.length > 0 || references.length === 0 ? stories : within).map(toSubject);
  }
  const first = references[0];
  if (!first) return byName(outside, phases);
  const last = references.at(-1)!;
  const isOpening = /^[^\p{L}\p{N}]*$/u.test(text.slice(0, first.start)) && AFTER_NAMES.test(text.slice(last.end));
  const isNote = /\([^()]{0,120}$/.test(text.slice(0, first.start));
  if (!isOpening && !isNote) return [];
  // `US1 (Phase 3)` is one and the same; what stands first says it.
  return references.flatMap((one) => (isRange(one) ? inRange(one, phases).map(toSubject) : [plain(one)]));
}

const isRange = ({ lastId, isOpenEnded }: ItemReference): boolean => lastId !== null || isOpenEnded;

function inRange(reference: ItemReference, phases: readonly SpecKitPhase[]): readonly SpecKitPhase[] {
  const { word, id, lastId, isOpenEnded } = reference;
  if (word !== "phase" && word !== "") return [];
  const last = lastId ?? (isOpenEnded ? null : id);
  return phases.filter(
    ({ item: { title } }) =>
      title.word === "phase" && compareIds(title.id, id) >= 0 && (last === null || compareIds(title.id, last) <= 0),
  );
}

function byName(name: string, phases: readonly SpecKitPhase[]): readonly Subject[] {
  const key = nameKey(name);
  const last = phases.at(-1);
  if (key === "final") return last && last.stories.length === 0 ? [toSubject(last)] : [];
  const called = phases.filter(({ names }) => names.some(({ text }) => nameKey(text) === key));
  return called.length === 1 ? called.map(toSubject) : [];
}

const toSubject = ({ item: { title, parent } }: SpecKitPhase): Subject => ({
  id: title.id,
  word: title.word,
  label: title.label,
  parent,
});

const plain = (reference: ItemReference): Subject => ({
  id: reference.id,
  word: isStory(reference) && /^\D/.test(reference.id) ? "" : reference.word,
  label: itemLabel(reference.word, reference.id),
  parent: null,
});
