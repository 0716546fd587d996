/** Something that goes wrong, or happens meanwhile, on the requests it matches. */
export interface Fault {
  readonly method?: string;
  /** Matched against the decoded path without the base path, such as `/repos/octo/plans/pulls/1`. */
  readonly path?: RegExp;
  /** Matched against the query of a GraphQL request; no other request is met then. */
  readonly query?: RegExp;
  /** How many matching requests it meets; all of them, if left out. */
  readonly times?: number;
  /** How many matching requests pass unharmed before it begins. */
  readonly after?: number;

  readonly delayMilliseconds?: number;
  /** What other people do while the request is on its way: the other half of a race. */
  readonly meanwhile?: () => void;
  /** Lets the request take effect before the answer is spoilt, as a 502 of GitHub's may have. */
  readonly takesEffect?: boolean;
  /** Ends the connection without an answer. */
  readonly reset?: boolean;
  /** Answered in place of the true answer, if given. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The faults that a test has set up, in the order in which it did. */
export class Faults {
  private readonly waiting: { readonly fault: Fault; matched: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, matched: 0 });
  }

  /** The first fault that this request meets; it is counted. */
  take(method: string, path: string, query = ""): Fault | undefined {
    for (const entry of this.waiting) {
      const { fault } = entry;
      if (fault.method !== undefined && fault.method !== method) continue;
      if (fault.path !== undefined && !fault.path.test(path)) continue;
      if (fault.query !== undefined && !fault.query.test(query)) continue;
      entry.matched += 1;
      const first = (fault.after ?? 0) + 1;
      if (entry.matched >= first && entry.matched < first + (fault.times ?? Infinity)) return fault;
    }
    return undefined;
  }
}

/** Ready-made faults, with the headers and texts that GitHub sends. */
export const faults = {
  secondaryRateLimit: (retryAfterSeconds: number): Fault => ({
    status: 403,
    headers: { "retry-after": String(retryAfterSeconds) },
    body: {
      message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
      documentation_url:
        "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits",
    },
    times: 1,
  }),

  primaryRateLimit: (resetInSeconds: number): Fault => ({
    status: 403,
    headers: {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + resetInSeconds),
    },
    body: {
      message: "API rate limit exceeded for installation.",
      documentation_url: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api",
    },
    times: 1,
  }),

  badGateway: (times = 1): Fault => ({
    status: 502,
    headers: { "content-type": "text/html" },
    body: "<html><body>502 Bad Gateway</body></html>",
    times,
  }),
} satisfies Record<string, (number: number) => Fault>;
