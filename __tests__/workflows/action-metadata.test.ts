import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { diagnoseAction } from "./diagnose.js";

const RIGHT = "name: n\ndescription: d\nruns:\n  using: node24\n  main: dist/index.js\n";

test("GitHub's language server tells a right action.yml from a wrong one", async () => {
  expect(await diagnoseAction(RIGHT)).toEqual([]);
  expect(await diagnoseAction(RIGHT.replace("node24", "node99"))).not.toEqual([]);
});

const withMetadata = existsSync("action.yml") ? test : test.skip;

withMetadata("action.yml pleases GitHub's language server and starts the bundle on Node 24", async () => {
  const text = readFileSync("action.yml", "utf8");
  expect(await diagnoseAction(text)).toEqual([]);
  expect(text).toMatch(/^ {2}using: ["']?node24["']?$/m);
  expect(text).toMatch(/^ {2}main: ["']?dist\/index\.js["']?$/m);
});
