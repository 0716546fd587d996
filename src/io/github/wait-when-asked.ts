import { setTimeout as sleep } from "node:timers/promises";

const LONGEST_WAIT_SECONDS = 60;
/** What GitHub recommends where it names a secondary limit and no time. */
const UNNAMED_WAIT_SECONDS = 60;

interface Options {
  readonly onWait: (seconds: number, why: string) => void;
  readonly wait?: (seconds: number) => Promise<unknown>;
  readonly now?: () => number;
}

/**
 * A hook around Octokit's requests. Where GitHub refuses one for now (429, or 403 with a rate limit as its reason) and
 * the time until it may be sent again is at most a minute, it is sent again after that time, once. A refused request
 * has had no effect, so this is right for writes as well.
 */
export const waitWhenAsked =
  ({ onWait, wait = (seconds) => sleep(seconds * 1000), now = Date.now }: Options) =>
  async <Request, Response>(send: (request: Request) => Response | Promise<Response>, request: Request) => {
    try {
      return await send(request);
    } catch (error) {
      const seconds = secondsToWait(error, now());
      if (seconds === null || seconds > LONGEST_WAIT_SECONDS) throw error;
      onWait(seconds, (error as Error).message);
      await wait(seconds);
      return send(request);
    }
  };

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/** Seconds after which GitHub will take the request; null when it is not refused for a while but for good. */
export function secondsToWait(error: unknown, nowMilliseconds: number): number | null {
  const { status, message, response } = error as Partial<Refusal>;
  if (status !== 403 && status !== 429) return null;
  const headers = response?.headers ?? {};
  const retryAfter = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(retryAfter)) return Math.max(0, retryAfter);
  if (String(headers["x-ratelimit-remaining"]) === "0") {
    const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
    // One more second, because the reset is given in whole ones.
    if (Number.isFinite(reset)) return Math.max(0, Math.ceil(reset - nowMilliseconds / 1000) + 1);
  }
  return status === 429 || /\bsecondary rate\b/i.test(message ?? "") ? UNNAMED_WAIT_SECONDS : null;
}
