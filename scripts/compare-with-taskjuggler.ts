// Schedules 50 random plans here and with TaskJuggler, and compares the start and the end of every phase:
//
//   npm run compare:taskjuggler
//
// Says so and passes where `tj3` is not installed (Debian and Ubuntu: `apt-get install tj3`).
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyzePlan } from "../src/check-plan.js";
import { defaults } from "../src/config/defaults.js";

const PLANS = 50;
const PROJECT_START = Date.UTC(2026, 0, 5);
const HOURS_PER_WEEK = 7 * 24;

interface RandomPhase {
  readonly number: number;
  readonly weeks: number;
  readonly dependsOn: readonly number[];
}

/** 0 ≤ x < 1, the same row for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** 5 to 40 phases of half weeks, some of them milestones, each waiting for up to three of the phases before it. */
function randomPhases(seed: number): RandomPhase[] {
  const random = randomNumbers(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: 5 + below(36) }, (_, index) => ({
    number: index + 1,
    weeks: below(10) === 0 ? 0 : (1 + below(20)) / 2,
    dependsOn: [...new Set(Array.from({ length: index === 0 ? 0 : below(4) }, () => 1 + below(index)))],
  }));
}

function asMarkdown(phases: readonly RandomPhase[]): string {
  const rows = phases.map(
    ({ number, weeks, dependsOn }) =>
      `| ${number} | Pier ${number} | ${weeks} weeks | ${dependsOn.join(", ") || "none"} |`,
  );
  return ["| Phase | Name | Duration | Depends on |", "| --- | --- | --- | --- |", ...rows, ""].join("\n");
}

function asProject(phases: readonly RandomPhase[]): string {
  const longest = phases.reduce((sum, { weeks }) => sum + weeks, 4);
  const tasks = phases.map(({ number, weeks, dependsOn }) => {
    const when =
      dependsOn.length > 0 ? `depends ${dependsOn.map((other) => `p${other}`).join(", ")}` : "start 2026-01-05";
    return `task p${number} "Pier ${number}" { ${when} ${weeks === 0 ? "milestone" : `duration ${weeks * HOURS_PER_WEEK}h`} }`;
  });
  return [
    `project plan "Plan" 2026-01-05 +${Math.ceil(longest)}w { timezone "UTC" timeformat "%Y-%m-%dT%H:%MZ" }`,
    ...tasks,
    `taskreport times "times" { formats csv columns id, start, end }`,
    "",
  ].join("\n");
}

/** `start end` in weeks, by id. */
type Times = ReadonlyMap<string, string>;

function timesByTaskJuggler(phases: readonly RandomPhase[], folder: string): Times {
  writeFileSync(join(folder, "plan.tjp"), asProject(phases));
  execFileSync("tj3", ["--silent", "--output-dir", folder, join(folder, "plan.tjp")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, ...rows] = readFileSync(join(folder, "times.csv"), "utf8").trim().split(/\r?\n/);
  const weeks = (moment: string) => (Date.parse(moment) - PROJECT_START) / 3_600_000 / HOURS_PER_WEEK;
  return new Map(
    rows.map((row) => {
      const [id = "", start = "", end = ""] = row.split(";").map((cell) => cell.replaceAll('"', ""));
      return [id.replace(/^.*p/, ""), `${weeks(start)} ${weeks(end)}`];
    }),
  );
}

function ownTimes(phases: readonly RandomPhase[]): Times {
  const { schedule } = analyzePlan("plan.md", [{ path: "plan.md", text: asMarkdown(phases) }], defaults.settings);
  return new Map(
    [...schedule.full.dependencies.times].map(([id, t]) => [id, `${t.earliestStart} ${t.earliestFinish}`]),
  );
}

function isInstalled(): boolean {
  try {
    execFileSync("tj3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function compare(): number {
  const folder = mkdtempSync(join(tmpdir(), "plan-gate-tj3-"));
  let compared = 0;
  let different = 0;
  try {
    for (let seed = 1; seed <= PLANS; seed++) {
      const phases = randomPhases(seed * 7919);
      const theirs = timesByTaskJuggler(phases, folder);
      const own = ownTimes(phases);
      for (const { number } of phases) {
        const id = String(number);
        compared++;
        if (own.has(id) && own.get(id) === theirs.get(id)) continue;
        different++;
        console.error(`plan ${seed}, phase ${id}: ${own.get(id)} here, ${theirs.get(id)} by TaskJuggler`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${PLANS} plans, ${compared} phases, ${different} different from TaskJuggler`);
  return different === 0 ? 0 : 1;
}

if (isInstalled()) process.exitCode = compare();
else console.log("Skipped: tj3 is not installed.");
