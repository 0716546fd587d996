import { contractSideOf, isCheckpointHeading } from "../../grammar/contract-heading.js";
import type { ContractDeclaration } from "../../model/declaration.js";
import type { Section } from "./markdown-document.js";

/** Which side of contracts the section, or the one around it, is about; null where it is about something else. */
export function contractSideOfSection(section: Section): ContractDeclaration["side"] | null {
  for (let at: Section | null = section; at?.heading; at = at.parent) {
    const side = contractSideOf(at.heading.text);
    if (side) return side;
  }
  return null;
}

/** True below a heading about integration checkpoints: what is listed there are handoffs, not phases. */
export function isCheckpointSection(section: Section): boolean {
  for (let at: Section | null = section; at?.heading; at = at.parent)
    if (isCheckpointHeading(at.heading.text)) return true;
  return false;
}
