import { z } from "zod";
import { SetupError } from "../../model/setup-error.js";
import { readPayload } from "./events.js";
import type { Repository } from "./repository.js";

/** The pull requests whose comments a run in the mode `report` brings up to date. */
export interface ReportedPullRequests {
  readonly numbers: readonly number[];
  /** What people should know where these are not all, or none. */
  readonly remarks: readonly string[];
}

/** At some ten requests each, what a workflow's token may ask within an hour leaves room for others. */
const MOST_REPORTED = 50;

const workflowRun = z.object({
  workflow_run: z.object({
    event: z.string(),
    head_sha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
    head_branch: z.string().nullable(),
    /** Null when the fork has been deleted. */
    head_repository: z.object({ id: z.number(), owner: z.object({ login: z.string() }) }).nullable(),
  }),
});

/**
 * Which pull requests are to be reported on. On `workflow_run` GitHub's own word is taken for commit, branch and
 * repository, and nothing that the run has left behind: the list of pull requests in the event is empty for forks, and
 * what a fork's run writes to a file can be anything. Only a pull request that is open and still at that commit counts.
 * @throws {SetupError} `unsupported-event`
 */
export async function reportedPullRequests(
  repository: Repository,
  { eventName, payload, number }: { eventName: string; payload: unknown; number: number | null },
): Promise<ReportedPullRequests> {
  if (number !== null) return { numbers: [number], remarks: [] };
  if (eventName === "workflow_run") return ofWorkflowRun(repository, payload);
  if (eventName === "schedule" || eventName === "workflow_dispatch") return allOpen(repository);
  throw new SetupError("unsupported-event", `the event ${JSON.stringify(eventName)} does not say what to report on`, {
    mend: "Use the mode report on workflow_run, schedule or workflow_dispatch, or set the input pr-number.",
  });
}

async function ofWorkflowRun(repository: Repository, payload: unknown): Promise<ReportedPullRequests> {
  const { event, head_sha, head_branch, head_repository } = readPayload(workflowRun, payload).workflow_run;
  if (event !== "pull_request" && event !== "pull_request_target") return none("the run was not about a pull request");
  if (head_repository === null || head_branch === null) return none("the branch that the run was about is gone");
  const listed = await repository.openPullRequests({ owner: head_repository.owner.login, branch: head_branch });
  const ours = listed.filter(({ headRepositoryId }) => headRepositoryId === head_repository.id);
  if (ours.length === 0) return none("no open pull request comes from the branch that the run was about");
  const current = ours.filter(({ headSha }) => headSha === head_sha);
  if (current.length === 0) return none("the branch has a newer commit, whose own run reports");
  return { numbers: current.map(({ number }) => number).sort((a, b) => a - b), remarks: [] };
}

async function allOpen(repository: Repository): Promise<ReportedPullRequests> {
  const listed = await repository.openPullRequests();
  if (listed.length === 0) return none("no pull request is open");
  const numbers = listed.slice(0, MOST_REPORTED).map(({ number }) => number);
  const remarks =
    listed.length > MOST_REPORTED
      ? [`More than ${MOST_REPORTED} pull requests are open: those changed last are reported on, the others are not.`]
      : [];
  return { numbers, remarks };
}

const none = (because: string): ReportedPullRequests => ({
  numbers: [],
  remarks: [`There is nothing to report on: ${because}.`],
});
