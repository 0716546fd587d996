import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { faults } from "../kit/github/fault.js";
import { BROKEN, buildOnce, CHANGED, commandsOf, expectTidy, planText, Scene, type SceneOptions } from "./scene.js";

describe("the action where things go wrong", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("does not try to write with the token of a fork, and its verdict stands", async () => {
    await open({ fork: true });
    const { run, writes, requests } = await scene.count();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    expect(requests.some(({ path }) => path.includes("graphql"))).toBe(false);
    expect(run.summary).toContain("Plan gate failed");
    expect(commandsOf(run, "warning")).toEqual([]);
    expect(run.stdout).toContain("from a fork");
  });

  it("is as strict when the fork has been deleted", async () => {
    await open({ fork: true });
    const on = { name: "pull_request", action: "synchronize", pullRequest: scene.pull } as const;
    scene.github.delete(scene.fork!);
    const { run, writes } = await scene.count({}, { on });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
  });

  it("does not try to write where Dependabot started the run", async () => {
    await open({ token: "read-only" });
    const on = { name: "pull_request", action: "opened", pullRequest: scene.pull, sender: "dependabot[bot]" } as const;
    const { run, writes } = await scene.count({}, { on });
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    expect(commandsOf(run, "warning")).toEqual([]);
  });

  it.each([
    ["red", {}, 1],
    ["green", { comment: "always", "fail-on": "never" }, 0],
  ])("stays %s when the token may not write, with one warning that says what to add", async (_, inputs, exitCode) => {
    await open({ token: { contents: "read", pull_requests: "read" } });
    const run = await scene.run(inputs);
    expectTidy(run);
    expect(run.exitCode).toBe(exitCode);
    expect(run.summary).toContain("Plan gate");
    expect(commandsOf(run, "warning")).toHaveLength(1);
    expect(commandsOf(run, "warning")[0]?.message).toContain("permissions:\n  contents: read\n  pull-requests: write");
    expect(scene.comments).toEqual([]);
  });

  it("says what a token lacks that cannot even read", async () => {
    await open({ token: "none" });
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("could not judge this change");
    expect(commandsOf(run, "error")[0]?.message).toContain("could not read pull request #1");
  });

  it("refuses a plan of 1.5 MB", async () => {
    await open({ head: { "docs/PLAN.md": planText({ more: "x".repeat(1_500_000) }) } });
    const run = await scene.run();
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("KiB are read");
  });

  it("waits as long as a 429 says", async () => {
    await open();
    scene.github.fault({
      status: 429,
      headers: { "retry-after": "1" },
      body: { message: "Too many requests" },
      times: 1,
    });
    const run = await scene.run();
    expect(run.exitCode).toBe(1);
    expect(scene.comments).toHaveLength(1);
    expect(run.stdout).toContain("GitHub asks to wait 1 s");
    expect(run.milliseconds).toBeGreaterThan(1000);
  });

  it("reads again after 502 twice", async () => {
    await open({ head: { "docs/PLAN.md": CHANGED } });
    scene.github.fault({ ...faults.badGateway(2), method: "GET", path: /contents/ });
    expect((await scene.run()).exitCode).toBe(0);
  });

  it("makes no second comment when the answer to the first was a 502", async () => {
    await open();
    scene.github.fault({ ...faults.badGateway(1), method: "POST", path: /\/comments$/, takesEffect: true });
    const { run, writes } = await scene.count();
    expect(run.exitCode).toBe(1);
    expect(writes).toHaveLength(1);
    expect(scene.comments).toHaveLength(1);
    expect(run.outputs["comment-id"]).toBe(String(scene.comments[0]?.id));
    expect(commandsOf(run, "warning")).toEqual([]);
  });

  it("is red when GitHub stays away", async () => {
    await open();
    scene.github.fault({ ...faults.badGateway(), times: 100 });
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("could not judge this change");
  });

  it.each([
    [{ "fail-on": "sometimes" }, "fail-on"],
    [{ "as-of": "2026-02-30" }, "as-of"],
    [{ comment: "maybe" }, "comment"],
  ])("is red and names the input that cannot be used: %j", async (inputs, name) => {
    await open();
    const run = await scene.run(inputs);
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(commandsOf(run, "error")[0]?.message).toContain(`the input ${name} is`);
    expect(scene.comments).toEqual([]);
  });

  it("publishes the rest when a file cannot be written", async () => {
    await open();
    const run = await scene.run({ "json-file": "../outside.json" });
    expect(run.exitCode).toBe(1);
    expect(commandsOf(run, "warning")).toHaveLength(1);
    expect(scene.comments).toHaveLength(1);
  });

  it("sees every file of a pull request with more than 3,000", async () => {
    const files = Object.fromEntries(Array.from({ length: 3_050 }, (_, index) => [`a/${index}.ts`, ""]));
    await open({ head: { ...files, "docs/PLAN.md": BROKEN } });
    const { run, requests } = await scene.count();
    expect(run.exitCode).toBe(1);
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it("works on an Enterprise Server", async () => {
    await open({ basePath: "/api/v3" });
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(scene.comments).toHaveLength(1);
  });

  it("goes through the runner's proxy, reading, asking and writing", async () => {
    await open();
    const asked: string[] = [];
    const target = Number(new URL(scene.github.addresses.api).port);
    const sockets = new Set<Duplex>();
    const proxy: Server = createServer().on("connect", (request, socket, head) => {
      asked.push(request.url ?? "");
      const upstream = connect(target, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [socket, upstream]) sockets.add(end.on("error", () => undefined));
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const run = await scene.run({}, { env: { GITHUB_API_URL: "http://github.test", http_proxy } });
      expect(run.exitCode).toBe(1);
      expect(scene.comments).toHaveLength(1);
      expect(new Set(asked)).toEqual(new Set(["github.test:80"]));
    } finally {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    }
  });
});
