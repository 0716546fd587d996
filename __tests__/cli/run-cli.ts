import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The Node that the bundle is run with; `.ci/run` runs these tests on several. */
export const nodeUnderTest = process.env["NODE_UNDER_TEST"] ?? process.execPath;
const bundle = resolve("dist/cli/index.js");

/** Runs the bundled command line as a process of its own, as a user does. */
export function runCli(args: readonly string[], cwd: string, options: { input?: string | Buffer } = {}): CliResult {
  const { status, stdout, stderr, error } = spawnSync(nodeUnderTest, [bundle, ...args], {
    cwd,
    input: options.input ?? "",
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    timeout: 20_000,
  });
  if (error) throw error;
  return { exitCode: status, stdout, stderr };
}
