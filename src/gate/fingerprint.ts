import type { Violation } from "../model/finding.js";

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * What stays the same about a violation when text moves: plan, rule, phases and subject. 16 hexadecimal digits.
 * `occurrence` tells the second and later of a kind from the first.
 */
export function fingerprint(plan: string, ruleId: string, violation: Violation, occurrence: number): string {
  const phases = violation.phases.map((id) => id.toLowerCase());
  return hash(JSON.stringify([plan, ruleId, phases, violation.subject ?? null, occurrence]));
}

/** FNV-1a, 64 bits, over UTF-16 code units. Tells things apart; protects nothing. */
function hash(text: string): string {
  let value = OFFSET;
  for (let index = 0; index < text.length; index++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * PRIME);
  }
  return value.toString(16).padStart(16, "0");
}
