import { GraphQLError } from "graphql";

export interface ConnectionArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly after?: string | null;
}

const MOST_NODES = 100;

const cursorOf = (index: number) => Buffer.from(`cursor:v2:${index}`).toString("base64");

/** The part of a list that the arguments ask for, with GitHub's rules about them. */
export function connection<Node>(
  name: string,
  nodes: readonly Node[],
  { first, last, before, after }: ConnectionArguments,
) {
  if (first == null && last == null) {
    throw new GraphQLError(
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
      { extensions: { type: "MISSING_PAGINATION_BOUNDARIES" } },
    );
  }
  const wanted = Math.max(first ?? 0, last ?? 0);
  if (wanted > MOST_NODES) {
    throw new GraphQLError(
      `Requesting ${wanted} records on the \`${name}\` connection exceeds the \`first\` limit of ${MOST_NODES} records.`,
      { extensions: { type: "EXCESSIVE_PAGINATION" } },
    );
  }
  const indexes = nodes.map((_, index) => index);
  let from = after == null ? 0 : indexes.findIndex((index) => cursorOf(index) === after) + 1;
  let to = before == null ? nodes.length : indexes.findIndex((index) => cursorOf(index) === before);
  if (first != null) to = Math.min(to, from + first);
  if (last != null) from = Math.max(from, to - last);
  const shown = nodes.slice(from, to);
  return {
    totalCount: nodes.length,
    nodes: shown,
    edges: shown.map((node, index) => ({ node, cursor: cursorOf(from + index) })),
    pageInfo: {
      startCursor: shown.length > 0 ? cursorOf(from) : null,
      endCursor: shown.length > 0 ? cursorOf(to - 1) : null,
      hasNextPage: to < nodes.length,
      hasPreviousPage: from > 0,
    },
  };
}
