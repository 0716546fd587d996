import { describe, expect, it } from "@jest/globals";
import { atMostAtOnce } from "../../../src/io/github/at-most-at-once.js";

describe("work side by side", () => {
  it("never exceeds the number, loses nothing, and goes on after a failure", async () => {
    const inTurn = atMostAtOnce(3);
    let running = 0;
    let most = 0;
    const work = (index: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, index % 3));
      running -= 1;
      if (index === 4) throw new Error("four");
      return index;
    };
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => inTurn(work(index))));
    expect(most).toBe(3);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(19);
  });
});
