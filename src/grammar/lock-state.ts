/** What a text such as `🔒 **MODIFYING**` says of a lock; null when it says nothing of one. */
export type LockState = "locked" | "unlocked" | "modifying" | "creating";

/** Longest text that is read. */
const LONGEST = 200;

const WORDS: readonly (readonly [RegExp, LockState])[] = [
  [/\b(?:modifying|migrating)\b/i, "modifying"],
  [/\bcreating\b/i, "creating"],
  [/🔓|\bunlocked\b|\bnot locked\b|^\s*(?:no|none|free|open)\s*$/iu, "unlocked"],
  [/🔒|🔐|\blocked\b|^\s*yes\s*$/iu, "locked"],
];

/** Reads a lock's state out of a cell; what is being modified or created is locked for all others. */
export function parseLockState(text: string): LockState | null {
  const head = text.slice(0, LONGEST);
  return WORDS.find(([pattern]) => pattern.test(head))?.[1] ?? null;
}
