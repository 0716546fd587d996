import type { Comments, OwnComment } from "../publish/comment.js";
import type { Client } from "./client.js";

const READ = `
  query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        comments(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { id fullDatabaseId url body isMinimized viewerDidAuthor createdAt }
        }
      }
    }
  }`;

const MINIMIZE = `
  mutation ($id: ID!) {
    minimizeComment(input: { subjectId: $id, classifier: DUPLICATE }) { clientMutationId }
  }`;

interface Page {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly comments: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly nodes: readonly CommentNode[];
      };
    };
  };
}

interface CommentNode {
  readonly id: string;
  readonly fullDatabaseId: string | number;
  readonly url: string;
  readonly body: string;
  readonly isMinimized: boolean;
  readonly viewerDidAuthor: boolean;
  readonly createdAt: string;
}

/**
 * The conversation of a pull request. Whose comments are ours is GitHub's answer for the token in use: no name of an
 * account would be right for every kind of token.
 */
export function gitHubComments(client: Client, repository: { owner: string; repo: string }, number: number): Comments {
  return {
    async read() {
      const own: CommentNode[] = [];
      for (let after: string | null = null; ;) {
        const page: Page = await client.graphql<Page>(READ, { ...repository, number, after });
        const { headRefOid, comments } = page.repository.pullRequest;
        own.push(...comments.nodes.filter(({ viewerDidAuthor }) => viewerDidAuthor));
        if (!comments.pageInfo.hasNextPage) return { headSha: headRefOid, own: own.sort(byAge).map(ownComment) };
        after = comments.pageInfo.endCursor;
      }
    },

    async create(body) {
      const { data } = await client.issues.createComment({ ...repository, issue_number: number, body });
      return { nodeId: data.node_id, id: String(data.id), url: data.html_url, body, isMinimized: false };
    },

    async update({ id }, body) {
      await client.issues.updateComment({ ...repository, comment_id: Number(id), body });
    },

    async minimize({ nodeId }) {
      await client.graphql(MINIMIZE, { id: nodeId });
    },
  };
}

const ownComment = ({ id, fullDatabaseId, url, body, isMinimized }: CommentNode): OwnComment => ({
  nodeId: id,
  id: String(fullDatabaseId),
  url,
  body,
  isMinimized,
});

const byAge = (a: CommentNode, b: CommentNode): number =>
  a.createdAt === b.createdAt
    ? Number(a.fullDatabaseId) - Number(b.fullDatabaseId)
    : a.createdAt < b.createdAt
      ? -1
      : 1;
