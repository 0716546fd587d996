// Prints `passed failed skipped` of a file that jest --json or scripts/check.mjs wrote.
import { readFileSync } from "node:fs";

const told = JSON.parse(readFileSync(process.argv[2], "utf8"));
const counts =
  "numTotalTests" in told
    ? // A file of tests that could not be loaded has no tests that could fail.
      [
        told.numPassedTests,
        told.numFailedTests + told.numRuntimeErrorTestSuites,
        told.numPendingTests + told.numTodoTests,
      ]
    : [told.passed, told.failed, told.skipped];
console.log(counts.join(" "));
