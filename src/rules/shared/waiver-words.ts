import type { Waiver } from "../../model/waiver.js";

/** `The waiver of tier-zero for phase 15 in docs/PLAN.md (owner: Kim)`. */
export function waiverInWords({ rule, phase, subject, plan, owner }: Waiver): string {
  const about = [phase !== null && `phase ${phase}`, subject !== null && `“${subject}”`].filter(
    (part) => part !== false,
  );
  return `The waiver of ${rule} for ${about.join(", ")}${plan === null ? "" : ` in ${plan}`} (owner: ${owner})`;
}

/** What tells a waiver from others of its file, and stays when it is given another reason, owner or end. */
export const waiverSubject = ({ rule, plan, phase, subject }: Waiver): string =>
  JSON.stringify([rule, plan, phase, subject]);
