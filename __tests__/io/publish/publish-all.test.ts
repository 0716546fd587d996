import { describe, expect, it } from "@jest/globals";
import { publishAll } from "../../../src/io/publish/index.js";
import type { Publication, Publisher } from "../../../src/io/publish/publisher.js";
import { aReport } from "./a-report.js";

const publisher = (name: string, publication: Publication | Error): Publisher => ({
  name,
  publish: () => (publication instanceof Error ? Promise.reject(publication) : Promise.resolve(publication)),
});

function recorder() {
  const lines: string[] = [];
  return {
    lines,
    info: (text: string) => void lines.push(`info ${text}`),
    warning: (text: string) => void lines.push(`warning ${text}`),
  };
}

describe("publishing", () => {
  it("goes on after a failure of any kind, and warns once for each", async () => {
    const log = recorder();
    const outputs = await publishAll(
      [
        publisher("one", new Error("broken")),
        publisher("two", { outcome: "failed", because: "not allowed" }),
        publisher("three", { outcome: "published", where: "there", outputs: { "comment-id": "7" } }),
        publisher("four", { outcome: "skipped", because: "all is said", outputs: { "report-file": "r.json" } }),
      ],
      aReport(),
      log,
    );
    expect(outputs).toEqual({ "comment-id": "7", "report-file": "r.json" });
    expect(log.lines).toEqual([
      "warning one failed: broken",
      "warning two failed: not allowed",
      "info three: published, see there",
      "info four: not published, because all is said",
    ]);
  });

  it("calls publishers as methods, one after the other", async () => {
    const order: string[] = [];
    const slow: Publisher = {
      name: "slow",
      async publish() {
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(this.name);
        return { outcome: "published", where: "" };
      },
    };
    const fast: Publisher = {
      ...slow,
      name: "fast",
      publish: () => (order.push("fast"), Promise.reject(new Error("x"))),
    };
    await publishAll([slow, fast], aReport(), recorder());
    expect(order).toEqual(["slow", "fast"]);
  });
});
