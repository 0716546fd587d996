import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { acceptedPermissions, mayAccess, type Token } from "./access.js";
import type { Addresses } from "./addresses.js";
import { ApiError, forbidden } from "./api-error.js";
import { type Fault, Faults } from "./fault.js";
import { answerGraphql } from "./graphql/graphql.js";
import { limits } from "./limits.js";
import { OpenApiCheck, type RequestMistake } from "./openapi-check.js";
import type { Edition, MatchedOperation } from "./openapi-description.js";
import type { LoggedRequest } from "./request-log.js";
import { Call, type Reply } from "./route.js";
import { routes } from "./routes/index.js";
import type { State } from "./state.js";

interface ReceivedRequest {
  readonly method: string;
  /** Without the base path, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined if there is none. */
  readonly body: unknown;
  readonly accept: string;
  readonly token: Token | undefined;
}

interface Answer extends Reply {
  readonly operationId: string | undefined;
  readonly isWrite: boolean;
}

// A description and its compiled schemas are the same for every fake of a process.
const sharedChecks = new Map<Edition, OpenApiCheck>();

function checkFor(edition: Edition): OpenApiCheck {
  const check = sharedChecks.get(edition) ?? new OpenApiCheck(edition);
  sharedChecks.set(edition, check);
  return check;
}

/** The loopback server in front of the state: it checks, refuses, spoils and logs. */
export class FakeServer {
  readonly requests: LoggedRequest[] = [];
  readonly violations: string[] = [];
  readonly faults = new Faults();
  readonly tokens = new Map<string, Token>();
  private readonly check: OpenApiCheck;
  private readonly server: Server;
  private open: Addresses | undefined;

