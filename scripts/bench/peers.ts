import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyzePlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import type { Analysis } from "../../src/model/analysis.js";
import { generatedPlan } from "./generated-plan.js";
import { costOf, nodeProgram, type Cost, type Program } from "./whole-process.js";

/** A table to print: cells are words, or numbers in the unit of the head. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const PHASES_A_DOCUMENT = 1000;
const HOURS_PER_WEEK = 7 * 24;
const PROJECT_START = Date.UTC(2026, 0, 5);
const cli = join(process.cwd(), "dist", "cli", "index.js");
const TJ3 = {
  command: "tj3",
  env: { RUBYOPT: `-r${join(process.cwd(), "scripts", "bench", "print-cost.rb")}` },
  exitCodes: [0],
};
const tools = join(process.cwd(), "tools", "peers", "node_modules");

/**
 * The schedule of the same plan here and in TaskJuggler, each from its own file to JSON or CSV. Throws where the two
 * disagree about the end. No table where `tj3` is not installed.
 */
export function besideTaskJuggler(folder: string, counts: readonly number[]): Table | null {
  if (spawnSync("tj3", ["--version"], { stdio: "ignore" }).status !== 0) return null;
  const rows = counts.flatMap((count) => {
    const runs = count > 1000 ? 1 : 3;
    const paths = documentsOf(generatedPlan(count), join(folder, `tj-${count}`));
    const own = costOf(nodeProgram([cli, "schedule", ...paths, "--no-config", "--format", "json"]), runs);
    const program = taskJuggler(paths, folder);
    const reading = { ...program, args: ["--check-syntax", ...program.args] };
    return [
      row("plan-gate `schedule`", count, own, own),
      row("TaskJuggler", count, costOf(program, runs), own),
      row("TaskJuggler, only reading its own file", count, costOf(reading, runs), own),
    ];
  });
  const floor = costOf({ ...TJ3, args: ["--version"] }, 3);
  rows.push(["TaskJuggler, `--version`", floor.milliseconds, "", floor.megabytes]);
  return { title: "The schedule, beside TaskJuggler", head: HEAD, rows };
}

/** The same Markdown file, read here and by linters for Markdown; those that are installed in tools/peers. */
export function besideLinters(folder: string, counts: readonly number[]): Table | null {
  if (!existsSync(tools)) return null;
  const rows = counts.flatMap((count) => {
    const file = `lint-${count}.md`;
    writeFileSync(join(folder, file), generatedPlan(count));
    const program = (args: readonly string[]) => nodeProgram(args, [0, 1], folder);
    const own = costOf(program([cli, "check", file, "--no-config"]), 3);
    return [
      row("plan-gate `check`", count, own, own),
      row(
        "markdownlint-cli2, its default rules",
        count,
        costOf(program([join(tools, "markdownlint-cli2", "markdownlint-cli2-bin.mjs"), file]), 3),
        own,
      ),
      row("remark-cli with remark-gfm, no rules", count, costOf(program(remark(file)), 3), own),
      row(
        "remark-cli with remark-gfm, recommended rules",
        count,
        costOf(program(remark(file, "remark-preset-lint-recommended")), 3),
        own,
      ),
    ];
  });
  return { title: "The same Markdown file, beside linters", head: HEAD, rows };
}

const row = (name: string, count: number, { milliseconds, megabytes }: Cost, own: Cost): (string | number)[] => [
  `${name}, ${count.toLocaleString("en")} phases`,
  milliseconds,
  milliseconds / own.milliseconds,
  megabytes,
];

const HEAD = ["", "ms of processor", "× plan-gate", "MB"];

const remark = (file: string, ...plugins: readonly string[]): string[] => [
  join(tools, "remark-cli", "cli.js"),
  ...["--quiet", "--no-stdout", "--no-config"],
  ...["remark-gfm", ...plugins].flatMap((name) => ["--use", join(tools, name, "index.js")]),
  file,
];

/** No document may be longer than a megabyte: many of a thousand phases are one plan. */
function documentsOf(plan: string, prefix: string): string[] {
  const parts = plan.split(new RegExp(`^(?=### Phase \\d*${String(PHASES_A_DOCUMENT + 1).slice(1)}:)`, "m"));
  return parts.map((part, index) => {
    const path = `${prefix}-${index}.md`;
    writeFileSync(path, part);
    return path;
  });
}

function taskJuggler(paths: readonly string[], folder: string): Program {
  const documents = paths.map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const analysis = analyzePlan("plan", documents, defaults.settings);
  const project = join(folder, "peer.tjp");
  writeFileSync(project, asProject(analysis));
  expectTheSameEnd(project, folder, endOf(analysis));
  return {
    ...TJ3,
    args: ["--silent", "--output-dir", folder, project],
  };
}

const endOf = ({ schedule }: Analysis): number =>
  Math.max(...[...schedule.full.dependencies.times.values()].map(({ earliestFinish }) => earliestFinish));

function asProject(analysis: Analysis): string {
  const tasks = [...analysis.plan.phases.values()].map(({ id, title, dependsOn, duration }) => {
    const when =
      dependsOn.length > 0 ? `depends ${dependsOn.map((other) => `p${other.id}`).join(", ")}` : "start 2026-01-05";
    return `task p${id} "${title}" { ${when} duration ${(duration?.weeks ?? 0) * HOURS_PER_WEEK}h }`;
  });
  return [
    `project plan "Plan" 2026-01-05 +${Math.ceil(endOf(analysis)) + 1}w { timezone "UTC" timeformat "%Y-%m-%dT%H:%MZ" }`,
    ...tasks,
    `taskreport times "times" { formats csv columns id, start, end }`,
    "",
  ].join("\n");
}

function expectTheSameEnd(project: string, folder: string, end: number): void {
  const { status } = spawnSync("tj3", ["--silent", "--output-dir", folder, project], { stdio: "ignore" });
  const file = readdirSync(folder).find((name) => name === "times.csv");
  if (status !== 0 || !file) throw new Error(`tj3 ended with ${status}.`);
  const days = readFileSync(join(folder, file), "utf8").matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\dZ/g);
  const last = Math.max(...[...days].map(([moment]) => Date.parse(moment)));
  const weeks = (last - PROJECT_START) / 3_600_000 / HOURS_PER_WEEK;
  if (weeks !== end) throw new Error(`TaskJuggler ends in week ${weeks}, plan-gate in week ${end}.`);
}
