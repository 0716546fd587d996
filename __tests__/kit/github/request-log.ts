import type { TokenKind } from "./access.js";

/** One request that the fake received. */
export interface LoggedRequest {
  readonly method: string;
  /** Decoded, without the base path and the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** `graphql` for GraphQL; undefined where GitHub has no such operation. */
  readonly operationId: string | undefined;
  /** Undefined if the request brought no token, or one that the test did not make. */
  readonly token: TokenKind | undefined;
  readonly userAgent: string;
  /** Whether it asks for a change; a GraphQL query is a POST and no write. */
  readonly isWrite: boolean;
  /** 0 if the connection was ended without an answer. */
  readonly status: number;
}
