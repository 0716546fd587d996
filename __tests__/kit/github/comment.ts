import type { Account } from "./account.js";

/** Why a comment is hidden; GraphQL's `ReportedContentClassifiers`, as `minimizedReason` spells them. */
export type MinimizedReason = "abuse" | "duplicate" | "off-topic" | "outdated" | "resolved" | "spam" | "low-quality";

/** A comment below a pull request. */
export interface Comment {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Account;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
  minimizedReason: MinimizedReason | null;
}
