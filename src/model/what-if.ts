/** One change to try on a plan without editing it, as written; neither phases nor values are looked up yet. */
export type WhatIf =
  | { readonly kind: "set"; readonly phase: string; readonly field: string; readonly value: string }
  | { readonly kind: "drop"; readonly phase: string }
  | { readonly kind: "add-dependency" | "remove-dependency"; readonly phase: string; readonly on: string };

/** What was changed about one plan, for people. */
export interface WhatIfRow {
  readonly plan: string;
  readonly phase: string;
  /** `Phase 15 takes 8 weeks`; holds names from the plan, and ends without a full stop. */
  readonly sentence: string;
}
