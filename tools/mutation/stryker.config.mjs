import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** What is mutated, unless the command names something else with `--mutate`. */
const mutate = ["src/compare/**/*.ts", "src/gate/**/*.ts", "src/rules/**/*.ts"];

/**
 * The tests that look at these folders without starting a process, as one file: all modules are then loaded once for a
 * mutant instead of once for each file of tests.
 */
const folders = ["compare", "gate", "rules", "plans", "every-rule", "io/history"];
// One begins a rule from the sources, which are full of mutants here; one starts many processes.
const isLeftOut = (file) => file.endsWith("new-rule.test.ts") || file.endsWith("time-machine.test.ts");
const root = fileURLToPath(new URL("../../", import.meta.url));
const tests = folders
  .flatMap((folder) =>
    readdirSync(`${root}__tests__/${folder}`, { recursive: true }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith(".test.ts") && !isLeftOut(file))
  .sort();
writeFileSync(
  `${root}__tests__/all-for-mutation.test.ts`,
  tests.map((file) => `import "./${file.replace(/ts$/, "js")}";\n`).join(""),
);

export default {
  mutate,
  testRunner: "jest",
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/jest-runner"))],
  testRunnerNodeArgs: ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  jest: {
    projectType: "custom",
    enableFindRelatedTests: false,
    config: {
      ...(await import("../../jest.config.mjs")).default,
      testMatch: ["**/__tests__/all-for-mutation.test.ts"],
      testEnvironment: require.resolve("@stryker-mutator/jest-runner/jest-env/node"),
    },
  },
  coverageAnalysis: "perTest",
  // Constants outside of functions run once a process: a mutant there would need a process of its own.
  ignoreStatic: true,
  // The texts of messages are compared with pages and goldens elsewhere.
  mutator: { excludedMutations: ["StringLiteral"] },
  concurrency: 2,
  timeoutMS: 15_000,
  incremental: true,
  incrementalFile: ".cache/mutation/incremental.json",
  tempDirName: ".cache/mutation/sandbox",
  ignorePatterns: ["dist", "lib", "tools", "examples", ".cache", "coverage"],
  reporters: ["clear-text", "json"],
  jsonReporter: { fileName: ".cache/mutation/report.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  thresholds: { high: 95, low: 90, break: 85 },
  allowConsoleColors: false,
};
