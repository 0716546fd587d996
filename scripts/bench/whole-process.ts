import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What a process cost: time of all its threads, and the most memory it held. */
export interface Cost {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The middle of several runs. Throws where the program ends in another way than with one of `exitCodes`. */
export function wholeProcess(args: readonly string[], runs: number, exitCodes: readonly number[] = [0]): Cost {
  const costs = Array.from({ length: runs }, () => run(args, exitCodes));
  return costs.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(runs / 2)]!;
}

function run(args: readonly string[], exitCodes: readonly number[]): Cost {
  const preload = join(import.meta.dirname, "print-cost.js");
  const { status, stderr } = spawnSync(process.execPath, ["--import", preload, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const cost = /^cost (\S+) (\S+)$/m.exec(stderr);
  if (status === null || !exitCodes.includes(status) || !cost)
    throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return { milliseconds: Number(cost[1]), megabytes: Number(cost[2]) };
}
