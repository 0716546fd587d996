import type { PhaseJson, ReadJson } from "../../render/read-json.js";
import { terminalStyle, type Paint } from "../../render/shared/terminal-style.js";
import { oneLine } from "./printable.js";

/** What `plan-gate read` prints for people: a line a phase with its place, then what could not be read. */
export function readText(
  { phases, services, locks, announcements, notices }: ReadJson,
  paint: Paint = terminalStyle(false),
): string {
  const rows = phases.map((phase) => [
    phase.id,
    shortened(phase.title),
    phase.tier ? `tier ${phase.tier.declared}` : "",
    phase.duration ? phase.duration.text : "",
    phase.status === "unknown" ? "" : phase.status,
    after(phase),
    phase.places[0] ? `${phase.places[0].path}:${phase.places[0].line}` : "",
  ]);
  const summary = [
    count(phases.length, "phase"),
    ...(services.length > 0 ? [count(services.length, "service")] : []),
    ...(locks.length > 0 ? [count(locks.length, "lock")] : []),
    count(announcements.length, "announced breaking change"),
  ].join(", ");
  const lines = [
    paint(summary, "bold"),
    ...aligned(rows).map((row) => `  ${row}`),
    ...phases.flatMap(({ id, unresolved }) =>
      unresolved.map(
        ({ text, place }) =>
          `  ${paint("!", "yellow")} ${at(place)} ${id} waits for something unknown: ${oneLine(text)}`,
      ),
    ),
    ...notices.map(({ message, place }) => `  ${paint("·", "blue")} ${at(place)} ${oneLine(message)}`),
  ];
  return `${lines.join("\n")}\n`;
}

const at = ({ path, line }: { readonly path: string; readonly line: number }): string => `${oneLine(path)}:${line}`;

const after = ({ dependsOn }: PhaseJson): string =>
  dependsOn.length === 0 ? "" : `after ${dependsOn.map(({ id }) => id).join(", ")}`;

function aligned(rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map((row) => row.map(oneLine));
  const widths = clean[0]?.map((_, column) => Math.max(...clean.map((row) => row[column]!.length))) ?? [];
  return clean.map((row) =>
    row
      .map((cell, column) => (widths[column] === 0 ? "" : `${cell.padEnd(widths[column]!)}  `))
      .join("")
      .trimEnd(),
  );
}

const LONGEST_TITLE = 60;
const shortened = (title: string): string =>
  title.length > LONGEST_TITLE ? `${[...title].slice(0, LONGEST_TITLE - 1).join("")}…` : title;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;
