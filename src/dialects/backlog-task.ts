import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { factOfField } from "../grammar/field-name.js";
import type { Declaration, FactDeclaration, FactName, ItemName } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { declareItem } from "./shared/declare-item.js";
import { verbatimText } from "./shared/inline-text.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";
import { countCheckboxes } from "./shared/section-items.js";

const NAME = "backlog-task";
/** Longer than anybody's front matter. */
const MOST_CHARACTERS = 20_000;
/** `task-12`, `BACK-7.1`. */
const TASK_ID = /^[a-z]{1,20}-\d{1,6}(?:\.\d{1,6}){0,5}$/i;
/** Seen before anything is parsed. */
const HAS_TASK_ID = /^id[ \t]{0,9}:[ \t]{0,9}['"]?[a-z]{1,20}-\d{1,6}(?:\.\d{1,6}){0,5}['"]?[ \t]*\r?$/im;
const HAS_STATE = /^(?:dependencies|status)[ \t]{0,9}:/m;
/** What front matter may say of a task, beside its status. */
const FACTS = new Set<FactName>(["dependsOn", "blocks", "duration", "tier", "status"]);

/** A value of the front matter, list entries one by one. */
interface Entry {
  readonly key: string;
  readonly values: readonly PlacedText[];
}

/** One task a file, all about it in front matter: `id: task-12`, `status: Done`, `dependencies: [task-3]`. */
export const backlogTask: Dialect = {
  name: NAME,
  *read(document): Iterable<Declaration> {
    const yaml = yamlOf(document);
    if (!yaml || !HAS_TASK_ID.test(yaml.text) || !HAS_STATE.test(yaml.text)) return;
    const map = parseMap(yaml.text);
    const entries = map && entriesOf(map, yaml);
    if (entries) yield* declare(document, entries);
    else yield { kind: "unread", place: yaml.place, reason: "This front matter of a task is not readable as YAML." };
  },
};

function* declare(document: MarkdownDocument, entries: readonly Entry[]): Iterable<Declaration> {
  const valueOf = (key: string): PlacedText | null => entries.find((entry) => entry.key === key)?.values[0] ?? null;
  const idText = valueOf("id");
  if (!idText || !TASK_ID.test(idText.text) || !isTask(idText.text, entries)) return;
  const parent = valueOf("parent_task_id") ?? valueOf("parent");
  yield declareItem(
    { id: idText.text, word: "task", label: idText.text, title: valueOf("title"), idText },
    {
      mention: "section",
      place: idText.place,
      parent: parent && TASK_ID.test(parent.text) ? taskName(parent.text) : null,
      isDefinition: true,
      facts: entries.flatMap((entry) => factsOf(entry, idText.text)),
      checkboxes: countCheckboxes(document.sections.flatMap(({ blocks }) => blocks)),
      dialect: NAME,
    },
  );
}

/**
 * Pages of other kinds have ids and a status, too: a task lists other tasks, or is called one and has a title and a
 * status.
 */
function isTask(id: string, entries: readonly Entry[]): boolean {
  const dependencies = entries.find(({ key }) => key === "dependencies");
  if (dependencies) return dependencies.values.every(({ text }) => TASK_ID.test(text) || /^\d{1,6}$/.test(text));
  const keys = new Set(entries.map(({ key }) => key));
  return /^task-/i.test(id) && keys.has("status") && keys.has("title");
}

function factsOf({ key, values }: Entry, ownId: string): FactDeclaration[] {
  const fact = factOfField(key.replaceAll("_", " "));
  if (!fact || !FACTS.has(fact)) return [];
  return values.map((text): FactDeclaration => {
    const isLink = fact === "dependsOn" || fact === "blocks";
    // A bare number is a task numbered like this one.
    const name = /^\d{1,6}$/.test(text.text) ? ownId.replace(/-.*/s, `-${text.text}`) : text.text;
    const names = isLink && TASK_ID.test(name) ? { names: [taskName(name)] } : {};
    return { fact, text, evidence: "explicit", ...names };
  });
}

const taskName = (id: string): ItemName => ({ id, word: "task", parent: null });

/** The front matter between its marks, where it is YAML and not too long to be somebody's. */
function yamlOf({ source, frontMatter }: MarkdownDocument): PlacedText | null {
  if (!frontMatter || frontMatter.end - frontMatter.start > MOST_CHARACTERS) return null;
  const written = source.text.slice(frontMatter.start, frontMatter.end);
  const opening = /^---[ \t]*\r?\n/.exec(written)?.[0].length;
  if (opening === undefined) return null;
  return verbatimText(source, frontMatter.start + opening, frontMatter.start + written.lastIndexOf("\n---") + 1);
}

/** Null for what is no YAML map. Aliases and tags are never followed: only what is written is read. */
function parseMap(text: string): YAMLMap | null {
  try {
    const { contents, errors } = parseDocument(text, { version: "1.2", prettyErrors: false, logLevel: "error" });
    return errors.length === 0 && isMap(contents) ? contents : null;
  } catch {
    // Nested so deeply that the parser's stack runs out.
    return null;
  }
}

function entriesOf(map: YAMLMap, yaml: PlacedText): readonly Entry[] {
  return map.items.flatMap(({ key, value }): Entry[] => {
    if (!isScalar(key) || typeof key.value !== "string") return [];
    const nodes = isSeq(value) ? value.items : [value];
    return [{ key: key.value, values: nodes.flatMap((node) => valueText(node, yaml) ?? []) }];
  });
}

/** A scalar as it is written, quotes gone; null for anything else and for nothing. */
function valueText(node: unknown, yaml: PlacedText): PlacedText | null {
  if (!isScalar(node) || !node.range || node.value === null || node.value === "") return null;
  const [start, end] = node.range;
  const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  const at = isQuoted ? yaml.slice(start + 1, end - 1) : yaml.slice(start, end);
  const text = typeof node.value === "string" ? node.value.trim() : at.text;
  if (text === at.text) return at;
  // Folded over lines or with escapes: its characters have no places of their own.
  const whole: PlacedText = { text, place: at.place, slice: () => whole };
  return whole;
}
