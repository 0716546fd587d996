import picomatch from "picomatch";
import type { PhaseId } from "../model/plan.js";

/** Beyond this many, nobody has written them by hand. */
const MOST_FILES = 10_000;

/**
 * Tells whether one of the paths is a test of what one phase hands on to another. A pattern is a glob with `{from}` and
 * `{to}` for the ids of the two, which stand in a path as in the plan, or with `_` or `-` for what is no letter or digit.
 */
export function handoffTests(
  patterns: readonly string[],
  paths: readonly string[],
): (from: PhaseId, to: PhaseId) => boolean {
  if (patterns.length === 0) return () => false;
  const anyPhase = patterns.map((pattern) => pattern.replaceAll("{from}", "*").replaceAll("{to}", "*"));
  const files = paths.filter(matches(anyPhase)).slice(0, MOST_FILES);
  const byWord = new Map<string, string[]>();
  for (const file of files) {
    for (const word of new Set(wordsOf(file))) {
      const known = byWord.get(word);
      if (known) known.push(file);
      else byWord.set(word, [file]);
    }
  }
  return (from, to) => {
    // An id without letters and digits names no file.
    const [word] = wordsOf(from);
    const candidates = word === undefined ? [] : (byWord.get(word) ?? []);
    if (candidates.length === 0) return false;
    const globs = patterns.flatMap((pattern) =>
      spellings(from).flatMap((first) =>
        spellings(to).map((second) => pattern.replaceAll("{from}", first).replaceAll("{to}", second)),
      ),
    );
    return candidates.some(matches(globs));
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];

function spellings(id: PhaseId): string[] {
  const written = [id, id.replace(/[^\p{L}\p{N}]+/gu, "_"), id.replace(/[^\p{L}\p{N}]+/gu, "-")];
  return [...new Set(written)].map((spelling) => spelling.replace(/[^\p{L}\p{N}._-]/gu, "?"));
}

const matches = (globs: readonly string[]): ((path: string) => boolean) =>
  picomatch(
    globs.map((glob) => glob.replace(/^(?:\.?\/)+/, "")),
    { dot: true, nocase: true, windows: false },
  );
