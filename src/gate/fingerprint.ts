import type { Violation } from "../model/finding.js";

const OFFSET = { high: 0xcbf29ce4, low: 0x84222325 };
/** The prime is 2^40 + this. */
const PRIME = 0x1b3;

/**
 * What stays the same about a violation when text moves: plan, rule, phases and subject. 16 hexadecimal digits.
 * `occurrence` tells the second and later of a kind from the first.
 */
export function fingerprint(plan: string, ruleId: string, violation: Violation, occurrence: number): string {
  const phases = violation.phases.map((id) => id.toLowerCase());
  return hash(JSON.stringify([plan, ruleId, phases, violation.subject ?? null, occurrence]));
}

/** FNV-1a, 64 bits, over UTF-16 code units, in two halves. Tells things apart; protects nothing. */
function hash(text: string): string {
  let { high, low } = OFFSET;
  for (let index = 0; index < text.length; index++) {
    const mixed = (low ^ text.charCodeAt(index)) >>> 0;
    const product = mixed * PRIME;
    high = (Math.imul(high, PRIME) + (mixed << 8) + Math.floor(product / 2 ** 32)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}
