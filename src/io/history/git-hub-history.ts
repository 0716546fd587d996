import type { Repository } from "../github/repository.js";
import { decodeDocument } from "../sources/decode-document.js";
import { SearchEnded, stretchAfter, type BaseHistory } from "./base-history.js";

/** Requests that the history of base may cost in one run, all plans together. */
const MOST_HISTORY_REQUESTS = 12;
const COMMITS_A_PAGE = 100;

interface Chain {
  /** Newest first. */
  readonly commits: readonly { readonly commit: string; readonly committed: string }[];
  readonly beyond: string | null;
}

/** What is left to spend; shared by all plans of a run. */
export interface HistoryBudget {
  requests: number;
}

export const historyBudget = (): HistoryBudget => ({ requests: MOST_HISTORY_REQUESTS });

/**
 * The history of a commit behind GitHub's API. GitHub's list of the commits of one file leaves merges out and names
 * the commits of their branches instead, which are older than the day they came to base; so all commits since the day
 * are listed, and followed along first parents.
 * @throws {SearchEnded} when a request would be one too many
 */
export function gitHubHistory(
  repository: Pick<Repository, "commitsSince" | "file" | "tree">,
  commit: string,
  documentsAmong: (paths: readonly string[]) => Promise<readonly string[]>,
  budget: HistoryBudget = historyBudget(),
): BaseHistory {
  const spend = (): void => {
    if (budget.requests === 0) throw new SearchEnded();
    budget.requests--;
  };
  let known: { readonly day: string; readonly chain: Chain } | undefined;
  const chainAfter = async (day: string): Promise<Chain> => {
    const listed = new Map<string, { committed: string; parents: readonly string[] }>();
    for (let page = 1; ; page++) {
      spend();
      const commits = await repository.commitsSince(commit, `${day}T23:59:59Z`, page, COMMITS_A_PAGE);
      for (const { sha, committed, parents } of commits) listed.set(sha, { committed, parents });
      if (commits.length < COMMITS_A_PAGE) break;
    }
    const chain: { commit: string; committed: string }[] = [];
    let at: string | null = commit;
    while (at !== null && listed.has(at)) {
      const { committed, parents }: { committed: string; parents: readonly string[] } = listed.get(at)!;
      chain.push({ commit: at, committed: committed.slice(0, 10) });
      at = parents[0] ?? null;
    }
    return { commits: chain, beyond: at };
  };
  return {
    after: async (day) => {
      if (known === undefined || day < known.day) known = { day, chain: await chainAfter(day) };
      return stretchAfter(day, known.chain.commits, known.chain.beyond);
    },
    document: async (path, at) => {
      spend();
      const bytes = await repository.file(path, at);
      return bytes && decodeDocument(path, bytes).document;
    },
    paths: async (at) => {
      spend();
      const files = await repository.tree(at);
      return documentsAmong(files.filter(({ mode }) => mode.startsWith("100")).map(({ path }) => path));
    },
  };
}
