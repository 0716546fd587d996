import type {
  ExplainedFact,
  ExplainedItem,
  ExplainedLine,
  ExplainedReference,
  Explanation,
} from "../../model/explanation.js";
import type { Place } from "../../model/place.js";
import { terminalStyle, type Paint } from "../../render/shared/terminal-style.js";
import { oneLine } from "./printable.js";

const LONGEST_LINE = 160;

/** What `plan-gate explain` prints for people: each line with what was made of it, or why nothing. */
export const explainText = ({ path, lines }: Explanation, paint: Paint = terminalStyle(false)): string =>
  `${lines.map((line) => lineBlock(path, line, paint).join("\n")).join("\n\n")}\n`;

function lineBlock(path: string, explained: ExplainedLine, paint: Paint): string[] {
  const { line, text, items, breakingChanges, services, reason } = explained;
  return [
    `${paint(`${oneLine(path)}:${line}`, "bold")}  ${shortened(oneLine(text).trim())}`.trimEnd(),
    ...(reason === null ? [] : [`  ${paint("Nothing:", "yellow")} ${oneLine(reason)}`]),
    ...items.flatMap((item) => itemBlock(path, line, item)),
    ...breakingChanges.map(
      ({ subject, change, announced, effective }) =>
        `  Breaking change of ${quoted(subject)}: ${quoted(change)}, ${day("announced", announced)}, ${day("effective", effective)}`,
    ),
    ...services.map(({ kind, service }) => `  ${kind === "lock" ? "Lock of" : "Service"} ${quoted(service)}`),
  ];
}

function itemBlock(path: string, line: number, item: ExplainedItem): string[] {
  const { label, title, mention, dialect, isDefinition, place } = item;
  const isHere = place.path === path && place.line <= line && line <= place.endLine;
  const role = `${isDefinition ? "definition" : "passing mention"}, ${MENTIONS[mention]} (${dialect})`;
  const where = isHere ? "" : ` at ${at(place)}`;
  return [
    `  ${oneLine(label)}${title ? ` ${quoted(title)}` : ""}: ${role}${where}`,
    `    ${standing(item)}`,
    ...item.facts.flatMap(factBlock),
  ];
}

const MENTIONS = { section: "own section", row: "table row", entry: "list entry", timeline: "timeline" } as const;

function standing({ standing: { kind, phase } }: ExplainedItem): string {
  switch (kind) {
    case "scheduled":
      return `scheduled, as phase ${oneLine(phase!)}`;
    case "not-planned":
      return `known as phase ${oneLine(phase!)}, but not scheduled: a tangent, or deprecated`;
    case "part":
      return `not scheduled itself: a part of phase ${oneLine(phase!)} (dependencies are stated on that level)`;
    case "other-level":
      return "not scheduled: dependencies are stated on another level; `level` in the configuration names another one";
    case "undefined":
      return "not scheduled: nothing defines it, and a passing mention brings no phase into being";
  }
}

function factBlock({ fact, text, meaning, evidence, isShared, counts, references }: ExplainedFact): string[] {
  const remarks = [
    ...(evidence === "inferred" ? ["inferred: never blocks"] : []),
    ...(isShared ? ["said of the whole group"] : []),
    ...(counts === false ? ["another statement counts"] : []),
  ];
  const after = remarks.length > 0 ? ` (${remarks.join("; ")})` : "";
  return [`    ${fact} ${quoted(text)}: ${oneLine(meaning)}${after}`, ...references.map(reference)];
}

function reference({ text, item, phase, satisfied, note, reason }: ExplainedReference): string {
  const marks = [...(satisfied ? ["marked as met"] : []), ...(note === null ? [] : [`note ${quoted(note)}`])];
  const after = marks.length > 0 ? ` (${marks.join("; ")})` : "";
  const found = item === null ? "" : ` is ${oneLine(item)}`;
  const edge = phase === null ? `no dependency: ${reason}` : `dependency with phase ${oneLine(phase)}`;
  return `      ${quoted(text)}${found}: ${edge}${after}`;
}

const day = (what: string, written: string | null): string => `${what} ${written ?? "on no day that can be read"}`;
const at = ({ path, line }: Place): string => `${oneLine(path)}:${line}`;
const quoted = (text: string): string => `"${shortened(oneLine(text))}"`;
const shortened = (text: string): string =>
  text.length > LONGEST_LINE ? `${[...text].slice(0, LONGEST_LINE - 1).join("")}…` : text;
