import type { PlanChange } from "../model/comparison.js";
import type { BreakingChange } from "../model/plan.js";
import { announcementKey } from "./announcement-key.js";

/**
 * Pairs entries by subject and change, the n-th of a kind with the n-th. An entry whose text was reworded counts as
 * another one: whether it still announces the same thing is nothing a program can know.
 */
export function compareBreakingChanges(
  base: readonly BreakingChange[],
  head: readonly BreakingChange[],
): readonly PlanChange[] {
  const waiting = new Map<string, BreakingChange[]>();
  for (const entry of base) {
    const same = waiting.get(announcementKey(entry));
    if (same === undefined) waiting.set(announcementKey(entry), [entry]);
    else same.push(entry);
  }
  const changes: PlanChange[] = [];
  const kept = new Set<BreakingChange>();
  for (const entry of head) {
    const before = waiting.get(announcementKey(entry))?.shift();
    if (before === undefined) changes.push({ kind: "breaking-change-added", entry });
    else {
      kept.add(before);
      if (contentOf(before) !== contentOf(entry)) changes.push({ kind: "breaking-change-edited", entry, before });
    }
  }
  for (const entry of base) if (!kept.has(entry)) changes.push({ kind: "breaking-change-removed", entry });
  return changes;
}

const contentOf = (entry: BreakingChange): string =>
  JSON.stringify([
    entry.version?.text,
    entry.announced?.day ?? entry.announced?.text,
    entry.effective?.day ?? entry.effective?.text,
    entry.phase,
    entry.affects,
    entry.migration,
  ]);
