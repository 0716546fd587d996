/** Where it is written how each regular expression of the source was shown to take linear time. */
export const LIST = "__tests__/hostile/linear-expressions.json";

/**
 * `proved`: by the states of its automaton. `bounded`: no part may be repeated without end, so that no more than a fixed
 * number of steps follow any character. `searched`: a search for a text that takes longer found none, nor did texts of
 * 400,000 characters.
 */
export type Shown = "proved" | "bounded" | "searched";

/** True for a pattern, written as a literal, that holds neither `*` nor `+` nor `{n,}` outside of sets. */
export function isBounded(literal: string): boolean {
  const outsideOfSets = literal.replace(/\\./gs, "x").replace(/\[[^\]]*\]/g, "x");
  return !/[*+]|\{\d+,\}/.test(outsideOfSets);
}
