import type { Analysis } from "../model/analysis.js";
import type { SourceDocument } from "../model/document.js";
import { SetupError } from "../model/setup-error.js";
import { outdatedSections } from "./outdated-sections.js";

/** A document and what it is with its managed sections written again. */
export interface SyncedDocument {
  readonly document: SourceDocument;
  /** The same as `document.text` where all is up to date. */
  readonly newText: string;
  /** Names of the sections written again, in the order of the text. */
  readonly written: readonly string[];
  /** How many managed sections it has. */
  readonly sections: number;
}

/**
 * The documents of a plan with their managed sections written again; every character outside of these is kept. Throws a
 * SetupError `bad-input` when a pair of marks is at fault: then nothing is to be written.
 */
export function synchronize(documents: readonly SourceDocument[], analysis: Analysis): readonly SyncedDocument[] {
  const { managedSections } = analysis.plan;
  const faulty = managedSections.find(({ fault }) => fault !== null);
  if (faulty) {
    const { name, fault, place } = faulty;
    throw new SetupError("bad-input", `The managed section ${JSON.stringify(name)} cannot be written: ${fault}.`, {
      mend: "Put it between a line `<!-- plan-gate:begin NAME -->` and a line `<!-- plan-gate:end NAME -->`.",
      place,
    });
  }
  const outdated = outdatedSections(analysis);
  return documents.map((document) => {
    const own = outdated.filter(({ edit }) => edit.place.path === document.path);
    let newText = "";
    let at = 0;
    for (const { edit } of own) {
      newText += document.text.slice(at, edit.place.offset) + edit.newText;
      at = edit.place.endOffset;
    }
    newText += document.text.slice(at);
    const sections = managedSections.filter(({ place }) => place.path === document.path).length;
    return { document, newText, written: own.map(({ section }) => section.name), sections };
  });
}
