import { pageOf } from "../pages.js";
import { comment } from "../represent/comment.js";
import { label, labelInEvent } from "../represent/label.js";
import { repositoryUrl } from "../represent/repository.js";
import { user } from "../represent/user.js";
import { ok, type Routes } from "../route.js";
import { nodeId } from "../state.js";

/** Labels, and the timeline that tells who set them. */
export const labelRoutes: Routes = {
  "issues/list-labels-on-issue": (call) => {
    const { items, headers } = pageOf(call, [...call.pullRequest.labels]);
    return ok(
      items.map((name) => label(call.addresses, call.pullRequest, name)),
      headers,
    );
  },

  "issues/list-events-for-timeline": (call) => {
    const { pullRequest, addresses } = call;
    const url = `${repositoryUrl(addresses, pullRequest.repository)}/issues/events`;
    const labelEvents = pullRequest.labelEvents.map(({ id, event, label: name, actor, createdAt }) => ({
      id,
      node_id: nodeId(event === "labeled" ? "LE" : "UNLE", id),
      url: `${url}/${id}`,
      actor: user(addresses, actor),
      event,
      commit_id: null,
      commit_url: null,
      created_at: createdAt,
      label: labelInEvent(name),
      performed_via_github_app: null,
    }));
    const commentEvents = pullRequest.comments.map((shown) => ({
      ...comment(addresses, pullRequest, shown),
      event: "commented",
      actor: user(addresses, shown.author),
    }));
    const events = [...labelEvents, ...commentEvents].sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
    const { items, headers } = pageOf(call, events);
    return ok(items, headers);
  },
};
