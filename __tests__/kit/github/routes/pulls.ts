import { commitsBetween } from "../history.js";
import { limits } from "../limits.js";
import { pageOf } from "../pages.js";
import { changedFile } from "../represent/changed-file.js";
import { pullRequest, pullRequestInList } from "../represent/pull-request.js";
import { ok, type Routes } from "../route.js";

/** Pull requests and their files. */
export const pullRoutes: Routes = {
  "pulls/get": (call) => ok(pullRequest(call.addresses, call.pullRequest)),

  "pulls/list": (call) => {
    const state = call.query.get("state") ?? "open";
    const head = call.query.get("head");
    const base = call.query.get("base");
    const wanted = call.repository.pullRequests
      .filter(({ open }) => state === "all" || open === (state === "open"))
      .filter(({ headOwner, headRef }) => head === null || head === `${headOwner.login}:${headRef}`)
      .filter(({ baseRef }) => base === null || base === baseRef)
      .reverse();
    const { items, headers } = pageOf(call, wanted);
    return ok(
      items.map((item) => pullRequestInList(call.addresses, item)),
      headers,
    );
  },

  "pulls/list-files": (call) => {
    const { repository, headSha } = call.pullRequest;
    const listed = repository.changedFiles(call.pullRequest).slice(0, limits.pullRequestFiles);
    const { items, headers } = pageOf(call, listed);
    return ok(
      items.map((change) => changedFile(call.addresses, repository, change, headSha)),
      headers,
    );
  },

  /** Open or closed, into any base: whoever asks has to choose. */
  "repos/list-pull-requests-associated-with-commit": (call) => {
    const { repository } = call;
    const sha = call.parameter("commit_sha");
    const associated = repository.pullRequests.filter(
      ({ baseRef, headSha }) =>
        sha === headSha ||
        commitsBetween(repository.objects, repository.tip(baseRef), headSha).some((commit) => commit.sha === sha),
    );
    const { items, headers } = pageOf(call, associated);
    return ok(
      items.map((item) => pullRequestInList(call.addresses, item)),
      headers,
    );
  },
};
