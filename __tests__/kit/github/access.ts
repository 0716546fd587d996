/** What `permissions:` of a workflow can name and this fake looks at. */
export type Permission = "actions" | "checks" | "contents" | "issues" | "metadata" | "pull_requests" | "statuses";

export type AccessLevel = "none" | "read" | "write";

/**
 * `write` may do everything; `read-only` is what a workflow of a fork or of Dependabot gets; `none` is a token that
 * GitHub does not know. A table gives single permissions, all others being `none`, as a workflow's `permissions:` does.
 */
export type TokenKind = "write" | "read-only" | "none" | Readonly<Partial<Record<Permission, AccessLevel>>>;

export interface Token {
  readonly kind: TokenKind;
  readonly login: string;
  /** Requests made with it, which the rate-limit headers show. */
  used: number;
}

/** Operation → the permissions of which one is enough. GitHub lists them on each operation's page. */
const ACCEPTED: Readonly<Record<string, readonly Permission[]>> = {
  "actions/list-repo-workflows": ["actions"],
  "checks/create": ["checks"],
  "checks/update": ["checks"],
  "git/create-blob": ["contents"],
  "git/create-commit": ["contents"],
  "git/create-ref": ["contents"],
  "git/create-tree": ["contents"],
  "git/get-blob": ["contents"],
  "git/get-commit": ["contents"],
  "git/get-ref": ["contents"],
  "git/get-tree": ["contents"],
  "git/update-ref": ["contents"],
  "issues/create-comment": ["issues", "pull_requests"],
  "issues/delete-comment": ["issues", "pull_requests"],
  "issues/get-comment": ["issues", "pull_requests"],
  "issues/list-comments": ["issues", "pull_requests"],
  "issues/list-events-for-timeline": ["issues", "pull_requests"],
  "issues/list-labels-on-issue": ["issues", "pull_requests"],
  "issues/update-comment": ["issues", "pull_requests"],
  "pulls/create-review": ["pull_requests"],
  "pulls/create-review-comment": ["pull_requests"],
  "pulls/get": ["pull_requests"],
  "pulls/list": ["pull_requests"],
  "pulls/list-files": ["pull_requests"],
  "pulls/list-review-comments": ["pull_requests"],
  "pulls/list-reviews": ["pull_requests"],
  "repos/compare-commits-with-basehead": ["contents"],
  "repos/create-commit-status": ["statuses"],
  "repos/get-commit": ["contents"],
  "repos/get-content": ["contents"],
  "repos/list-commits": ["contents"],
  "repos/list-pull-requests-associated-with-commit": ["pull_requests", "contents"],
};

/** Everything else needs only what every token has. */
export const acceptedPermissions = (operationId: string): readonly Permission[] =>
  ACCEPTED[operationId] ?? ["metadata"];

export function levelOf(kind: TokenKind, permission: Permission): AccessLevel {
  if (kind === "write") return permission === "metadata" ? "read" : "write";
  if (kind === "read-only") return "read";
  if (kind === "none") return "none";
  return permission === "metadata" ? "read" : (kind[permission] ?? "none");
}

/** Whether a token may do it. What is public may be read with any token, whatever `permissions:` says. */
export function mayAccess(kind: TokenKind, operationId: string, wanted: "read" | "write", isPrivate: boolean): boolean {
  if (wanted === "read" && !isPrivate) return true;
  return acceptedPermissions(operationId).some((permission) => {
    const level = levelOf(kind, permission);
    return level === "write" || level === wanted;
  });
}
