import { createHash } from "node:crypto";
import { badgeFiles, type BadgeFile } from "../../render/index.js";
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
export const badgePublisher = (branch: BadgeBranch, { url, isDryRun }: BadgeBranchOptions): Publisher => ({
  name: "badge-branch",
  async publish(report) {
    const files = badgeFiles(report);
    if (files.length === 0) return skipped("there is no plan");
    let refused: Refused | null = null;
    for (let attempt = 1; ; attempt++) {
      const state = await branch.read();
      // Nobody was quicker: the refusal is meant, and would come again.
      if (refused !== null && isRefusal(refused.error) && refused.on === state?.commit) return failed(refused.error);
      // In this order: whoever publishes for a newer commit after `read` makes `write` fail.
      if (!(await branch.isCurrent())) return skipped("the run for the newest commit of the default branch publishes");
      const changed = files.filter(({ path, text }) => state?.entries.get(path)?.sha !== blobSha(text));
      // After an unclear answer, what was written is there.
      if (changed.length === 0) return refused === null ? skipped("the badges are up to date") : published(url);
      const obstacle = obstacleTo(changed, state);
      if (obstacle !== undefined) return { outcome: "failed", because: `${obstacle} on the branch is in the way` };
      if (isDryRun) return skipped(`this is a dry run; it would write ${changed.map(({ path }) => path).join(", ")}`);
      try {
        await branch.write(state, changed);
        return published(url);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !(isRefusal(error) || statusOf(error) >= 500)) return failed(error);
        refused = { error, on: state?.commit };
      }
    }
  },
});

/** What went wrong in writing, and on top of which commit. */
interface Refused {
  readonly error: unknown;
  readonly on: string | undefined;
}

/** The id that git gives to a file with this text. */
function blobSha(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** A folder where a file belongs, or the other way round: writing would delete what somebody else has put there. */
function obstacleTo(files: readonly BadgeFile[], state: BranchState | null): string | undefined {
  for (const { path } of files) {
    if (state?.entries.get(path)?.type === "tree") return path;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if ((state?.entries.get(folder)?.type ?? "tree") !== "tree") return folder;
  }
  return undefined;
}

const skipped = (because: string): Publication => ({ outcome: "skipped", because });
const published = (where: string): Publication => ({ outcome: "published", where });
const failed = (error: unknown): Publication => ({ outcome: "failed", because: reason(error) });

const statusOf = (error: unknown): number =>
  typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;

/** A race, or a rule of the repository: only another look tells. */
const isRefusal = (error: unknown): boolean => statusOf(error) === 409 || statusOf(error) === 422;

function reason(error: unknown): string {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if ((status === 403 || status === 404) && !/rate limit/i.test(message)) {
    return "the token may not write to the branch; the job needs `permissions:` with `contents: write`";
  }
  if (!isRefusal(error)) return message;
  return `GitHub refuses the commit (${message.split("\n", 1)[0]}); badge-branch needs a branch that no rule protects`;
}
