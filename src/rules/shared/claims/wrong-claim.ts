import type { PhaseId } from "../../../model/plan.js";

/** What is wrong with a claim. */
export interface WrongClaim {
  /** A sentence: what is said, and what would be right under which way of working. */
  readonly message: string;
  readonly phases: readonly PhaseId[];
  /** The number to put where the wrong one stands; null where it is not certain which is meant. */
  readonly right: string | null;
}
