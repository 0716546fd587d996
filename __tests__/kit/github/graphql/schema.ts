import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";

// The package exports only an entry that also reads five megabytes of JSON; the text beside it is enough.
const SDL = new URL("../../../../node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url);

let schema: GraphQLSchema | undefined;

/** GitHub's whole GraphQL schema. Reading it takes a noticeable time, so only the first query of a process pays for it. */
export function githubSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(SDL, "utf8"), { assumeValidSDL: true, noLocation: true });
  return schema;
}
