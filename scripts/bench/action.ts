import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "./peers.js";
import { costOf, nodeProgram } from "./whole-process.js";

const NODE_24 = join(process.cwd(), "tools", "runtimes", "node_modules", "node24", "bin", "node");

/** Runs of the built action against the tests' GitHub: time and memory of the whole process, and requests. */
export function actionRuns(): Table {
  const node = existsSync(NODE_24) ? NODE_24 : process.execPath;
  const empty = costOf({ ...nodeProgram(["-e", "0"]), command: node }, 5);
  const bundle = join(process.cwd(), "dist", "index.js");
  const start = costOf({ ...nodeProgram([bundle], [1]), command: node, env: { GITHUB_EVENT_NAME: "" } }, 5);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
      ...[join("node_modules", "jest", "bin", "jest.js"), "__tests__/e2e/costs.e2e.test.ts"],
    ],
    {
      encoding: "utf8",
      env: { ...process.env, NODE_UNDER_TEST: node, PRINT_COST: join(import.meta.dirname, "print-cost.js") },
    },
  );
  if (status !== 0) throw new Error(stderr);
  type Row = [name: string, milliseconds: number, megabytes: number, requests: number, writes: number];
  const rows = JSON.parse(readFileSync(join(".cache", "action-costs.json"), "utf8")) as Row[];
  return {
    title: "The action, whole process, against a GitHub on the same machine",
    head: ["", "ms of processor", "× empty Node", "MB", "requests", "of them write"],
    rows: [
      ["an empty Node process", empty.milliseconds, 1, empty.megabytes, "", ""],
      [
        "started without an event",
        start.milliseconds,
        start.milliseconds / empty.milliseconds,
        start.megabytes,
        "0",
        "0",
      ],
      ...rows.map(([name, milliseconds, megabytes, requests, writes]) => [
        name,
        milliseconds,
        milliseconds / empty.milliseconds,
        megabytes,
        String(requests),
        String(writes),
      ]),
    ],
  };
}
