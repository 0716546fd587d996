import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const TOOLS = new URL("../../../tools/", import.meta.url);
const NODE_24 = fileURLToPath(new URL("runtimes/node_modules/node24/bin/node", TOOLS));
const SERVE = fileURLToPath(new URL("second-opinion/serve.mjs", TOOLS));
const PACKAGE = fileURLToPath(new URL("second-opinion/node_modules/emulate", TOOLS));

/** Both folders of tools/ have to be installed on their own. */
export const isEmulatorInstalled = existsSync(NODE_24) && existsSync(PACKAGE);

/** Another maker's GitHub emulator, running as a process of its own. */
export class Emulator {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<Emulator> {
    const child = spawn(NODE_24, [SERVE], { stdio: ["pipe", "pipe", "pipe"], env: { PATH: process.env["PATH"] } });
    const errors: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith("http://127.0.0.1:")) return new Emulator(child, line);
    }
    throw new Error(`The emulator did not start\n${errors.join("")}`);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once("close", resolve));
    this.child.stdin?.end();
    await closed;
  }
}
