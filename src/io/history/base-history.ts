import type { SourceDocument } from "../../model/document.js";

/** The states that base's branch has been in, read only. */
export interface BaseHistory {
  /** Null when it cannot be had: too long, or not all there. */
  after(day: string): Promise<Stretch | null>;
  /** Null when there is no such file at the commit. */
  document(path: string, commit: string): Promise<SourceDocument | null>;
  /** The documents of the plan at a commit, whatever they were called then. */
  paths(commit: string): Promise<readonly string[]>;
}

/** Ends a search that would ask for more than it may. */
export class SearchEnded extends Error {}

/** What base's branch was set to after the end of a day, along first parents only. */
export interface Stretch {
  /** Oldest first. Days never run backwards: a state cannot be older than the one it came after. */
  readonly states: readonly BaseState[];
  /** The commit it was at when that day ended; null when there was none yet. */
  readonly before: string | null;
}

export interface BaseState {
  readonly commit: string;
  /** The calendar day (UTC) on which base came to it, as its commit says. */
  readonly day: string;
}

/**
 * A chain of commits along first parents, newest first, cut where the day ends. A merge is as old as its own commit,
 * however old what it brings.
 */
export function stretchAfter(
  day: string,
  chain: readonly { commit: string; committed: string }[],
  beyond: string | null,
): Stretch {
  const states: BaseState[] = [];
  let latest = "";
  let before = beyond;
  for (const { commit, committed } of [...chain].reverse()) {
    latest = committed > latest ? committed : latest;
    if (latest <= day) before = commit;
    else states.push({ commit, day: latest });
  }
  return { states, before };
}