  constructor(
    private readonly state: State,
    private readonly basePath: string,
  ) {
    this.check = checkFor(basePath === "" ? "github.com" : "enterprise");
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        this.violations.push(`the fake failed on ${request.method} ${request.url}: ${(error as Error).stack}`);
        response.writeHead(500).end();
      });
    });
  }

  get addresses(): Addresses {
    if (this.open === undefined) throw new Error("The fake is not listening yet");
    return this.open;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const server = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.open = { server, api: `${server}${this.basePath}`, graphql: `${server}${this.graphqlPath}` };
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** An Enterprise Server has GraphQL beside `/api/v3`, not below it. */
  private get graphqlPath(): string {
    return this.basePath === "" ? "/graphql" : this.basePath.replace(/\/v3$/, "/graphql");
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? "/", this.addresses.server);
    const isGraphql = url.pathname === this.graphqlPath;
    const below = url.pathname.startsWith(`${this.basePath}/`);
    const request: ReceivedRequest = {
      method: incoming.method ?? "GET",
      path: isGraphql ? "/graphql" : url.pathname.slice(below ? this.basePath.length : 0),
      query: url.searchParams,
      body: await readBody(incoming),
      accept: mediaType(incoming.headers.accept),
      token: this.tokenOf(incoming.headers.authorization),
    };
    const path = decodeURIComponent(request.path);
    const fault = this.faults.take(request.method, path, graphqlQuery(request.body));
    if (fault?.delayMilliseconds !== undefined) await wait(fault.delayMilliseconds);
    fault?.meanwhile?.();
    const answer = await this.answer(request, fault, below || isGraphql);
    const spoilt = fault === undefined ? answer : { ...answer, ...spoiling(fault) };
    this.requests.push({
      method: request.method,
      path,
      query: Object.fromEntries(request.query),
      body: request.body,
      operationId: answer.operationId,
      token: request.token?.kind,
      userAgent: incoming.headers["user-agent"] ?? "",
      isWrite: answer.isWrite,
      status: fault?.reset === true ? 0 : spoilt.status,
    });
    if (fault?.reset === true) {
      incoming.socket.destroy();
      return;
    }
    this.send(response, request, spoilt, incoming.headers["if-none-match"]);
  }

  private async answer(request: ReceivedRequest, fault: Fault | undefined, isApi: boolean): Promise<Answer> {
    const spoilt = fault?.reset === true || fault?.status !== undefined;
    const isIgnored = spoilt && fault?.takesEffect !== true;
    if (request.token) request.token.used += 1;
    if (request.path === "/graphql") return this.answerGraphql(request, isIgnored);
    const matched = isApi ? this.check.description.match(request.method, request.path) : undefined;
    const isWrite = request.method !== "GET";
    if (matched === undefined) {
      this.violations.push(
        `${request.method} ${request.path}: no operation that the fake's slice of GitHub's API holds`,
      );
      return { ...refusal(new ApiError(404, "Not Found")), operationId: undefined, isWrite };
    }
    const { operationId } = matched;
    const about = (violation: string) =>
      this.violations.push(`${operationId} (${request.method} ${request.path}) ${violation}`);
    const mistakes = this.check.request(matched, request);
    for (const { message } of mistakes) about(message);
    if (isIgnored) return { status: 0, operationId, isWrite };
    const refused = mistakes.filter(({ isIgnoredByGitHub }) => !isIgnoredByGitHub);
    const reply = refused.length > 0 ? refusedMistakes(refused) : this.reply(request, matched);
    const checked = { status: reply.status, mediaType: reply.mediaType ?? "application/json", body: reply.body };
    for (const violation of this.check.reply(matched, checked)) about(violation);
    return { ...reply, operationId, isWrite };
  }

  private reply(request: ReceivedRequest, { operationId, pathParameters }: MatchedOperation): Reply {
    const { token, accept } = request;
    const route = routes[operationId];
    if (route === undefined) throw new Error(`The fake has no route for ${operationId}`);
    try {
      if (token === undefined) throw new ApiError(401, "Requires authentication");
      if (token.kind === "none") throw new ApiError(401, "Bad credentials");
      const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
      const call = new Call(
        this.state,
        this.addresses,
        token,
        request.path,
        pathParameters,
        request.query,
        body,
        accept,
      );
      const wanted = request.method === "GET" ? "read" : "write";
      const isPrivate = "owner" in pathParameters && call.repository.isPrivate;
      if (!mayAccess(token.kind, operationId, wanted, isPrivate)) {
        throw forbidden(acceptedPermissions(operationId).map((permission) => `${permission}=${wanted}`));
      }
      const reply = route(call);
      this.expectKnownMediaType(operationId, accept, reply);
      return reply;
    } catch (error) {
      if (error instanceof ApiError) return refusal(error);
      throw error;
    }
  }

  /** A media type that GitHub would honour and the fake does not must not go by as JSON. */
  private expectKnownMediaType(operationId: string, accept: string, { mediaType: sent }: Reply): void {
    const isJson =
      accept === "" || accept === "*/*" || /^application\/(json|vnd\.github(\.v3)?(\+json)?)$/.test(accept);
    const isOwn = /^application\/vnd\.github\.[a-z-]+-preview(\+json)?$/.test(accept);
    if (!isJson && !isOwn && sent !== accept) {
      this.violations.push(`${operationId}: the fake does not answer it as ${accept}`);
    }
  }

  private async answerGraphql({ token, body }: ReceivedRequest, isIgnored: boolean): Promise<Answer> {
    const operationId = "graphql";
    const isWrite =
      typeof body === "object" && /^\s*mutation\b/.test(String((body as { query?: string } | null)?.query));
    if (isIgnored) return { status: 0, operationId, isWrite };
    if (token === undefined || token.kind === "none") {
      return { ...refusal(new ApiError(401, "Bad credentials")), operationId, isWrite };
    }
    const asked = { state: this.state, addresses: this.addresses, token };
    const answer = await answerGraphql(asked, body ?? {});
    this.violations.push(...answer.violations);
    return { status: 200, body: answer.body, operationId, isWrite: answer.isWrite };
  }

  private send(
    response: ServerResponse,
    { token, method }: ReceivedRequest,
    reply: Reply,
    knownTag: string | undefined,
  ): void {
    const content = contentOf(reply);
    const etag = `"${createHash("sha256").update(content).digest("hex")}"`;
    const isUnchanged = method === "GET" && reply.status === 200 && knownTag?.replace(/^W\//, "") === etag;
    const headers = {
      ...(content !== "" && { "content-type": `${reply.mediaType ?? "application/json"}; charset=utf-8` }),
      ...(method === "GET" && reply.status === 200 && { etag }),
      "x-github-request-id": randomUUID(),
      ...(token && rateHeaders(token)),
      ...reply.headers,
    };
    response.writeHead(isUnchanged ? 304 : reply.status, headers).end(isUnchanged ? "" : content);
  }

  private tokenOf(authorization: string | undefined): Token | undefined {
    const value = /^(?:token|bearer) (.+)$/i.exec(authorization ?? "")?.[1];
    if (value === undefined) return undefined;
    return this.tokens.get(value) ?? { kind: "none", login: "", used: 0 };
  }
}

function graphqlQuery(body: unknown): string {
  const { query } = (typeof body === "object" ? (body ?? {}) : {}) as { query?: unknown };
  return typeof query === "string" ? query : "";
}

/** The parts of an answer that a fault replaces. */
function spoiling({ status, headers, body }: Fault): Partial<Reply> {
  if (status === undefined) return {};
  return {
    status,
    mediaType: "application/json",
    body: body ?? { message: "Injected by a test" },
    ...(headers && { headers }),
  };
}

const refusal = (error: ApiError): Reply => ({ status: error.status, body: error.body, headers: error.headers });

function contentOf({ body }: Reply): Buffer | string {
  if (body === undefined) return "";
  return Buffer.isBuffer(body) || typeof body === "string" ? body : JSON.stringify(body);
}

/** What GitHub says to a body or parameter that does not fit its description. */
const refusedMistakes = (mistakes: readonly RequestMistake[]): Reply =>
  refusal(new ApiError(422, `Invalid request.\n\n${mistakes.map(({ message }) => message).join("\n")}`));

const rateHeaders = ({ used }: Token) => ({
  "x-ratelimit-limit": String(limits.requestsPerHour),
  "x-ratelimit-remaining": String(Math.max(0, limits.requestsPerHour - used)),
  "x-ratelimit-used": String(used),
  "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
  "x-ratelimit-resource": "core",
});

/** The first media type of the list, which is the one GitHub goes by. */
const mediaType = (accept: string | undefined) => (accept ?? "").split(/[,;]/)[0]?.trim() ?? "";

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
