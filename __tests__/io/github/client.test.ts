import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { type Client, createClient } from "../../../src/io/github/client.js";
import { gitHubRepository } from "../../../src/io/github/repository.js";
import { countTraffic } from "../../../src/io/github/traffic.js";

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

  /** A client in front of a server, which gives up an attempt after a tenth of a second. */
  async function clientBehind(listener: RequestListener) {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const traffic = countTraffic();
    const client = createClient({
      token: "t",
      baseUrl,
      onWait: () => undefined,
      debug: () => undefined,
      timeoutMilliseconds: 100,
      traffic,
    });
    return { client, traffic };
  }

  const pull = (client: Client) => client.pulls.get({ owner: "o", repo: "r", pull_number: 1 });
  const comment = (client: Client) =>
    client.issues.createComment({ owner: "o", repo: "r", issue_number: 1, body: "x" });

  it.each([
    ["never answers", () => undefined],
    [
      "answers without end",
      (response: ServerResponse) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write("{");
      },
    ],
  ])("gives a write up that %s, and does not send it twice", async (_, answer) => {
    const { client, traffic } = await clientBehind((_request, response) => answer(response));
    await expect(comment(client)).rejects.toMatchObject({
      status: 500,
      message: "no usable answer: it was not complete within 0.1 s",
    });
    expect(traffic.inWords).toBe("1 request, 1 write");
  });

  it("gives a reading up that is never answered, and asks again", async () => {
    let attempts = 0;
    const { client, traffic } = await clientBehind((_, response) => {
      attempts += 1;
      if (attempts > 1) response.setHeader("content-type", "application/json").end('{"number":1}');
    });
    expect((await pull(client)).data.number).toBe(1);
    expect(traffic.inWords).toBe("2 requests, 0 writes");
  });

  it.each([
    ["application/json", '{"a":', "no usable answer: the answer is broken JSON"],
    [
      "text/html; charset=utf-8",
      "<html>",
      "no usable answer: the answer is text/html, not the JSON that was asked for",
    ],
  ])("does not take %s %j for an answer", async (type, body, message) => {
    const { client } = await clientBehind((_, response) => response.setHeader("content-type", type).end(body));
    await expect(comment(client)).rejects.toMatchObject({ status: 500, message });
  });

  it.each([
    ["text/html", "<html>", 502, "Bad Gateway"],
    ["application/json", '{"message":"Not so\\nfast"}', 422, "Not so"],
    ["application/json", '{"message":""}', 409, "Conflict"],
  ])("says of a refusal as %s %j with %i: %s", async (type, body, status, message) => {
    const { client } = await clientBehind((_, response) => {
      response.writeHead(status, { "content-type": type }).end(body);
    });
    await expect(comment(client)).rejects.toMatchObject({ status, message });
  });

  it("never takes a page, or a list of a folder, for a file", async () => {
    for (const type of ["text/html", "application/json"]) {
      let attempts = 0;
      const { client } = await clientBehind((_, response) => {
        attempts += 1;
        const isRight = attempts > 1;
        response
          .setHeader("content-type", isRight ? "application/vnd.github.raw+json" : type)
          .end(isRight ? "x" : "[]");
      });
      const bytes = await gitHubRepository(client, { owner: "o", repo: "r" }).file("PLAN.md", "a".repeat(40));
      expect(Buffer.from(bytes!).toString()).toBe("x");
      expect(attempts).toBe(2);
      server.closeAllConnections();
      server.close();
    }
  });
});
