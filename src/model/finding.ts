import type { PhaseId } from "./plan.js";
import type { Place } from "./place.js";
import type { Waiver } from "./waiver.js";

export type Severity = "error" | "warning" | "notice";

/** What a rule sees. The rule does not know its own id or severity. */
export interface Violation {
  readonly place: Place;
  /** What is, what was expected, who is involved; no advice. Plain text: renderers escape it. */
  readonly message: string;
  /** The phases involved, the one at fault first. */
  readonly phases: readonly PhaseId[];
  /** What else tells two violations of one phase apart (a service, a text); part of the fingerprint. */
  readonly subject?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** The most it may be reported as, where what it rests on was not said outright. */
  readonly atMost?: Severity;
  /** Markdown that would mend it, for the author to paste where there is nothing yet that an edit could replace. */
  readonly toPaste?: string;
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** Text edits that mend one finding: `safe` may be applied unseen, `review` wants a person. */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "review";
  readonly edits: readonly TextEdit[];
}

/** Replaces what stands at `place`. */
export interface TextEdit {
  readonly place: Place;
  readonly newText: string;
}

/** What the gate reports. */
export interface Finding extends Violation {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Name of the plan it is about. */
  readonly plan: string;
  /** Rule, phases and subject, never a line: the same finding keeps it when text moves. */
  readonly fingerprint: string;
  /** False when base has it already. */
  readonly isNew: boolean;
  /** The waiver by which the team has accepted it. */
  readonly waivedBy: Waiver | null;
}
