import { z } from "zod";
import { SetupError } from "../../model/setup-error.js";

/** What a run is to judge, as far as the event that started it may be believed. */
export type Occasion =
  /** Everything but the number is read live: a re-run replays an old event. */
  | { readonly kind: "pull-request"; readonly number: number }
  | {
      readonly kind: "revisions";
      readonly headSha: string;
      /** A commit or ref to compare with; null to judge head alone. */
      readonly base: string | null;
      /** True where base must be there, false where head alone will do. */
      readonly needsBase: boolean;
      /** Whose configuration is in force: base's where people ask for admission, head's where it is in already. */
      readonly policyFrom: "base" | "head";
      /** Whether only plans that the change touches are judged, or all. */
      readonly scope: "touched" | "all";
    }
  | { readonly kind: "nothing"; readonly because: string };

/** What is known of the run beside the event. */
export interface EventContext {
  readonly payload: unknown;
  /** GITHUB_SHA. Never taken for a base. */
  readonly sha: string;
  /** From the action's input. */
  readonly baseRef: string | null;
}

const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const pullRequestPayload = z.object({ pull_request: z.object({ number: z.number().int().positive() }) });
const mergeGroupPayload = z.object({ merge_group: z.object({ base_sha: sha, head_sha: sha }) });
const pushPayload = z.object({ before: sha, after: sha });

const isNoCommit = (id: string) => /^0+$/.test(id);

const pullRequest = ({ payload }: EventContext): Occasion => ({
  kind: "pull-request",
  number: readPayload(pullRequestPayload, payload).pull_request.number,
});

const presentState = ({ sha: headSha, baseRef }: EventContext): Occasion => ({
  kind: "revisions",
  headSha,
  base: baseRef,
  needsBase: true,
  policyFrom: "head",
  scope: "all",
});

/** Event → what to judge. A new event is a new line here, and one in the documentation. */
const occasions: Readonly<Record<string, (context: EventContext) => Occasion>> = {
  pull_request: pullRequest,
  pull_request_target: pullRequest,

  merge_group({ payload }) {
    const { base_sha: base, head_sha: headSha } = readPayload(mergeGroupPayload, payload).merge_group;
    return { kind: "revisions", headSha, base, needsBase: true, policyFrom: "base", scope: "touched" };
  },

  push({ payload, baseRef }) {
    const { before, after } = readPayload(pushPayload, payload);
    if (isNoCommit(after)) return { kind: "nothing", because: "the branch has been deleted" };
    // After a forced push the commit before may be gone.
    const base = baseRef ?? (isNoCommit(before) ? null : before);
    return { kind: "revisions", headSha: after, base, needsBase: baseRef !== null, policyFrom: "head", scope: "all" };
  },

  workflow_dispatch: presentState,
  schedule: presentState,
};

/** The names of the events that say by themselves what to judge. */
export const supportedEvents: readonly string[] = Object.keys(occasions);

/**
 * What an event asks for; a pull request's number from the action's input comes before it, whatever the event.
 * @throws {SetupError} `unsupported-event`, or `bad-input` for an input that has no meaning here
 */
export function occasionOf(eventName: string, context: EventContext, pullRequestNumber: number | null): Occasion {
  if (pullRequestNumber !== null) return occasion({ kind: "pull-request", number: pullRequestNumber }, context);
  if (!Object.hasOwn(occasions, eventName)) {
    throw new SetupError("unsupported-event", `the event ${JSON.stringify(eventName)} does not say what to judge`, {
      mend: `Start the workflow on one of ${supportedEvents.join(", ")}, or set the input pr-number. On workflow_run, set the input mode to report.`,
    });
  }
  return occasion(occasions[eventName]!(context), context);
}

function occasion(found: Occasion, { baseRef }: EventContext): Occasion {
  if (
    baseRef !== null &&
    (found.kind === "pull-request" || (found.kind === "revisions" && found.policyFrom === "base"))
  ) {
    throw new SetupError(
      "bad-input",
      `base-ref is ${JSON.stringify(baseRef)}, but GitHub says what this change is based on`,
      {
        mend: "Use base-ref on push, workflow_dispatch and schedule only.",
      },
    );
  }
  return found;
}

/**
 * A payload as far as a schema describes it.
 * @throws {SetupError} `unsupported-event`, naming what is missing
 */
export function readPayload<Payload>(schema: z.ZodType<Payload>, payload: unknown): Payload {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new SetupError("unsupported-event", `the event's payload has no usable ${path.join(".")}: ${message}`, {
    mend: "Run the action on the event as GitHub sends it.",
  });
}
