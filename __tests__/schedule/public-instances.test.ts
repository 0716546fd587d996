import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { levels } from "../../src/graph/levels.js";
import type { PhaseNotation } from "../kit/plan-builder.js";
import { scheduled } from "./scheduled.js";

const oracles = new URL("../../../shared/oracles/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, oracles), "utf8");
const withOracles = existsSync(oracles) ? describe : describe.skip;
/** Paths of the instances, or one stand-in so that a skipped suite has a table. */
const instances = (folder: string): Record<string, string>[] => {
  if (!existsSync(oracles)) return [{}];
  const [head, ...rows] = read(`${folder}/expected.csv`).trim().split(/\r?\n/);
  const names = head!.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, column) => [names[column]!, cell])));
};
const numbers = (line: string) => line.trim().split(/\s+/).map(Number);

withOracles("project scheduling instances of PSPLIB", () => {
  it.each(instances("psplib"))("$file: longest path, zero floats and levels", (known) => {
    const text = read(`psplib/${known["file"]}`).split(/\r?\n/);
    const section = (title: string, skip: number, count: number) => {
      const start = text.findIndex((line) => line.startsWith(title)) + skip;
      return text.slice(start, start + count).map(numbers);
    };
    const count = Number(known["jobs_incl_dummies"]);
    const duration = new Map(section("REQUESTS/DURATIONS", 3, count).map(([job, , length]) => [job!, length!]));
    const dependsOn = new Map([...duration.keys()].map((job) => [job, [] as string[]]));
    for (const [job, , , ...successors] of section("PRECEDENCE RELATIONS", 2, count))
      for (const successor of successors) dependsOn.get(successor)!.push(String(job));

    const { graph, schedule } = scheduled(
      [...duration].map(([job, length]): [string, PhaseNotation] => [
        String(job),
        { duration: length, dependsOn: dependsOn.get(job)! },
      ]),
    );
    const { dependencies, sequential } = schedule.full;
    expect(graph.acyclic.predecessors).toHaveLength(Number(known["arcs"]));
    expect(sequential.makespan).toBe(Number(known["sum_of_durations"]));
    expect(dependencies.makespan).toBe(Number(known["mpm_time"]));
    expect(Math.max(...levels(graph.acyclic)) + 1).toBe(Number(known["levels_incl_dummies"]));
    expect([...dependencies.times.values()].filter(({ totalFloat }) => totalFloat === 0)).toHaveLength(
      Number(known["zero_float_jobs_incl_dummies"]),
    );
  });
});

withOracles("task graphs of the Standard Task Graph Set", () => {
  const known = instances("stg").filter(({ k }) => k === undefined || k === "2");

  it("are all there", () => expect(known).toHaveLength(52));

  it.each(known)("$file: longest path and work", ({ file, critical_path, work }) => {
    const [, ...tasks] = read(`stg/${file}`)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "" && !line.startsWith("#"))
      .map(numbers);
    const { full } = scheduled(
      tasks.map(([task, duration, , ...predecessors]): [string, PhaseNotation] => [
        String(task),
        { duration: duration!, dependsOn: predecessors.map(String) },
      ]),
    ).schedule;
    expect(full.dependencies.makespan).toBe(Number(critical_path));
    expect(full.sequential.makespan).toBe(Number(work));
  });
});
