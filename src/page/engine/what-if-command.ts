import type { PhaseId } from "../../model/plan.js";
import type { TimelineChoice } from "./timeline.js";

/** The command that computes the same in a terminal, ready to paste into a POSIX shell. */
export function whatIfCommand(
  documents: readonly string[],
  tried: ReadonlyMap<PhaseId, string>,
  { portion, model }: Pick<TimelineChoice, "portion" | "model">,
): string {
  const set = Array.from(tried, ([id, text]) => `--set ${quoted(`${id}.duration=${text}`)}`);
  return ["plan-gate schedule", ...documents.map(quoted), `--${portion}`, `--model ${model}`, ...set].join(" ");
}

/** A path that begins with a hyphen would be an option. */
const quoted = (word: string): string => {
  const named = word.startsWith("-") ? `./${word}` : word;
  return /^[\w./=:@%+-]+$/.test(named) ? named : `'${named.replaceAll("'", `'\\''`)}'`;
};
