// Runs the whole fault matrix on the built bundle, with the faults that take the client's whole time-out, and prints it:
//
//   npm run faults
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { status } = spawnSync(
  process.execPath,
  [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
    "__tests__/e2e/faults.e2e.test.ts",
  ],
  { cwd: root, env: { ...process.env, FAULTS: "all" }, stdio: "inherit" },
);
console.log(readFileSync(join(root, ".cache", "fault-matrix.md"), "utf8"));
process.exitCode = status ?? 1;
