import { plural } from "../../render/shared/plural.js";

/** Counts what is sent to GitHub, each attempt of a request by itself. */
export interface Traffic {
  /** `body` is that of the request; of GraphQL it tells a query from a mutation. */
  count(method: string, url: string, body: unknown): void;
  /** `12 requests, 1 write`; null when nothing was sent. */
  readonly inWords: string | null;
  readonly requests: number;
}

export function countTraffic(): Traffic {
  let requests = 0;
  let writes = 0;
  return {
    count(method, url, body) {
      requests += 1;
      if (isWriting(method, url, body)) writes += 1;
    },
    get inWords() {
      return requests === 0 ? null : `${plural(requests, "request")}, ${plural(writes, "write")}`;
    },
    get requests() {
      return requests;
    },
  };
}

function isWriting(method: string, url: string, body: unknown): boolean {
  if (method === "GET" || method === "HEAD") return false;
  return !(url.endsWith("/graphql") && typeof body === "string" && /^\{"query":"(\s|\\n)*query\b/.test(body));
}
