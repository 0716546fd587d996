import type { BreakingChange } from "../model/plan.js";
import { normalText } from "./normal-text.js";

/**
 * What stays the same about an announcement when its days, its form, its place or its document change: its subject and
 * what it says will change, without case, spacing and punctuation.
 */
export const announcementKey = ({
  kind,
  subject,
  change,
}: Pick<BreakingChange, "kind" | "subject" | "change">): string =>
  JSON.stringify([kind, normalText(subject), normalText(change)]);
