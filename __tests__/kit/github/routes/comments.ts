import { forbidden, invalid, notFound } from "../api-error.js";
import { acceptedPermissions } from "../access.js";
import type { Comment } from "../comment.js";
import { limits } from "../limits.js";
import { pageOf } from "../pages.js";
import type { PullRequest } from "../pull-request.js";
import { comment } from "../represent/comment.js";
import { type Call, created, ok, type Routes } from "../route.js";

/** Comments below a pull request, which GitHub keeps with the issues. */
export const commentRoutes: Routes = {
  "issues/list-comments": (call) => {
    const since = call.query.get("since");
    const { comments } = call.pullRequest;
    const wanted = comments.filter(({ updatedAt }) => since === null || Date.parse(updatedAt) >= Date.parse(since));
    const { items, headers } = pageOf(call, wanted);
    return ok(
      items.map((item) => comment(call.addresses, call.pullRequest, item)),
      headers,
    );
  },

  "issues/create-comment": (call) => {
    const { pullRequest } = call;
    if (pullRequest.locked) throw forbidden(acceptedPermissions("issues/create-comment"));
    const added = pullRequest.addComment(call.token.login, acceptedBody(call));
    return created(comment(call.addresses, pullRequest, added));
  },

  "issues/get-comment": (call) => {
    const { pullRequest, found } = commentOf(call);
    return ok(comment(call.addresses, pullRequest, found));
  },

  "issues/update-comment": (call) => {
    const { pullRequest, found } = ownComment(call);
    found.body = acceptedBody(call);
    found.updatedAt = call.state.clock.tick();
    return ok(comment(call.addresses, pullRequest, found));
  },

  "issues/delete-comment": (call) => {
    const { pullRequest, found } = ownComment(call);
    pullRequest.comments.splice(pullRequest.comments.indexOf(found), 1);
    return { status: 204 };
  },
};

function commentOf(call: Call): { pullRequest: PullRequest; found: Comment } {
  const id = Number(call.parameter("comment_id"));
  for (const pullRequest of call.repository.pullRequests) {
    const found = pullRequest.comments.find((candidate) => candidate.id === id);
    if (found !== undefined) return { pullRequest, found };
  }
  throw notFound();
}

/** A workflow's token may change what it wrote, and nothing of other people's. */
function ownComment(call: Call): ReturnType<typeof commentOf> {
  const comment = commentOf(call);
  if (comment.found.author.login !== call.token.login) throw forbidden(acceptedPermissions("issues/update-comment"));
  return comment;
}

function acceptedBody(call: Call): string {
  const body = call.text("body");
  if (body.trim() === "") {
    throw invalid({ resource: "IssueComment", code: "missing_field", field: "body" });
  }
  if ([...body].length > limits.commentCharacters) {
    throw invalid({
      resource: "IssueComment",
      code: "unprocessable",
      field: "data",
      message: `Body is too long (maximum is ${limits.commentCharacters} characters)`,
    });
  }
  return body;
}
