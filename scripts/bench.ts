// How long things take, printed beside a floor from the same run, because machines differ and are shared:
//
//   npm run bench             all of it, about five minutes
//   npm run bench -- --quick  without the largest plans
//   npm run bench -- --peers  only the action and, beside it, TaskJuggler and what is installed in tools/peers
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actionRuns } from "./bench/action.js";
import { changedPlan, generatedPlan } from "./bench/generated-plan.js";
import { besideLinters, besideTaskJuggler, type Table } from "./bench/peers.js";
import { wholeProcess } from "./bench/whole-process.js";

const isQuick = process.argv.includes("--quick");
const hasOnlyPeers = process.argv.includes("--peers");
const RUNS = 5;
const dist = join(process.cwd(), "dist", "cli", "index.js");

type Row = readonly (string | number)[];

function print(title: string, head: Row, rows: readonly Row[]): void {
  const line = (cells: Row): string => `| ${cells.map((cell) => format(cell)).join(" | ")} |`;
  console.log(`\n## ${title}\n`);
  console.log([line(head), line(head.map(() => "--:")), ...rows.map(line)].join("\n"));
}

const format = (cell: string | number): string =>
  typeof cell === "string" ? cell : cell >= 100 ? cell.toFixed(0) : cell >= 10 ? cell.toFixed(1) : cell.toFixed(2);
const name = (count: number): string => `${count.toLocaleString("en")} phases`;

function commandLine(folder: string): void {
  const empty = wholeProcess(["-e", "0"], RUNS);
  const row = (what: string, args: readonly string[], runs = RUNS): Row => {
    const { milliseconds, megabytes } = wholeProcess([dist, ...args], runs, [0, 1]);
    return [what, milliseconds, milliseconds / empty.milliseconds, megabytes];
  };
  const rows: Row[] = [["an empty Node process", empty.milliseconds, 1, empty.megabytes]];
  rows.push(row("`--version`", ["--version"]), row("`check` of the example", ["check", "examples/ferry"]));
  for (const count of [100, 1000]) {
    const head = join(folder, `head-${count}.md`);
    const base = join(folder, `base-${count}.md`);
    const plan = generatedPlan(count);
    writeFileSync(head, plan);
    writeFileSync(base, changedPlan(plan));
    rows.push(row(`\`read\` of ${name(count)}`, ["read", head, "--no-config", "--format", "json"]));
    rows.push(
      row(`\`read\` of base and head, ${name(count)} each`, ["read", head, base, "--no-config", "--format", "json"]),
    );
    rows.push(row(`\`check\` of ${name(count)} with base`, ["check", head, "--base", base, "--no-config"]));
  }
  if (!isQuick) {
    // No document may be longer than a megabyte: ten of a thousand phases are one plan.
    const parts = generatedPlan(10000).split(/(?=^### Phase \d+001:)/m);
    const paths = parts.map((part, index) => {
      const path = join(folder, `part-${index}.md`);
      writeFileSync(path, part);
      return path;
    });
    rows.push(
      row(`\`read\` of ${name(10000)} in ten documents`, ["read", ...paths, "--no-config", "--format", "json"], 3),
    );
  }
  print("The command line, whole process", ["", "ms of processor", "× empty Node", "MB"], rows);
}

function inProcess(what: "reading" | "engine", counts: readonly number[]): readonly Row[] {
  return counts.map((count) => {
    const args = [
      "--max-old-space-size=8192",
      join(import.meta.dirname, "bench", "in-process.js"),
      what,
      String(count),
    ];
    const runs = Array.from({ length: count > 10000 ? 1 : 3 }, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
      if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`);
      return JSON.parse(stdout) as { milliseconds: number; again: number; newlines: number };
    });
    const { milliseconds, again, newlines } = runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[
      runs.length >> 1
    ]!;
    const row = [name(count), milliseconds, (milliseconds * 1000) / count, milliseconds / newlines];
    return what === "reading" ? row : [...row, again, again / newlines];
  });
}

const head: Row = ["", "ms of processor", "µs a phase", "× newline scan"];
const folder = mkdtempSync(join(tmpdir(), "plan-gate-bench-"));
try {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}; processor time of all threads.`);
  if (!hasOnlyPeers) ownCosts();
  peers();
} finally {
  rmSync(folder, { recursive: true });
}

function ownCosts(): void {
  commandLine(folder);
  const counts = isQuick ? [100, 1000, 10000] : [100, 1000, 10000, 100000];
  print("Reading, in a fresh process", head, inProcess("reading", counts));
  print(
    "Tiers and all schedules, in a fresh process, and again in the same one",
    [...head, "ms again", "× newline scan"],
    inProcess("engine", counts.slice(1)),
  );
}

function peers(): void {
  const counts = isQuick ? [100, 1000] : [100, 1000, 10000];
  const missing = (what: string) => console.log(`\nNot beside ${what}: not installed.`);
  const show = (table: Table | null, what: string) =>
    table ? print(table.title, table.head, table.rows) : missing(what);
  show(actionRuns(), "");
  show(besideTaskJuggler(folder, counts), "TaskJuggler (Debian and Ubuntu: apt-get install tj3)");
  show(besideLinters(folder, [100, 1000]), "linters (npm ci --prefix tools/peers)");
}
