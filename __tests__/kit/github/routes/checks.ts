import { ApiError, invalid, notFound } from "../api-error.js";
import type { PostedCheck } from "../repository.js";
import { repositoryPage, repositoryUrl } from "../represent/repository.js";
import { user } from "../represent/user.js";
import { type Call, created, ok, type Routes } from "../route.js";
import { nodeId } from "../state.js";

/** Commit statuses and check runs. */
export const checkRoutes: Routes = {
  "repos/create-commit-status": (call) => {
    const sha = knownCommit(call, call.parameter("sha"));
    const status = { id: call.state.nextId(), sha, given: call.body };
    call.repository.statuses.push(status);
    const now = call.state.clock.tick();
    return created({
      url: `${repositoryUrl(call.addresses, call.repository)}/statuses/${sha}`,
      avatar_url: null,
      id: status.id,
      node_id: nodeId("SC", status.id),
      state: call.body["state"],
      description: call.body["description"] ?? null,
      target_url: call.body["target_url"] ?? null,
      context: call.body["context"] ?? "default",
      created_at: now,
      updated_at: now,
      creator: user(call.addresses, call.state.account(call.token.login)),
    });
  },

  "checks/create": (call) => {
    const check = {
      id: call.state.nextId(),
      sha: knownCommit(call, call.text("head_sha")),
      given: completed(call.body),
    };
    call.repository.checkRuns.push(check);
    return created(checkRun(call, check));
  },

  "checks/update": (call) => {
    const { checkRuns } = call.repository;
    const index = checkRuns.findIndex(({ id }) => id === Number(call.parameter("check_run_id")));
    const old = checkRuns[index];
    if (old === undefined) throw notFound();
    const check = { ...old, given: completed({ ...old.given, ...call.body }) };
    checkRuns[index] = check;
    return ok(checkRun(call, check));
  },
};

function knownCommit(call: Call, sha: string): string {
  if (call.repository.objects.commit(sha) === undefined) throw new ApiError(422, `No commit found for SHA: ${sha}`);
  return sha;
}

/** A conclusion completes a check run; "completed" without one is refused. */
function completed(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (given["conclusion"] !== undefined) return { ...given, status: "completed" };
  if (given["status"] === "completed")
    throw invalid({ resource: "CheckRun", code: "missing_field", field: "conclusion" });
  return { status: "queued", ...given };
}

function checkRun({ addresses, repository }: Call, { id, sha, given }: PostedCheck) {
  const url = `${repositoryUrl(addresses, repository)}/check-runs/${id}`;
  const output = (given["output"] ?? {}) as {
    title?: string;
    summary?: string;
    text?: string;
    annotations?: unknown[];
  };
  const page = `${repositoryPage(addresses, repository)}/runs/${id}`;
  return {
    id,
    node_id: nodeId("CR", id),
    head_sha: sha,
    external_id: given["external_id"] ?? "",
    url,
    html_url: page,
    details_url: given["details_url"] ?? page,
    status: given["status"],
    conclusion: given["conclusion"] ?? null,
    started_at: given["started_at"] ?? null,
    completed_at: given["completed_at"] ?? null,
    output: {
      title: output.title ?? null,
      summary: output.summary ?? null,
      text: output.text ?? null,
      annotations_count: output.annotations?.length ?? 0,
      annotations_url: `${url}/annotations`,
    },
    name: given["name"],
    check_suite: { id: 1 },
    app: null,
    pull_requests: [],
  };
}
