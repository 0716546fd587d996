import { SetupError } from "../../model/setup-error.js";

/** Wrong use of the command line: what, and how to mend it. */
export const badArguments = (message: string, mend: string): SetupError =>
  new SetupError("bad-arguments", message, { mend });
