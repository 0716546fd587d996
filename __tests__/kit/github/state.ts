import { type Account, accountType, ACTIONS_BOT, ACTIONS_BOT_ID } from "./account.js";
import { Clock } from "./clock.js";
import type { Repository } from "./repository.js";

/** All that one fake GitHub remembers, apart from its tokens. */
export class State {
  readonly clock: Clock;
  readonly repositories = new Map<string, Repository>();
  /** Logins of accounts that are gone: GraphQL has no actor for what they did. */
  readonly deletedAccounts = new Set<string>();
  private readonly accounts = new Map<string, Account>();
  private lastId: number;

  constructor({ now, firstId }: { now: string; firstId: number }) {
    this.clock = new Clock(now);
    this.lastId = firstId - 1;
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** The account of this name; it comes into being when first named. */
  account(login: string): Account {
    let account = this.accounts.get(login);
    if (account === undefined) {
      account = { id: login === ACTIONS_BOT ? ACTIONS_BOT_ID : this.nextId(), login, type: accountType(login) };
      this.accounts.set(login, account);
    }
    return account;
  }

  /** GitHub does not distinguish case in names of repositories. */
  repositoryNamed(fullName: string): Repository | undefined {
    return this.repositories.get(fullName.toLowerCase());
  }
}

/** An id as GraphQL gives it: opaque, and telling the kind apart by its beginning. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(`fake:${kind}:${id}`).toString("base64url")}`;
}
