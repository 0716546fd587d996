/**
 * Lets several actors take their steps one after the other, in an order that a seed decides. Whoever is to act waits
 * until every other actor waits too or has finished, so the same seed gives the same run.
 *
 * Actors have ranks, and the first goes on until chance sends it to the end of the queue. That way some are held up
 * between two steps until all others are through, where choosing anew at every step would only mix them evenly.
 */
export class Turns {
  private readonly waiting = new Map<number, () => void>();
  /** Actors, whoever goes first at the front. */
  private readonly ranks: number[];
  private acting: number;
  /** How often an actor has to let all others go first after a step: seldom enough that few are behind it, or often. */
  private readonly heldUp: number;

  constructor(
    actors: number,
    private readonly random: () => number,
  ) {
    this.acting = actors;
    this.heldUp = [0.02, 0.04, 0.2][Math.floor(random() * 3)]!;
    this.ranks = Array.from({ length: actors }, (_, actor) => ({ actor, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ actor }) => actor);
  }

  /** Resolves when it is this actor's turn. */
  async mine(actor: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.waiting.set(actor, resolve);
      this.next();
    });
  }

  /** An actor has no more steps to take. */
  finished(): void {
    this.acting -= 1;
    this.next();
  }

  private next(): void {
    if (this.waiting.size < this.acting) return;
    const chosen = this.ranks.find((actor) => this.waiting.has(actor));
    if (chosen === undefined) return;
    if (this.random() < this.heldUp) this.ranks.push(...this.ranks.splice(this.ranks.indexOf(chosen), 1));
    const go = this.waiting.get(chosen);
    this.waiting.delete(chosen);
    go?.();
  }
}

/** Numbers from 0 up to 1 that only a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
