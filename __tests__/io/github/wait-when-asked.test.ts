import { describe, expect, it } from "@jest/globals";
import { secondsToWait, waitWhenAsked } from "../../../src/io/github/wait-when-asked.js";

const refusal = (status: number, headers: Record<string, string> = {}, message = "no") =>
  Object.assign(new Error(message), { status, response: { headers } });

const NOW = 1_000_000_000;

describe("how long GitHub asks to wait", () => {
  it.each([
    ["a 429 with a time", refusal(429, { "retry-after": "3" }), 3],
    ["a 429 without one", refusal(429), 60],
    ["a secondary limit with a time", refusal(403, { "retry-after": "7" }), 7],
    ["a secondary limit without one", refusal(403, {}, "You have exceeded a secondary rate limit"), 60],
    ["a used-up limit", refusal(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1000005" }), 6],
    [
      "a limit that has been reset meanwhile",
      refusal(429, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "999900" }),
      0,
    ],
    [
      "a refusal for good",
      refusal(403, { "x-ratelimit-remaining": "17" }, "Resource not accessible by integration"),
      null,
    ],
    ["something that is not there", refusal(404, { "retry-after": "3" }), null],
    ["trouble of GitHub's", refusal(502), null],
    ["a lost connection", new Error("ECONNRESET"), null],
  ])("%s", (_, error, seconds) => {
    expect(secondsToWait(error, NOW)).toBe(seconds);
  });
});

describe("waiting when asked", () => {
  function hook(errors: Error[]) {
    const events: string[] = [];
    const send = (request: string) => {
      events.push(`send ${request}`);
      const error = errors.shift();
      return error === undefined ? Promise.resolve("answer") : Promise.reject(error);
    };
    const wrapped = waitWhenAsked({
      onWait: (seconds, why) => events.push(`told ${seconds} ${why}`),
      wait: (seconds) => Promise.resolve(events.push(`wait ${seconds}`)),
      now: () => NOW,
    });
    return { events, ask: () => wrapped(send, "request") };
  }

  it("sends once where nothing is wrong", async () => {
    const { events, ask } = hook([]);
    expect(await ask()).toBe("answer");
    expect(events).toEqual(["send request"]);
  });

  it("waits as long as asked, says so, and sends again", async () => {
    const { events, ask } = hook([refusal(429, { "retry-after": "2" }, "slow down")]);
    expect(await ask()).toBe("answer");
    expect(events).toEqual(["send request", "told 2 slow down", "wait 2", "send request"]);
  });

  it("waits once only", async () => {
    const { events, ask } = hook([refusal(429, { "retry-after": "2" }), refusal(429, { "retry-after": "2" })]);
    await expect(ask()).rejects.toMatchObject({ status: 429 });
    expect(events).toHaveLength(4);
  });

  it.each([refusal(429, { "retry-after": "61" }), refusal(403), refusal(500)])(
    "does not wait for %s",
    async (error) => {
      const { events, ask } = hook([error]);
      await expect(ask()).rejects.toBe(error);
      expect(events).toEqual(["send request"]);
    },
  );
});
