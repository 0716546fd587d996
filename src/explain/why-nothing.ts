import { factOfField } from "../grammar/field-name.js";
import type { LineKind } from "../model/explanation.js";

type Lines = readonly { readonly text: string; readonly kind: LineKind }[];

/** Why nothing is made of a line, for its author; `isRead` tells whether something is made of another one. */
export function whyNothing(line: number, lines: Lines, isRead: (line: number) => boolean): string {
  const { text, kind } = lines[line - 1]!;
  switch (kind) {
    case "blank":
      return "The line is blank.";
    case "front-matter":
      return "Front matter is not read.";
    case "comment":
      return "What stands in an HTML comment is not read.";
    case "html":
      return "HTML is not read, nor is what stands inside it: write it as Markdown, behind a blank line.";
    case "quote":
      return "A quotation is not read: it may be about any plan.";
    case "rule":
      return "A line across the page says nothing about a plan.";
    case "definition":
      return "The target of a link or footnote is not read.";
    case "too-deep":
      return "This line is nested too deeply to be read.";
    case "indented-code":
      return "A line indented by four blanks or more is code, and code is not read.";
    case "fence":
      return fence(openingOf(line, lines));
    case "heading":
      return "The heading names no item: a word such as Phase or Task with a number (`Phase 8`), or an id such as T-02.";
    case "table-rule":
      return "The line under the head of a table says only how its columns are aligned.";
    case "table-head":
      return isRowRead(line, lines, isRead)
        ? "The head of a table: it says what the cells of the rows below mean."
        : noTable();
    case "table-row":
      return isRowRead(line, lines, isRead) ? "This row of the table has no id that names an item." : noTable();
    case "list":
      return listEntry(text);
    case "prose":
      return prose(text);
  }
}

const noTable = (): string =>
  "This table is not read: its first telling column must hold the ids of items (`Phase`, `Task`, `ID`, `#`), and " +
  "another one something about them (`Depends on`, `Duration`, `Tier`, `Status`).";

/** Whether any row of the table around a line is read. */
function isRowRead(line: number, lines: Lines, isRead: (line: number) => boolean): boolean {
  const isTable = (at: number) => lines[at - 1]?.kind.startsWith("table-") ?? false;
  let first = line;
  while (isTable(first - 1) && lines[first - 1]!.kind !== "table-head") first--;
  for (let at = first; isTable(at) && (at === first || lines[at - 1]!.kind !== "table-head"); at++)
    if (isRead(at)) return true;
  return false;
}

/** The language of the fence around a line, in lower case. */
function openingOf(line: number, lines: Lines): string {
  for (let at = line; lines[at - 1]?.kind === "fence"; at--) {
    const opening = /^[\s>*+-]*(?:\d{1,9}[.)]\s+)?(?:`{3,}|~{3,})[ \t]*([^\s`{]+)/.exec(
      lines[at - 1]!.text.slice(0, 200),
    );
    if (opening) return opening[1]!.toLowerCase();
  }
  return "";
}

function fence(language: string): string {
  if (language === "mermaid") {
    return "This line of the chart says nothing about an item of the plan. Of charts, gantt and flowchart are read.";
  }
  if (/^(?:text|txt|plain|plaintext)?$/.test(language)) {
    return (
      "Fenced code is an example, not a plan. Read are lines of it that give weeks or dependencies of phases which " +
      "are defined outside of it; this one does not."
    );
  }
  return `Fenced code is an example, not a plan, and ${JSON.stringify(language)} is no language of plans.`;
}

const listEntry = (text: string): string => {
  const named = fieldName(text);
  if (named !== null) return field(named);
  return /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]/.test(text)
    ? "A check box without an id: it is counted for the item that it stands below, if there is one."
    : "The list entry opens with no id of an item and states no field of one (`Depends on: …`).";
};

function prose(text: string): string {
  const named = fieldName(text);
  return named === null ? "Prose that states no field (`Depends on: …`, `Duration: …`) of an item." : field(named);
}

/** What stands before the colon of a line that looks like a field. */
function fieldName(text: string): string | null {
  const match = /^[^\p{L}\p{N}\n]{0,12}([\p{L}\p{N}][^\n:：]{0,59})[:：](?!\/\/)/u.exec(text.slice(0, 200));
  const name = match?.[1]!.replace(/[*_`]/g, "").trim() ?? "";
  return name === "" || name.split(/\s+/).length > 4 ? null : name;
}

const field = (name: string): string =>
  factOfField(name) === null
    ? `${JSON.stringify(name)} is no field that means something to a plan.`
    : `${JSON.stringify(name)} is a field of plans, but it stands below no item, or it is empty.`;
