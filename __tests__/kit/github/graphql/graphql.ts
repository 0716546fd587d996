import {
  type DefinitionNode,
  type DocumentNode,
  execute,
  type GraphQLFieldResolver,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
} from "graphql";
import { type Asked, rootFields } from "./resolvers.js";
import { githubSchema } from "./schema.js";

export interface GraphqlAnswer {
  readonly body: unknown;
  readonly isWrite: boolean;
  /** What GitHub would not understand, or this fake does not know. */
  readonly violations: readonly string[];
}

interface GraphqlRequest {
  readonly query?: unknown;
  readonly variables?: unknown;
}

/** Answers a GraphQL request as GitHub does: with status 200, whatever went wrong inside. */
export async function answerGraphql(asked: Asked, request: GraphqlRequest): Promise<GraphqlAnswer> {
  const violations: string[] = [];
  const refuse = (message: string): GraphqlAnswer => ({
    body: { errors: [{ message }] },
    isWrite: false,
    violations: [`graphql: ${message}`],
  });
  if (typeof request.query !== "string") return refuse("A query attribute must be specified and must be a string.");
  let checked: CheckedQuery;
  try {
    checked = checkedQuery(request.query);
  } catch (error) {
    return refuse(String(error));
  }
  const schema = githubSchema();
  const { document, mistakes } = checked;
  if (mistakes.length > 0) {
    return {
      body: { errors: mistakes.map(githubError) },
      isWrite: false,
      violations: mistakes.map(({ message }) => `graphql: ${message}`),
    };
  }
  const result = await execute({
    schema,
    document,
    rootValue: rootFields(asked),
    variableValues: (request.variables ?? {}) as Record<string, unknown>,
    fieldResolver: knownField(violations),
  });
  return {
    body: {
      ...(result.data !== undefined && { data: result.data }),
      ...(result.errors && { errors: result.errors.map(githubError) }),
    },
    isWrite: document.definitions.some(isMutation),
    violations,
  };
}

interface CheckedQuery {
  readonly document: DocumentNode;
  readonly mistakes: readonly GraphQLError[];
}

const checkedQueries = new Map<string, CheckedQuery>();

/** Programs send the same few queries again and again, and the schema is large. */
function checkedQuery(query: string): CheckedQuery {
  const known = checkedQueries.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  const checked = { document, mistakes: validate(githubSchema(), document) };
  checkedQueries.set(query, checked);
  return checked;
}

/** A field that GitHub has and the fake has not would read as null; it must be seen instead. */
function knownField(violations: string[]): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, { fieldName, parentType }) => {
    const holder = source as Record<string, unknown>;
    if (!(fieldName in holder)) {
      const message = `The fake does not know ${parentType.name}.${fieldName}`;
      violations.push(`graphql: ${message}`);
      throw new GraphQLError(message);
    }
    const value = holder[fieldName];
    return typeof value === "function" ? (value as (given: unknown) => unknown)(args) : value;
  };
}

const isMutation = (part: DefinitionNode) =>
  part.kind === Kind.OPERATION_DEFINITION && part.operation === OperationTypeNode.MUTATION;

/** GitHub writes the kind of an error beside its message, not among the extensions. */
function githubError({ message, path, locations, extensions }: GraphQLError) {
  const { type } = extensions;
  return { ...(type !== undefined && { type }), ...(path && { path }), ...(locations && { locations }), message };
}
