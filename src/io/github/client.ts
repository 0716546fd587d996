import { defaults, getUserAgentWithOrchestrationId } from "@actions/github/lib/utils";
import { retry } from "@octokit/plugin-retry";
import { Octokit } from "@octokit/rest";
import { waitWhenAsked } from "./wait-when-asked.js";

export type Client = Octokit;

export interface ClientOptions {
  readonly token: string;
  /** Where the API is; the runner's `GITHUB_API_URL` when left out. */
  readonly baseUrl?: string;
  /** Told before the client waits because GitHub asked it to. */
  readonly onWait: (seconds: number, why: string) => void;
  readonly debug: (text: string) => void;
  /** Milliseconds after which one attempt of a request is given up. */
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 30_000;

// A 429 is not for this plugin, which would ignore what Retry-After says.
const NOT_REPEATED = [400, 401, 403, 404, 410, 422, 429, 451];

// Goes through the proxy that the runner's environment names; the one of Octokit's own does not.
const runner = defaults as { baseUrl: string; request: { fetch: typeof globalThis.fetch } };

const PatientOctokit = Octokit.plugin(retry);

/**
 * A client for GitHub's API that goes through the runner's proxy and to the runner's server. Reading is repeated when
 * GitHub stumbles; writing is not, because an unclear answer may hide a success. When GitHub asks to wait, it waits
 * once, up to a minute.
 */
export function createClient(options: ClientOptions): Client {
  const userAgent = getUserAgentWithOrchestrationId("plan-gate");
  const client = new PatientOctokit({
    auth: options.token,
    baseUrl: options.baseUrl ?? runner.baseUrl,
    userAgent: userAgent ?? "plan-gate",
    // Octokit prints to the console by itself otherwise, addresses with names from the pull request included.
    log: { debug: () => undefined, info: options.debug, warn: options.debug, error: options.debug },
    request: { fetch: completeFetch(runner.request.fetch, options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS) },
    retry: { doNotRetry: NOT_REPEATED, retries: 3 },
  });
  client.hook.before("request", (request) => {
    if (!isReading(request.method, request["query"])) request.request = { ...request.request, retries: 0 };
  });
  client.hook.wrap("request", waitWhenAsked({ onWait: options.onWait }));
  return client;
}

const isReading = (method: string, query: unknown) =>
  method === "GET" || method === "HEAD" || (typeof query === "string" && /^\s*query\b/.test(query));

/**
 * Fetches within the time given to each attempt, body included. Octokit reads bodies with errors swallowed: a document
 * whose transfer broke off would be an empty one.
 */
function completeFetch(fetch: typeof globalThis.fetch, milliseconds: number): typeof globalThis.fetch {
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(milliseconds) });
    const { status, statusText } = response;
    const headers = [...response.headers];
    const body = await response.arrayBuffer();
    return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
  };
}
