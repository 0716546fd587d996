import { factOfField } from "../grammar/field-name.js";
import type { LineKind } from "../model/explanation.js";

type Lines = readonly { readonly text: string; readonly kind: LineKind }[];

/**
 * Answers why nothing is made of a line, for its author; `isRead` tells whether something is made of another one. Lines
 * count from 1.
 */
export function whyNothing(lines: Lines, isRead: (line: number) => boolean): (line: number) => string {
  const around = surroundings(lines, isRead);
  return (line) => reason(lines[line - 1]!, around[line - 1]!);
}

function reason({ text, kind }: Lines[number], { language, isTableRead }: Around): string {
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
      return fence(language);
    case "heading":
      return "The heading names no item: a word such as Phase or Task with a number (`Phase 8`), or an id such as T-02.";
    case "table-rule":
      return "The line under the head of a table says only how its columns are aligned.";
    case "table-head":
      return isTableRead ? "The head of a table: it says what the cells of the rows below mean." : noTable();
    case "table-row":
      return isTableRead ? "This row of the table has no id that names an item." : noTable();
    case "list":
      return listEntry(text);
    case "prose":
      return prose(text);
  }
}

const noTable = (): string =>
  "This table is not read: its first telling column must hold the ids of items (`Phase`, `Task`, `ID`, `#`), and " +
  "another one something about them (`Depends on`, `Duration`, `Tier`, `Status`).";

/** What a line alone does not tell, found in one pass over the document. */
interface Around {
  /** Of the fence that the line stands in, in lower case. */
  readonly language: string;
  /** Whether any row of the table that the line stands in is read. */
  readonly isTableRead: boolean;
}

function surroundings(lines: Lines, isRead: (line: number) => boolean): readonly Around[] {
  let language = "";
  let table = { isTableRead: false };
  return lines.map(({ text, kind }, index) => {
    const before = lines[index - 1]?.kind;
    if (kind === "fence") language = openedLanguage(text) ?? (before === "fence" ? language : "");
    if (kind === "table-head" || before?.startsWith("table-") !== true) table = { isTableRead: false };
    if (kind.startsWith("table-") && isRead(index + 1)) table.isTableRead = true;
    const here = table; // rows below may still tell that it is read
    const inFence = kind === "fence" ? language : "";
    return {
      language: inFence,
      get isTableRead() {
        return here.isTableRead;
      },
    };
  });
}

/** The language that a fence opens with; null for any other line, and for a fence that names none. */
const openedLanguage = (text: string): string | null =>
  /^[\s>*+-]*(?:\d{1,9}[.)]\s+)?(?:`{3,}|~{3,})[ \t]*([^\s`{]+)/.exec(text.slice(0, 200))?.[1]!.toLowerCase() ?? null;

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
