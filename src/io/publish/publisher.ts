import type { Report } from "../../model/report.js";

/** Puts the report somewhere people look. Never decides pass or fail. */
export interface Publisher {
  readonly name: string;
  /** May reject; whoever calls it takes that for `failed`. */
  publish(report: Report): Promise<Publication>;
}

/** What became of it. `skipped` is as it should be; `failed` is worth a warning, and says how to mend it. */
export type Publication =
  | { readonly outcome: "published"; readonly where: string; readonly outputs?: PublicationOutputs }
  | { readonly outcome: "skipped"; readonly because: string; readonly outputs?: PublicationOutputs }
  | { readonly outcome: "failed"; readonly because: string };

/** What later steps of the workflow may want to know about a publication, by the name of the action's output. */
export type PublicationOutputs = Readonly<Partial<Record<"comment-id" | "comment-body" | "report-file", string>>>;
