import type { Token } from "./access.js";
import type { Addresses } from "./addresses.js";
import { notFound } from "./api-error.js";
import type { PullRequest } from "./pull-request.js";
import type { Repository } from "./repository.js";
import type { State } from "./state.js";

/** One request to one operation, read and found to be allowed. */
export class Call {
  constructor(
    readonly state: State,
    readonly addresses: Addresses,
    readonly token: Token,
    readonly path: string,
    readonly parameters: Readonly<Record<string, string>>,
    readonly query: URLSearchParams,
    readonly body: Readonly<Record<string, unknown>>,
    readonly accept: string,
  ) {}

  parameter(name: string): string {
    const value = this.parameters[name];
    if (value === undefined) throw new Error(`The operation has no path parameter ${name}`);
    return value;
  }

  /** A text of the body. One that GitHub's description requires is there: without it the request has been refused. */
  text(key: string, otherwise = ""): string {
    const value = this.body[key];
    return typeof value === "string" ? value : otherwise;
  }

  get repository(): Repository {
    const found = this.state.repositoryNamed(`${this.parameter("owner")}/${this.parameter("repo")}`);
    if (found === undefined) throw notFound();
    return found;
  }

  get pullRequest(): PullRequest {
    const number = this.parameters["pull_number"] ?? this.parameters["issue_number"];
    const found = this.repository.findPullRequest(Number(number));
    if (found === undefined) throw notFound();
    return found;
  }
}

export interface Reply {
  readonly status: number;
  /** Sent as JSON, unless it is bytes. */
  readonly body?: unknown;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 200,
  body,
  headers,
});

export const created = (body: unknown): Reply => ({ status: 201, body });

/** Operation id of GitHub's description → what the fake does. */
export type Routes = Readonly<Record<string, (call: Call) => Reply>>;
