import { STATUS_CODES } from "node:http";
import { defaults, getUserAgentWithOrchestrationId } from "@actions/github/lib/utils";
import { retry } from "@octokit/plugin-retry";
import { Octokit } from "@octokit/rest";
import type { Traffic } from "./traffic.js";
import { waitWhenAsked } from "./wait-when-asked.js";

export type Client = Octokit;

export interface ClientOptions {
  readonly token: string;
  /** Where the API is; the runner's `GITHUB_API_URL` when left out. */
  readonly baseUrl?: string;
  /** Told before the client waits because GitHub asked it to. */
  readonly onWait: (seconds: number, why: string) => void;
  readonly debug: (text: string) => void;
  readonly traffic?: Traffic;
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
    request: { fetch: completeFetch(options) },
    retry: { doNotRetry: NOT_REPEATED, retries: 3 },
  });
  client.hook.before("request", (request) => {
    if (!isReading(request.method, request["query"])) request.request = { ...request.request, retries: 0 };
  });
  client.hook.wrap("request", waitWhenAsked({ onWait: options.onWait }));
  client.hook.error("request", (error) => {
    error.message = inOneLine(error);
    throw error;
  });
  return client;
}

const isReading = (method: string, query: unknown) =>
  method === "GET" || method === "HEAD" || (typeof query === "string" && /^\s*query\b/.test(query));

/**
 * Fetches within the time given to each attempt, body included. Octokit reads bodies with errors swallowed: a document
 * whose transfer broke off would be an empty one, and JSON that is none a text in its place.
 */
function completeFetch({ traffic, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: ClientOptions): typeof fetch {
  return async (url, init) => {
    traffic?.count(init?.method ?? "GET", url instanceof Request ? url.url : url.toString(), init?.body);
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const response = await runner.request.fetch(url, { ...init, signal });
      const { status, statusText } = response;
      const headers = [...response.headers];
      const body = await response.arrayBuffer();
      if (response.ok) expectMeant(new Headers(init?.headers).get("accept") ?? "", response.headers, body);
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
    } catch (error) {
      if (signal.aborted) {
        throw new Error(`it was not complete within ${timeoutMilliseconds / 1000} s`, { cause: error });
      }
      throw error;
    }
  };
}

/** What stands between us and GitHub may answer too, with a page of its own and the status 200. */
function expectMeant(accept: string, headers: Headers, body: ArrayBuffer): void {
  const type = (headers.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase();
  if (accept.includes(".raw")) {
    if (type === "text/html" || type === "application/json") {
      throw new Error(`the answer is ${type}, not the file that was asked for`);
    }
    return;
  }
  if (body.byteLength === 0) return;
  if (type !== "application/json") throw new Error(`the answer is ${type}, not the JSON that was asked for`);
  try {
    JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new Error("the answer is broken JSON");
  }
}

/** The first line of what GitHub says; where that is a page, what its status means; of a lost connection, that. */
function inOneLine(error: Error): string {
  const { status, response } = error as { status?: number; response?: unknown };
  const first = error.message.split("\n", 1)[0]!.trim();
  if (status === undefined || first.startsWith("no usable answer")) return error.message;
  if (response === undefined) return `no usable answer: ${first}`;
  return first === "" || /[<>]/.test(first) ? (STATUS_CODES[status] ?? "no explanation") : first;
}
