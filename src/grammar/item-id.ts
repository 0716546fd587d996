/** Words that, followed by an id, name an item of a plan. Plural forms are read, the singular is kept. */
const WORDS: Readonly<Record<string, string>> = {
  phase: "phase",
  phases: "phase",
  task: "task",
  tasks: "task",
  epic: "epic",
  epics: "epic",
  story: "story",
  stories: "story",
  "user story": "story",
  "user stories": "story",
  milestone: "milestone",
  milestones: "milestone",
  sprint: "sprint",
  sprints: "sprint",
  stage: "stage",
  stages: "stage",
  step: "step",
  steps: "step",
  worker: "worker",
  workers: "worker",
  workstream: "workstream",
  workstreams: "workstream",
  "work stream": "workstream",
  "work package": "work-package",
  "work packages": "work-package",
  track: "track",
  tracks: "track",
  gate: "gate",
  gates: "gate",
  ticket: "ticket",
  tickets: "ticket",
  section: "section",
  sections: "section",
};

/** Item words as a pattern: longest first, so that `user stories` is not read as `stories`. */
export const ITEM_WORD = Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(" ", "[ \\t]{1,3}"))
  .join("|");

/** `8`, `4.5`, `12.3.1`, `4a`. Bounded, so that no pattern built from it can run away. */
export const NUMBER_ID = "\\d{1,6}(?:\\.\\d{1,6}){0,5}[a-z]?";

/** `T001`, `T-01`, `TASK-001`, `M3.5`, `A2a`, `A2-val`, `UI-1`, `P0-3`, `AUTH-US1`. */
export const PREFIXED_ID =
  "[A-Z][A-Za-z]{0,11}(?:[-_][A-Z]{1,8})?[-_]?\\d{1,6}(?:\\.\\d{1,6}){0,5}[a-z]?(?:-(?:\\d{1,4}|[A-Za-z][A-Za-z0-9]{0,15}))?";

/** The singular item word for a written one (`Phases` → `phase`), or the written one in lower case. */
export function itemWord(written: string): string {
  const key = written.toLowerCase().replace(/\s+/g, " ").trim();
  return WORDS[key] ?? key;
}

/** True when the text is an item word and nothing else (a column head such as `Phase`). */
export function isItemWord(text: string): boolean {
  return Object.hasOwn(WORDS, text.toLowerCase().trim());
}

/**
 * The id in one spelling: typographic hyphens become `-`, numbers lose leading zeros (`08.1` → `8.1`); prefixed ids
 * (`T001`) stay as written.
 */
export function normalizeId(written: string): string {
  const id = written.normalize("NFKC").replace(HYPHENS, "-").trim();
  return /^[\d.]+[a-z]?$/i.test(id) ? id.replace(/(^|\.)0+(?=\d)/g, "$1") : id;
}

/** Ids are compared without case. */
export const idKey = (id: string): string => id.toLowerCase();

/** How a person says it: `Phase 8`, `T-02`. */
export function itemLabel(word: string, id: string): string {
  if (word === "" || /^[A-Za-z].*\d/.test(id)) return id;
  return `${word.charAt(0).toUpperCase()}${word.slice(1).replace("-", " ")} ${id}`;
}

/** Compares ids of one numbering: number by number, `4` < `4.5` < `5`; letters by code unit. */
export function compareIds(a: string, b: string): number {
  const left = a.toLowerCase().match(/\d+|\D+/g) ?? [];
  const right = b.toLowerCase().match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i]!, right[i]!];
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y);
    const difference = bothNumbers ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** What stands before an id's number: `t-`, `m`, or nothing. Two ids of one prefix belong to one numbering. */
export function idPrefix(id: string): string {
  return /^[^\d]*/.exec(id.toLowerCase())![0];
}

const HYPHENS = /[\u2010-\u2015\u2212]/g;
