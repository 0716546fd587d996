import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What a process cost: time of all its threads, and the most memory it held. */
export interface Cost {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A program that is measured. It says at its end what it cost, as print-cost.ts does, if `env` makes it. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly exitCodes: readonly number[];
}

/** The middle of several runs. Throws where the program ends in another way than with one of `exitCodes`. */
export function wholeProcess(args: readonly string[], runs: number, exitCodes: readonly number[] = [0]): Cost {
  return costOf(nodeProgram(args, exitCodes), runs);
}

/** A program for Node, with its arguments. */
export function nodeProgram(args: readonly string[], exitCodes: readonly number[] = [0], cwd?: string): Program {
  const preload = join(import.meta.dirname, "print-cost.js");
  return {
    command: process.execPath,
    args: ["--import", preload, ...args],
    exitCodes,
    ...(cwd !== undefined && { cwd }),
  };
}

/** The middle of several runs of any program. */
export function costOf(program: Program, runs: number): Cost {
  const costs = Array.from({ length: runs }, () => run(program));
  return costs.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(runs / 2)]!;
}

function run({ command, args, env, cwd, exitCodes }: Program): Cost {
  const { status, stderr } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
    cwd,
  });
  const cost = /^cost (\S+) (\S+)$/m.exec(stderr);
  if (status === null || !exitCodes.includes(status) || !cost)
    throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stderr.slice(-2000)}`);
  return { milliseconds: Number(cost[1]), megabytes: Number(cost[2]) };
}
