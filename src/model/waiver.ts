import type { Place } from "./place.js";

/** What a team has agreed to live with, for a time. */
export interface Waiver {
  readonly rule: string;
  /** Null for any; at least one of `phase` and `subject` is there. */
  readonly phase: string | null;
  readonly subject: string | null;
  /** Name of the plan; null for any. */
  readonly plan: string | null;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
  /** Where it stands in the configuration file. */
  readonly place: Place;
}

/** What became of a waiver in a run. */
export interface JudgedWaiver {
  readonly waiver: Waiver;
  readonly term: WaiverTerm;
  /** `unknown` where the run has not seen all that the waiver could be about. */
  readonly use: "used" | "unused" | "unknown";
}

/** Only one that is `running` has an effect; `too-long` ends further ahead than a waiver may. */
export type WaiverTerm = "running" | "over" | "too-long";
