/** A user, an organisation or an app's bot. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
}

/** Who acts with the token that a runner hands to a workflow. */
export const ACTIONS_BOT = "github-actions[bot]";

/** The same on every GitHub but Enterprise Servers. */
export const ACTIONS_BOT_ID = 41_898_282;

/** GitHub marks bots by their login. */
export const accountType = (login: string): Account["type"] => (login.endsWith("[bot]") ? "Bot" : "User");
