import type { ChangeRow } from "../../model/report.js";
import { weeksInWords } from "./format-weeks.js";

/** One change in words, as said after the phase's name; `text` makes plan text safe, `phase` names a phase safely. */
export function changeInWords(
  change: ChangeRow,
  text: (value: string) => string,
  phase: (id: string) => string,
): string {
  const { kind, subject, from, to } = change;
  const value = (it: string | number | null) => (it === null ? "none" : typeof it === "number" ? String(it) : text(it));
  const weeks = (it: string | number | null) => (typeof it === "number" ? weeksInWords(it) : value(it));
  const other = subject ?? (typeof to === "string" ? to : typeof from === "string" ? from : null) ?? "";
  switch (kind) {
    case "phase-added":
      return "added";
    case "phase-removed":
      return "removed";
    case "phase-renamed":
      return `renamed: ${value(from)} → ${value(to)}`;
    case "dependency-added":
      return `now waits for ${phase(other)}`;
    case "dependency-removed":
      return `no longer waits for ${phase(other)}`;
    case "duration-changed":
      return `duration ${weeks(from)} → ${weeks(to)}`;
    case "tier-changed":
      return `declared tier ${value(from)} → ${value(to)}`;
    case "status-changed":
      return `status ${value(from)} → ${value(to)}`;
    case "breaking-change-added":
      return `breaking change announced: ${text(other)}`;
    case "breaking-change-removed":
      return `breaking change no longer announced: ${text(other)}`;
    default:
      return [
        text(kind.replaceAll("-", " ")),
        other && text(other),
        from !== null || to !== null ? `${value(from)} → ${value(to)}` : "",
      ]
        .filter((part) => part !== "")
        .join(" ");
  }
}
