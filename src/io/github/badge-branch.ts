import type { BadgeBranch } from "../publish/badge-branch.js";
import type { Client } from "./client.js";

export interface BadgeBranchPlace {
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
  readonly defaultBranch: string;
  /** The commit of the default branch that was judged. */
  readonly headSha: string;
}

/** A branch behind GitHub's git data API: three requests to write, none of which can undo another's commit. */
export function gitHubBadgeBranch(client: Client, place: BadgeBranchPlace): BadgeBranch {
  const { owner, repo, branch, defaultBranch, headSha } = place;
  const repository = { owner, repo };

  const tipOf = async (name: string): Promise<string | null> => {
    try {
      const { data } = await client.git.getRef({ ...repository, ref: `heads/${name}` });
      return data.object.sha;
    } catch (error) {
      if ((error as { status?: number }).status === 404) return null;
      throw error;
    }
  };

  return {
    async read() {
      const commit = await tipOf(branch);
      if (commit === null) return null;
      const { data } = await client.git.getTree({ ...repository, tree_sha: commit, recursive: "1" });
      if (data.truncated)
        throw new Error(`${branch} holds more files than GitHub lists at once; choose another branch`);
      return {
        commit,
        tree: data.sha,
        entries: new Map(data.tree.map(({ path, type, sha }) => [path, { type, sha }])),
      };
    },

    isCurrent: async () => (await tipOf(defaultBranch)) === headSha,

    async write(state, files) {
      const { data: tree } = await client.git.createTree({
        ...repository,
        ...(state && { base_tree: state.tree }),
        tree: files.map(({ path, text }) => ({ path, mode: "100644", type: "blob", content: text })),
      });
      const { data: commit } = await client.git.createCommit({
        ...repository,
        message: `Update badges for ${headSha.slice(0, 7)}`,
        tree: tree.sha,
        parents: state ? [state.commit] : [],
      });
      if (state) await client.git.updateRef({ ...repository, ref: `heads/${branch}`, sha: commit.sha, force: false });
      else await client.git.createRef({ ...repository, ref: `refs/heads/${branch}`, sha: commit.sha });
    },
  };
}
