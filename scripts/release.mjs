// Releases a tag, step by step:
//
//   node scripts/release.mjs vX.Y.Z --dry-run                     say whether it is ready, show each step, do nothing
//   node scripts/release.mjs vX.Y.Z --part verify|assets|publish  do these steps; the first that fails ends it
//
// .github/workflows/release.yml runs the parts, each with the least permissions, and attests between the last two.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { movingTags } from "./release/moving-tags.mjs";
import { obstacles, releaseNotes } from "./release/readiness.mjs";
import { ASSETS, releaseSteps } from "./release/release-steps.mjs";

const PARTS = ["verify", "assets", "publish"];

const git = (...args) => execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
const succeeds = (...args) => spawnSync("git", args, { stdio: "ignore" }).status === 0;
const shown = (command) => command.map((word) => (/^[\w./:=@-]+$/.test(word) ? word : `'${word}'`)).join(" ");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "dry-run": { type: "boolean", default: false }, part: { type: "string" } },
});
const [tag = ""] = positionals;
if (!/^v\d+\.\d+\.\d+$/.test(tag) || values["dry-run"] === PARTS.includes(values.part)) {
  console.error("Usage: node scripts/release.mjs vX.Y.Z (--dry-run | --part verify|assets|publish)");
  process.exit(2);
}

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const changelog = readFileSync("CHANGELOG.md", "utf8");
const isTagged = succeeds("rev-parse", "--verify", "--quiet", `refs/tags/${tag}`);
const commit = git("rev-parse", isTagged ? `${tag}^{commit}` : "HEAD");
const found = obstacles({
  tag,
  version,
  changelog,
  isOnMain: succeeds("merge-base", "--is-ancestor", commit, "origin/main"),
  isClean: git("status", "--porcelain") === "",
});
if (!isTagged) found.push(`there is no tag ${tag} here yet; HEAD is shown in its place`);
const steps = releaseSteps({ tag, commit, moving: movingTags(tag, git("tag", "--list", "v*").split("\n")) });

if (values["dry-run"]) dryRun();
else run(values.part);

function dryRun() {
  console.log(found.length === 0 ? `${tag} is ready.` : `${tag} is not ready:`);
  for (const obstacle of found) console.log(`  - ${obstacle}`);
  console.log("");
  for (const [index, { part, what, command }] of steps.entries()) {
    console.log(`${String(index + 1).padStart(2)}. ${part}: ${what}\n    ${shown(command)}`);
  }
  console.log("\nNothing was done.");
}

function run(part) {
  if (found.length > 0) throw new Error(`${tag} is not ready: ${found.join("; ")}.`);
  mkdirSync(ASSETS, { recursive: true });
  writeFileSync(`${ASSETS}/notes.md`, releaseNotes(changelog, version));
  for (const { what, command } of steps.filter((step) => step.part === part)) {
    console.log(`\n── ${what}: ${shown(command)}`);
    execFileSync(command[0], command.slice(1), { stdio: "inherit" });
  }
}
