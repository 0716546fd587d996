import { externalReferences, type ExternalReference } from "../grammar/external-reference.js";
import type { Plan } from "../model/plan.js";

/** A phase that waits for a phase of another repository. */
export interface ExternalWait {
  /** Who waits, as a person says it: `Phase 18`. */
  readonly label: string;
  /** What for, as written: `octo/fleet#Phase 8`. */
  readonly text: string;
  readonly reference: Pick<ExternalReference, "owner" | "repository" | "word" | "id">;
}

/** What the open phases of a plan wait for in other repositories, by phases in plan order. */
export const externalWaits = ({ phases }: Plan): ExternalWait[] =>
  [...phases.values()]
    .filter(({ status }) => status !== "done" && status !== "deprecated" && status !== "tangent")
    .flatMap(({ label, unresolved }) =>
      unresolved
        .filter(({ reason }) => reason === "external")
        .map(({ text }) => ({ label, text, reference: externalReferences(text)[0]! })),
    );
