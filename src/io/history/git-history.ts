import { gitRevision } from "../sources/git-revision.js";
import { runGit } from "../sources/run-git.js";
import { stretchAfter, type BaseHistory } from "./base-history.js";

/** The history of a revision in the repository at `root`, along first parents. */
export function gitHistory(
  root: string,
  ref: string,
  documentsAmong: (paths: readonly string[]) => Promise<readonly string[]>,
): BaseHistory {
  let chain: ReturnType<typeof firstParents> | undefined;
  return {
    after: async (day) => {
      const { commits, isComplete } = await (chain ??= firstParents(root, ref));
      const stretch = stretchAfter(day, commits, null);
      return stretch.before === null && !isComplete ? null : stretch;
    },
    document: async (path, commit) => (await (await gitRevision(root, commit)).read([path])).documents[0] ?? null,
    paths: async (commit) => documentsAmong(await (await gitRevision(root, commit)).list()),
  };
}

interface Chain {
  readonly commits: readonly { readonly commit: string; readonly committed: string }[];
  /** False for a shallow clone, whose oldest commits had parents once. */
  readonly isComplete: boolean;
}

async function firstParents(root: string, ref: string): Promise<Chain> {
  const shallow = await runGit(root, ["rev-parse", "--is-shallow-repository"]);
  const log = await runGit(root, ["log", "--first-parent", "--format=%H %ct", "--end-of-options", ref, "--"]);
  const commits = log.stdout
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [commit = "", seconds = ""] = line.split(" ");
      return { commit, committed: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) };
    });
  return { commits, isComplete: log.exitCode === 0 && shallow.stdout.toString("utf8").trim() === "false" };
}
