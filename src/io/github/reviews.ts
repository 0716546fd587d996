import type { OwnThread, Reviews } from "../publish/suggestions.js";
import type { Client } from "./client.js";

const PAGE = 100;

const READ = `
  query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        reviewThreads(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            path line startLine isOutdated isResolved
            comments(first: 1) { totalCount nodes { id url body minimizedReason viewerDidAuthor } }
          }
        }
      }
    }
  }`;

const UPDATE = `
  mutation ($id: ID!, $body: String!) {
    updatePullRequestReviewComment(input: { pullRequestReviewCommentId: $id, body: $body }) { clientMutationId }
  }`;

const MINIMIZE = `
  mutation ($id: ID!, $because: ReportedContentClassifiers!) {
    minimizeComment(input: { subjectId: $id, classifier: $because }) { clientMutationId }
  }`;

interface Page {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly reviewThreads: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly nodes: readonly ThreadNode[];
      };
    };
  };
}

interface ThreadNode {
  readonly path: string;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly isOutdated: boolean;
  readonly isResolved: boolean;
  /** The first one only. */
  readonly comments: { readonly totalCount: number; readonly nodes: readonly CommentNode[] };
}

interface CommentNode {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly minimizedReason: string | null;
  readonly viewerDidAuthor: boolean;
}

/** The reviews of a pull request. Whose they are is GitHub's answer for the token in use. */
export function gitHubReviews(client: Client, repository: { owner: string; repo: string }, number: number): Reviews {
  return {
    async patches(paths) {
      const found = new Map<string, string>();
      const wanted = new Set(paths);
      const pages = client.paginate.iterator(client.pulls.listFiles, {
        ...repository,
        pull_number: number,
        per_page: PAGE,
      });
      for await (const { data } of pages) {
        for (const { filename, patch } of data) {
          // GitHub leaves the patch out where it is too large to show, or the file is not text.
          if (wanted.delete(filename) && patch !== undefined) found.set(filename, patch);
        }
        if (wanted.size === 0) break;
      }
      return found;
    },

    async read() {
      const own: OwnThread[] = [];
      for (let after: string | null = null; ;) {
        const page: Page = await client.graphql<Page>(READ, { ...repository, number, after });
        const { headRefOid, reviewThreads } = page.repository.pullRequest;
        own.push(...reviewThreads.nodes.flatMap(ownThread));
        if (!reviewThreads.pageInfo.hasNextPage) return { headSha: headRefOid, own };
        after = reviewThreads.pageInfo.endCursor;
      }
    },

    async create(headSha, body, comments) {
      const { data } = await client.pulls.createReview({
        ...repository,
        pull_number: number,
        commit_id: headSha,
        event: "COMMENT",
        body,
        comments: comments.map(({ path, startLine, line, body: text }) => ({
          path,
          line,
          side: "RIGHT",
          ...(startLine < line && { start_line: startLine, start_side: "RIGHT" }),
          body: text,
        })),
      });
      return data.html_url;
    },

    async update({ nodeId }, body) {
      await client.graphql(UPDATE, { id: nodeId, body });
    },

    async minimize({ nodeId }, because) {
      await client.graphql(MINIMIZE, { id: nodeId, because });
    },
  };
}

function ownThread({ path, line, startLine, isOutdated, isResolved, comments }: ThreadNode): OwnThread[] {
  const [first] = comments.nodes;
  if (!first?.viewerDidAuthor) return [];
  const { id, url, body, minimizedReason } = first;
  return [
    {
      nodeId: id,
      url,
      body,
      path,
      line: isOutdated ? null : line,
      startLine: isOutdated ? null : startLine,
      isResolved,
      minimizedReason: minimizedReason?.toLowerCase() ?? null,
      hasReplies: comments.totalCount > 1,
    },
  ];
}
