import { afterEach, beforeAll, expect, it } from "@jest/globals";
import { OpenApiDescription } from "../kit/github/openapi-description.js";
import { buildOnce, CHANGED, expectTidy, planText, Scene, SOUND } from "./scene.js";

/** Everything the action asks GitHub for, against an Enterprise Server and its own description. */
let scene: Scene | undefined;
beforeAll(buildOnce, 120_000);
afterEach(() => scene?.close());

it("an Enterprise Server is checked by its own description", () => {
  const { document, operationIds } = new OpenApiDescription("enterprise");
  expect(document["cutFrom"]).toMatch(/ ghes-3\.\d+\.json$/);
  expect(operationIds).toEqual(new OpenApiDescription().operationIds);
});

it("gate, override, queue, push and report work on an Enterprise Server", async () => {
  scene = await Scene.open({
    basePath: "/api/v3",
    base: { "docs/PLAN.md": SOUND, ".github/plan-gate.yml": "override-labels: [go]\n" },
    head: { "docs/PLAN.md": planText({ tier: 1 }) },
  });
  const { repository, pull, github } = scene;
  const red = await scene.run();
  expectTidy(red);
  expect(red.exitCode).toBe(1);
  pull.addLabel("go", "bob");
  expect((await scene.run()).exitCode).toBe(0);
  expect((await scene.run({}, { on: { name: "merge_group", pullRequests: [pull] } })).exitCode).toBe(1);
  repository.commit("main", { "docs/OTHER-PLAN.md": SOUND });
  expect((await scene.run({}, { on: { name: "push", repository, branch: "main" } })).exitCode).toBe(0);
  scene.push({ "docs/PLAN.md": CHANGED });
  const report = { mode: "report", "comment-id": "Plan gate:gate" };
  expect((await scene.run(report, { on: { name: "workflow_run", pullRequest: pull } })).exitCode).toBe(0);
  expect((await scene.run(report, { on: { name: "schedule", repository } })).exitCode).toBe(0);
  expect(scene.comments).toHaveLength(1);
  expect(scene.comments[0]?.body).toContain("Plan gate passed");
  expect(github.requests.length).toBeGreaterThan(40);
});
