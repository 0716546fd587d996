import { z } from "zod";
import { SetupError } from "../../model/setup-error.js";
import { occasionOf, type Occasion } from "./events.js";

/** The commit whose badges are to be published, or why there is none. */
export type BadgeOccasion =
  | {
      readonly kind: "publish";
      readonly judge: Extract<Occasion, { kind: "revisions" }>;
      readonly defaultBranch: string;
    }
  | { readonly kind: "nothing"; readonly because: string };

const payloadOfPush = z.object({ ref: z.string(), repository: z.object({ default_branch: z.string() }) });

/**
 * Badges show what the default branch holds, as it stands: a push to it is judged without a base, and nothing else is.
 * @throws {SetupError} `bad-input` where the badges' branch is the default branch, which they would be committed to
 */
export function badgeOccasion(eventName: string, payload: unknown, badgeBranch: string): BadgeOccasion {
  if (eventName !== "push") {
    return { kind: "nothing", because: `badges are published on a push to the default branch, not on ${eventName}` };
  }
  const judge = occasionOf("push", { payload, sha: "", baseRef: null }, null);
  if (judge.kind !== "revisions") return { kind: "nothing", because: "the branch has been deleted" };
  const { ref, repository } = payloadOfPush.parse(payload);
  const defaultBranch = repository.default_branch;
  if (badgeBranch.toLowerCase() === defaultBranch.toLowerCase()) {
    throw new SetupError("bad-input", `the input badge-branch is ${JSON.stringify(badgeBranch)}, the default branch`, {
      mend: "Choose a branch that holds nothing but badges; it is created when it is missing.",
    });
  }
  if (ref !== `refs/heads/${defaultBranch}`) {
    return { kind: "nothing", because: `badges show ${defaultBranch}, and this is a push to ${ref}` };
  }
  return { kind: "publish", judge: { ...judge, base: null, needsBase: false }, defaultBranch };
}
