import { limits } from "../../model/limits.js";
import { SetupError } from "../../model/setup-error.js";

/** Throws a SetupError `too-large` when so many documents, or documents of so many bytes together, are not to be read. */
export function refuseTooMuch({ documents, bytes }: { readonly documents: number; readonly bytes: number }): void {
  if (documents > limits.documents) {
    throw tooMuch(`the plans have ${documents} documents; at most ${limits.documents} are read in one run`);
  }
  if (bytes > limits.allDocumentsBytes) {
    throw tooMuch(`the plans have ${bytes} bytes together; at most ${limits.allDocumentsBytes} are read in one run`);
  }
}

const tooMuch = (what: string) =>
  new SetupError("too-large", what, {
    mend: "Judge them in several runs, each with its own configuration, or name fewer documents in `plans`.",
  });
