// Everything that is checked beside the tests. All steps run, whatever the first ones say:
//
//   npm run check [-- --output-file FILE]   FILE gets {"passed": n, "failed": n, "skipped": n}
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const steps = [
  "check:types",
  "check:lint",
  "check:format",
  "check:imports",
  "check:unused",
  "check:generated",
  "check:dist",
];

const { values } = parseArgs({ options: { "output-file": { type: "string" } } });
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const start = Date.now();
  // npm is a script with another name on Windows; its own path is in the environment of everything it runs.
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, "run", "--silent", step], { stdio: "inherit" })
    : spawnSync("npm", ["run", "--silent", step], { stdio: "inherit" });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${step} (${seconds} s)`);
  counts[status === 0 ? "passed" : "failed"]++;
}
if (values["output-file"]) writeFileSync(values["output-file"], JSON.stringify(counts));
if (counts.failed > 0) process.exitCode = 1;
