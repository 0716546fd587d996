import { createHash } from "node:crypto";
import { badgeFiles, type BadgeFile } from "../../render/badges/index.js";
import type { Publication, Publisher } from "./publisher.js";

/** The branch that badges are published to. Methods reject with an error that may have a `status`. */
export interface BadgeBranch {
  /** The branch as it is now; null when there is none. */
  read(): Promise<BranchState | null>;
  /** Whether what was judged is what the default branch holds right now. */
  isCurrent(): Promise<boolean>;
  /**
   * Commits files on top of `state`, or as the first commit of a new branch. Rejects with 409 or 422 where the branch
   * has moved on since, and changes nothing then.
   */
  write(state: BranchState | null, files: readonly BadgeFile[]): Promise<void>;
}

export interface BranchState {
  readonly commit: string;
  readonly tree: string;
  /** Everything on the branch, folders included, by path. */
  readonly entries: ReadonlyMap<string, { readonly type: string; readonly sha: string }>;
}

export interface BadgeBranchOptions {
  /** Where people find the branch. */
  readonly url: string;
  readonly isDryRun: boolean;
}

const MOST_ATTEMPTS = 3;

/**
 * Keeps the badges on a branch of their own up to date: writes only what differs, leaves everything else there alone,
 * and never by force. Where another run was quicker it looks again; a run for an older commit steps back.
 */
export const badgePublisher = (branch: BadgeBranch, options: BadgeBranchOptions): Publisher => ({
  name: "badge-branch",
  async publish(report) {
    const files = badgeFiles(report);
    if (files.length === 0) return { outcome: "skipped", because: "there is no plan" };
    let failed: Failure | null = null;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const answer = await attemptToPublish(branch, files, options, failed);
      if (!("error" in answer)) return answer;
      failed = answer;
      if (!isWorthRepeating(failed.error)) break;
    }
    return { outcome: "failed", because: reason(failed!.error) };
  },
});

/** What went wrong in writing, and on top of which commit. */
interface Failure {
  readonly error: unknown;
  readonly on: string | null;
}

async function attemptToPublish(
  branch: BadgeBranch,
  files: readonly BadgeFile[],
  { url, isDryRun }: BadgeBranchOptions,
  before: Failure | null,
): Promise<Publication | Failure> {
  let on = before?.on ?? null;
  try {
    const state = await branch.read();
    // Nobody was quicker: the refusal is meant, and would come again.
    if (before !== null && isRefusal(before.error) && on === (state?.commit ?? null)) {
      return { outcome: "failed", because: reason(before.error) };
    }
    on = state?.commit ?? null;
    // In this order: whoever publishes for a newer commit after `read` makes `write` fail.
    if (!(await branch.isCurrent())) {
      return {
        outcome: "skipped",
        because: "the default branch has moved on; the run for its newest commit publishes",
      };
    }
    const changed = changedFiles(state, files);
    if (changed.length === 0) {
      // After an unclear answer, what was written is there.
      return before === null
        ? { outcome: "skipped", because: "the badges are up to date" }
        : { outcome: "published", where: url };
    }
    const obstacle = state && obstacleTo(changed, state);
    if (obstacle !== null) return { outcome: "failed", because: `${obstacle} on the branch is in the way of a badge` };
    if (isDryRun) return { outcome: "skipped", because: `this is a dry run; ${changed.length} files would be written` };
    await branch.write(state, changed);
    return { outcome: "published", where: url };
  } catch (error) {
    return { error, on };
  }
}

const changedFiles = (state: BranchState | null, files: readonly BadgeFile[]): BadgeFile[] =>
  files.filter(({ path, text }) => state?.entries.get(path)?.sha !== blobSha(text));

/** The id that git gives to a file with this text. */
function blobSha(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** A folder where a file belongs, or the other way round: writing would delete what somebody else has put there. */
function obstacleTo(files: readonly BadgeFile[], { entries }: BranchState): string | null {
  for (const { path } of files) {
    if (entries.get(path)?.type === "tree") return path;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const type = entries.get(folder)?.type;
    if (type !== undefined && type !== "tree") return folder;
  }
  return null;
}

const statusOf = (error: unknown): number =>
  typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;

/** A race, or a rule of the repository: only another look tells. */
const isRefusal = (error: unknown): boolean => statusOf(error) === 409 || statusOf(error) === 422;

const isWorthRepeating = (error: unknown): boolean => isRefusal(error) || statusOf(error) >= 500;

function reason(error: unknown): string {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if ((status === 403 || status === 404) && !/rate limit/i.test(message)) {
    return [
      "the token may not write to the branch. The verdict does not depend on it. To get the badges, add to the job:",
      "",
      "permissions:",
      "  contents: write",
    ].join("\n");
  }
  if (!isRefusal(error)) return message;
  return `GitHub does not take the commit (${message.split("\n", 1)[0]}). badge-branch has to be a branch that no rule protects.`;
}
