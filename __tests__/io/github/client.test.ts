import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createClient } from "../../../src/io/github/client.js";
import { gitHubRepository } from "../../../src/io/github/repository.js";

describe("the client of GitHub's API", () => {
  let server: Server;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function fileBehind(listener: RequestListener) {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createClient({ token: "t", baseUrl, onWait: () => undefined, debug: () => undefined });
    return gitHubRepository(client, { owner: "o", repo: "r" }).file("PLAN.md", "a".repeat(40));
  }

  it("asks again when a body breaks off, and never takes a part of it for the whole", async () => {
    let attempts = 0;
    const bytes = await fileBehind((_, response) => {
      attempts += 1;
      response.writeHead(200, {
        "content-type": "application/vnd.github.raw+json; charset=utf-8",
        "content-length": "10",
      });
      if (attempts > 1) return response.end("0123456789");
      response.write("01234");
      setTimeout(() => response.destroy(), 20);
    });
    expect(Buffer.from(bytes!).toString()).toBe("0123456789");
    expect(attempts).toBe(2);
  });

  it("says who asks, with the token, and for the file itself", async () => {
    const seen: Record<string, unknown> = {};
    await fileBehind((request, response) => {
      Object.assign(seen, request.headers, { url: request.url });
      response.end("text");
    });
    expect(seen).toMatchObject({
      authorization: "token t",
      accept: "application/vnd.github.raw+json",
      "user-agent": expect.stringContaining("plan-gate") as unknown,
      url: `/repos/o/r/contents/PLAN.md?ref=${"a".repeat(40)}`,
    });
  });
});
