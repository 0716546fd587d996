import { SetupError } from "../../model/setup-error.js";
import { markdownText } from "../../render/shared/markdown-text.js";

/** Why a change could not be judged, in the forms in which it is shown. Nothing of it reads like a finding. */
export interface Trouble {
  /** One line. */
  readonly headline: string;
  /** What it says at length, with the way out. */
  readonly text: string;
  readonly markdown: string;
  readonly place: { readonly path: string; readonly line: number; readonly column: number } | null;
  /** For our own mistakes only. */
  readonly stack: string | null;
}

const NEW_ISSUE = "https://github.com/plan-gate/plan-gate/issues";

/** A `SetupError` with its way out; anything else is our own mistake. */
export function troubleOf(error: unknown): Trouble {
  const isSetup = error instanceof SetupError;
  const message = isSetup
    ? error.message
    : `an internal error: ${error instanceof Error ? error.message : String(error)}`;
  const mend = isSetup ? error.detail.mend : `Please report it with the log of this run: ${NEW_ISSUE}`;
  const place = isSetup ? (error.detail.place ?? null) : null;
  const where = place === null ? "" : ` (${place.path}:${place.line})`;
  const headline = `plan-gate could not judge this change: ${message.split("\n", 1)[0]}`;
  const more = message.split("\n").slice(1);
  return {
    headline,
    text: [`${headline}${where}`, ...more, mend].filter((line) => line !== "").join("\n"),
    markdown: [
      `### ⛔ ${markdownText(headline)}${markdownText(where)}`,
      ...(more.length > 0 ? [more.map((line) => `- ${markdownText(line)}`).join("\n")] : []),
      isSetup ? markdownText(mend) : `Please [report it](${NEW_ISSUE}) with the log of this run.`,
      "The check is red because nothing is known about the plan, not because of the plan.",
      "",
    ].join("\n\n"),
    place,
    stack: isSetup ? null : error instanceof Error ? (error.stack ?? null) : null,
  };
}
