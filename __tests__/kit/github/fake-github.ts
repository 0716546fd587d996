import { ACTIONS_BOT } from "./account.js";
import type { Token, TokenKind } from "./access.js";
import type { Addresses } from "./addresses.js";
import type { Fault } from "./fault.js";
import { Repository, type RepositoryOptions } from "./repository.js";
import type { LoggedRequest } from "./request-log.js";
import { FakeServer } from "./server.js";
import { State } from "./state.js";

export interface FakeGitHubOptions {
  /** `/api/v3` makes it an Enterprise Server. */
  readonly basePath?: string;
  /** Its first instant. */
  readonly now?: string;
  /** Its first id. GraphQL's `databaseId` breaks above 2147483647, where GitHub's comments have long been. */
  readonly firstId?: number;
}

/**
 * A GitHub on 127.0.0.1 with repositories, pull requests and comments, for one test. Requests and answers are compared
 * with GitHub's own descriptions; what does not fit, or what this GitHub does not know, is a violation.
 */
export class FakeGitHub {
  readonly state: State;
  private readonly server: FakeServer;

  private constructor({ basePath = "", now = "2026-01-05T09:00:00Z", firstId = 1_900_000_001 }: FakeGitHubOptions) {
    this.state = new State({ now, firstId });
    this.server = new FakeServer(this.state, basePath);
  }

  static async start(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
    const github = new FakeGitHub(options);
    await github.server.listen();
    return github;
  }

  close(): Promise<void> {
    return this.server.close();
  }

  get addresses(): Addresses {
    return this.server.addresses;
  }

  /** Makes a repository with one commit on its default branch. */
  repository(fullName: string, options: RepositoryOptions = {}): Repository {
    return new Repository(this.state, fullName, options);
  }

  /** Deletes a repository; pull requests from it stay, without a head repository. */
  delete(repository: Repository): void {
    this.state.repositories.delete(repository.fullName.toLowerCase());
    for (const other of this.state.repositories.values()) {
      for (const pullRequest of other.pullRequests) {
        if (pullRequest.headRepository === repository) pullRequest.headRepository = null;
      }
    }
  }

  /** Makes a token known; it acts as the workflow's bot, unless another account is named. */
  token(value: string, kind: TokenKind, login: string = ACTIONS_BOT): Token {
    const token = { kind, login, used: 0 };
    this.server.tokens.set(value, token);
    return token;
  }

  fault(fault: Fault): void {
    this.server.faults.add(fault);
  }

  /** Every request so far, in the order of the answers. */
  get requests(): readonly LoggedRequest[] {
    return this.server.requests;
  }

  /** Requests that asked for a change, whether or not they were allowed to. */
  get writes(): readonly LoggedRequest[] {
    return this.requests.filter(({ isWrite }) => isWrite);
  }

  /** What in the requests, or in this GitHub's answers, does not fit GitHub's descriptions. */
  get violations(): readonly string[] {
    return this.server.violations;
  }

  /** Fails the test if anything did not fit. */
  expectNoViolations(): void {
    if (this.violations.length === 0) return;
    throw new Error(`Not as GitHub describes it:\n${this.violations.map((violation) => `- ${violation}`).join("\n")}`);
  }
}
