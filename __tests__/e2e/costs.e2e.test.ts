import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Occasion } from "../kit/github/workflow-event.js";
import { BROKEN, buildOnce, CHANGED, planText, Scene, type SceneOptions, SOUND } from "./scene.js";

/** What a run of the action costs in requests; `npm run bench` prints them with the time and the memory. */
interface Scenario {
  readonly name: string;
  readonly scene: SceneOptions;
  /** Runs before the one that counts. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  readonly on?: (scene: Scene) => Occasion;
  readonly exitCode: number;
  /** Requests, and those of them that write. */
  readonly requests: readonly [number, number];
}

const manyPlans = (text: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`docs/plan-${index}.md`, text]));

const scenarios: readonly Scenario[] = [
  { name: "no plan is touched", scene: { head: { "src/x.ts": "1" } }, exitCode: 0, requests: [4, 0] },
  {
    name: "a plan changes, nothing to say",
    scene: { head: { "docs/PLAN.md": CHANGED } },
    exitCode: 0,
    requests: [8, 0],
  },
  { name: "a violation, first comment", scene: {}, exitCode: 1, requests: [10, 1] },
  {
    name: "the same once more",
    scene: {},
    before: (scene) => scene.run(),
    exitCode: 1,
    requests: [8, 0],
  },
  {
    name: "twenty plans change",
    scene: { base: manyPlans(SOUND), head: manyPlans(CHANGED) },
    exitCode: 0,
    requests: [45, 0],
  },
  { name: "a violation from a fork", scene: { fork: true }, exitCode: 1, requests: [7, 0] },
  {
    name: "a merge group",
    scene: {},
    on: ({ pull }) => ({ name: "merge_group", pullRequests: [pull] }),
    exitCode: 1,
    requests: [6, 0],
  },
  {
    name: "a push",
    scene: { base: { "docs/PLAN.md": planText({ more: "\nMore.\n" }) } },
    before: (scene) => Promise.resolve(scene.repository.commit("main", { "docs/PLAN.md": BROKEN })),
    on: ({ repository }) => ({ name: "push", repository, branch: "main" }),
    exitCode: 1,
    requests: [6, 0],
  },
];

const preload = process.env["PRINT_COST"];
const rows: (string | number)[][] = [];

describe("requests of a run", () => {
  beforeAll(buildOnce, 120_000);
  afterAll(() => {
    if (preload === undefined) return;
    mkdirSync(".cache", { recursive: true });
    writeFileSync(".cache/action-costs.json", JSON.stringify(rows));
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", async (name, scenario) => {
    const costs: number[][] = [];
    for (let run = 0; run < (preload === undefined ? 1 : 3); run++) costs.push(await costOf(name, scenario));
    const [milliseconds, megabytes] = costs.sort((a, b) => a[0]! - b[0]!)[costs.length >> 1]!;
    rows.push([name, milliseconds!, megabytes!, ...scenario.requests]);
  });

  /** Milliseconds and megabytes, where they are asked for. */
  async function costOf(name: string, scenario: Scenario): Promise<number[]> {
    const scene = await Scene.open(scenario.scene);
    try {
      await scenario.before?.(scene);
      const on = scenario.on?.(scene);
      const env = preload === undefined ? {} : { NODE_OPTIONS: `--import ${preload}` };
      const { run, requests, writes } = await scene.count({}, { env, ...(on && { on }) });
      expect({ name, exitCode: run.exitCode, requests: [requests.length, writes.length] }).toEqual({
        name,
        exitCode: scenario.exitCode,
        requests: scenario.requests,
      });
      return [...(/^cost (\S+) (\S+)$/m.exec(run.stderr) ?? []).slice(1)].map(Number);
    } finally {
      await scene.close();
    }
  }
});
