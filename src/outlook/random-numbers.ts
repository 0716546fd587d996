/**
 * A source of numbers from 0 up to 1 that always says the same after the same seed: mulberry32 (Tommy Ettinger, 2017,
 * public domain), 32 bits of state. Good enough to sample durations; protects nothing.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
