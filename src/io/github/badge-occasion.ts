import { SetupError } from "../../model/setup-error.js";
import { occasionOf, type Occasion } from "./events.js";

/** What every push says, beside what `occasionOf` looks at. */
interface PushPayload {
  readonly ref: string;
  readonly repository: { readonly default_branch: string };
}

/**
 * Badges show what the default branch holds, as it stands: a push to it is judged without a base, and nothing else is.
 * @throws {SetupError} `bad-input` where the badges' branch is the default branch, which they would be committed to
 */
export function badgeOccasion(eventName: string, payload: unknown, badgeBranch: string): Occasion {
  if (eventName !== "push") return nothing(`badges are published on a push to the default branch, not on ${eventName}`);
  const push = occasionOf("push", { payload, sha: "", baseRef: null }, null);
  if (push.kind !== "revisions") return push;
  const { ref, repository } = payload as PushPayload;
  const defaultBranch = repository.default_branch;
  if (badgeBranch.toLowerCase() === defaultBranch.toLowerCase()) {
    throw new SetupError("bad-input", `the input badge-branch is ${JSON.stringify(badgeBranch)}, the default branch`, {
      mend: "Choose a branch that holds nothing but badges; it is created when it is missing.",
    });
  }
  if (ref !== `refs/heads/${defaultBranch}`)
    return nothing(`badges show ${defaultBranch}, and this is a push to ${ref}`);
  return { ...push, base: null };
}

const nothing = (because: string): Occasion => ({ kind: "nothing", because });
