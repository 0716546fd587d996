import type { ChangeRow } from "../../model/report.js";
import { weeksInWords } from "./format-weeks.js";

/** One change in words, as said after the phase's name; `text` makes plan text safe, `phase` names a phase safely. */
export function changeInWords(
  change: ChangeRow,
  text: (value: string) => string,
  phase: (id: string) => string,
): string {
  const { subject, from, to } = change;
  const value = (it: Value) => (it === null ? "none" : typeof it === "number" ? String(it) : text(it));
  const weeks = (it: Value) => (typeof it === "number" ? weeksInWords(it) : value(it));
  const percent = (it: Value) => (typeof it === "number" ? `${Math.round(it)} %` : value(it));
  const step = (words: (it: Value) => string) => `${words(from)} → ${words(to)}`;
  const other = subject ?? (typeof to === "string" ? to : typeof from === "string" ? from : null) ?? "";
  return PHRASES[change.kind]({
    text: text(other),
    phase: phase(other),
    step: step(value),
    weeks: step(weeks),
    percent: step(percent),
  });
}

type Value = ChangeRow["from"];

/** The parts of a sentence, safe to show. */
interface Parts {
  readonly text: string;
  readonly phase: string;
  readonly step: string;
  readonly weeks: string;
  readonly percent: string;
}

const PHRASES: Readonly<Record<ChangeRow["kind"], (parts: Parts) => string>> = {
  "phase-added": () => "added",
  "phase-removed": () => "removed",
  "phase-renamed": ({ step }) => `renamed: ${step}`,
  "phase-renumbered": ({ step }) => `renumbered: ${step}`,
  "phase-moved": ({ step }) => `moved: ${step}`,
  "dependency-added": ({ phase }) => `now waits for ${phase}`,
  "dependency-removed": ({ phase }) => `no longer waits for ${phase}`,
  "duration-changed": ({ weeks }) => `duration ${weeks}`,
  "tier-changed": ({ step }) => `declared tier ${step}`,
  "status-changed": ({ step }) => `status ${step}`,
  "progress-changed": ({ percent }) => `progress ${percent}`,
  "window-changed": ({ step }) => `declared weeks ${step}`,
  "tasks-changed": ({ step }) => `tasks ${step}`,
  "service-added": ({ text }) => `now modifies ${text}`,
  "service-removed": ({ text }) => `no longer modifies ${text}`,
  "output-added": ({ text }) => `now produces ${text}`,
  "output-removed": ({ text }) => `no longer produces ${text}`,
  "requirement-added": ({ text }) => `now requires ${text}`,
  "requirement-removed": ({ text }) => `no longer requires ${text}`,
  "breaking-change-added": ({ text }) => `breaking change announced: ${text}`,
  "breaking-change-edited": ({ text, step }) => `breaking change edited: ${text}, takes effect ${step}`,
  "breaking-change-removed": ({ text }) => `breaking change no longer announced: ${text}`,
};
