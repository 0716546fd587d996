import type { Section } from "./markdown-document.js";

/** True when the section's heading, or one above it, says so. */
export function isBelowHeading(section: Section, pattern: RegExp): boolean {
  for (let at: Section | null = section; at; at = at.parent) if (pattern.test(at.heading?.text ?? "")) return true;
  return false;
}
