import type { PhaseJson, ReadJson } from "../../render/read-json.js";
import { oneLine } from "./printable.js";

/** What `plan-gate read` prints for people: a line a phase with its place, then what could not be read. */
export function readText({ phases, services, locks, announcements, notices }: ReadJson): string {
  const rows = phases.map((phase) => [
    phase.id,
    shortened(phase.title),
    phase.tier ? `tier ${phase.tier.declared}` : "",
    phase.duration ? phase.duration.text : "",
    phase.status === "unknown" ? "" : phase.status,
    after(phase),
    phase.places[0] ? `${phase.places[0].path}:${phase.places[0].line}` : "",
  ]);
  const lines = [
    [
      count(phases.length, "phase"),
      ...(services.length > 0 ? [count(services.length, "service")] : []),
      ...(locks.length > 0 ? [count(locks.length, "lock")] : []),
      count(announcements.length, "announced breaking change"),
    ].join(", "),
    ...aligned(rows).map((row) => `  ${row}`),
    ...phases.flatMap(({ id, unresolved }) =>
      unresolved.map(
        ({ text, place }) => `  ${place.path}:${place.line} ${id} waits for something unknown: ${oneLine(text)}`,
      ),
    ),
    ...notices.map(({ message, place }) => `  ${place.path}:${place.line} ${oneLine(message)}`),
  ];
  return `${lines.join("\n")}\n`;
}

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
