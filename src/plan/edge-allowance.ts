import { limits } from "../model/limits.js";
import type { ReadingNotice } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";

/** How many more dependencies ranges may bring into a plan, and what had to be left out. */
export class EdgeAllowance {
  #left = limits.dependenciesFromRanges;
  #refused = 0;
  #first: PlacedText | null = null;

  get left(): number {
    return this.#left;
  }

  /** Never more than are left. */
  take(count: number): void {
    this.#left -= count;
  }

  refuse(text: PlacedText): void {
    this.#refused++;
    this.#first ??= text;
  }

  get notices(): readonly ReadingNotice[] {
    if (!this.#first) return [];
    const more = this.#refused - 1;
    const others = more === 0 ? "" : ` and ${more} more like it`;
    const message =
      `${JSON.stringify(this.#first.text.trim().slice(0, 80))}${others} would bring the dependencies that this plan ` +
      `states by ranges above ${limits.dependenciesFromRanges}; what is above is not read.`;
    return [{ message, place: this.#first.place }];
  }
}
