/** Pairs that one rule looks at in one plan: beyond, no more are found. */
const MOST_PAIRS = 20_000;

/** Every two of each group, the earlier one first, within a bound that keeps large groups linear. */
export function* pairsWithin<One>(groups: Iterable<readonly One[]>): Iterable<readonly [earlier: One, later: One]> {
  let left = MOST_PAIRS;
  for (const group of groups) {
    for (const [index, later] of group.entries()) {
      for (let at = 0; at < index; at++) {
        if (left-- <= 0) return;
        yield [group[at]!, later];
      }
    }
  }
}
