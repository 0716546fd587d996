import { ACTIONS_BOT } from "../account.js";
import { forbidden } from "../api-error.js";
import { limits } from "../limits.js";
import { pageOf } from "../pages.js";
import { fullRepository } from "../represent/repository.js";
import { user } from "../represent/user.js";
import { type Call, ok, type Routes } from "../route.js";

/** The repository itself, who may do what in it, and how much of the rate limit is left. */
export const repositoryRoutes: Routes = {
  "repos/get": (call) => ok(fullRepository(call.addresses, call.repository)),

  "repos/get-collaborator-permission-level": (call) => {
    const login = call.parameter("username");
    const level = login === call.repository.owner.login ? "admin" : (call.repository.permissions.get(login) ?? "read");
    const may = (...levels: string[]) => levels.includes(level);
    return ok({
      permission: level,
      role_name: level,
      user: {
        ...user(call.addresses, call.state.account(login)),
        permissions: {
          admin: may("admin"),
          maintain: may("admin"),
          push: may("admin", "write"),
          triage: may("admin", "write"),
          pull: !may("none"),
        },
        role_name: level,
      },
    });
  },

  "repos/get-branch-rules": (call) => {
    const rules = call.repository.protectedBranches.has(call.parameter("branch")) ? [pullRequestRule(call)] : [];
    const { items, headers } = pageOf(call, rules);
    return ok(items, headers);
  },

  "rate-limit/get": (call) => {
    const rate = rateOf(call);
    return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
  },

  /** A workflow's token belongs to an app's installation, which is no user. */
  "users/get-authenticated": (call) => {
    if (call.token.login === ACTIONS_BOT) throw forbidden();
    throw new Error("The fake knows no user's own page");
  },
};

const rateOf = ({ token, state }: Call) => ({
  limit: limits.requestsPerHour,
  used: token.used,
  remaining: Math.max(0, limits.requestsPerHour - token.used),
  reset: Math.floor(Date.parse(state.clock.now()) / 1000) + 3600,
});

const pullRequestRule = ({ repository }: Call) => ({
  type: "pull_request",
  parameters: {
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: 0,
    required_review_thread_resolution: false,
  },
  ruleset_source_type: "Repository",
  ruleset_source: repository.fullName,
  ruleset_id: 1,
});
