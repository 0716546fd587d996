import { isSectionName } from "../grammar/managed-section.js";
import type { Analysis } from "../model/analysis.js";
import type { TextEdit } from "../model/finding.js";
import type { ManagedSection } from "../model/plan.js";
import { renderSection } from "./render-section.js";

/** A managed section whose text is not what follows from the plan, and the edit that makes it so. */
export interface OutdatedSection {
  readonly section: ManagedSection;
  readonly edit: TextEdit;
}

/**
 * The managed sections of a plan that have to be written again, in the order of the documents. One that differs only in
 * the spaces and dashes that a formatter puts into tables is up to date; one with faulty marks is left out.
 */
export function outdatedSections(analysis: Analysis): readonly OutdatedSection[] {
  return analysis.plan.managedSections.flatMap((section) => {
    const { name, content, fault, lineBreak } = section;
    if (fault !== null || content === null || !isSectionName(name)) return [];
    const newText = `\n${renderSection(name, analysis)}\n\n`.replace(/\n/g, lineBreak);
    if (unformatted(newText) === unformatted(content.text)) return [];
    return [{ section, edit: { place: content.place, newText } }];
  });
}

const unformatted = (text: string): string =>
  text
    .replace(/\r/g, "")
    .replace(/-{2,}/g, "-")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
