import { SetupError } from "../../model/setup-error.js";
import { printable } from "./printable.js";

/** What the user is told about an error, and the exit code that goes with it. */
export interface Trouble {
  readonly text: string;
  readonly exitCode: 2 | 70;
}

/** A SetupError in three lines (what, where, how to mend) and code 2; anything else is our bug, with its stack. */
export function describeTrouble(error: unknown, version: string): Trouble {
  if (error instanceof SetupError) {
    const { mend, place } = error.detail;
    const where = place ? `  at ${printable(place.path)}:${place.line}:${place.column}\n` : "";
    return {
      text: `plan-gate: ${printable(error.message)}\n${where}  To mend it: ${printable(mend)}\n`,
      exitCode: 2,
    };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    text:
      `plan-gate ${version} has failed by a bug of its own, not of your plan. Please report it with the lines below\n` +
      `and, if you may share it, the document: https://github.com/plan-gate/plan-gate/issues\n\n${stack}\n`,
    exitCode: 70,
  };
}
