import type { Plan } from "./plan.js";

/** Since when base has announced something: a question to its history. */
export interface AnnouncementQuestion {
  readonly id: string;
  /** If base announced it at the end of this day, that was early enough. */
  readonly enough: string;
  /** The document in which base announces it now. */
  readonly path: string;
  /** True where the plan is that one document, so that it can have stood in no other beside it. */
  readonly isAlone: boolean;
  /** Whether a plan that base held at some time announced it. */
  readonly isAnsweredBy: (plan: Plan) => boolean;
}

/**
 * Question → the day since which base has announced it, or the day that is early enough when it has for longer. What
 * could not be found out is missing.
 */
export type FirstOnBase = ReadonlyMap<string, string>;
