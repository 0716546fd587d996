import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { BAD_PLAN, GOOD_PLAN } from "./plans.js";
import { runCli } from "./run-cli.js";
import { folderOf } from "./temporary-tree.js";

test("plan-gate badge writes badges, prints only Markdown, and passes whatever they say", () => {
  const cwd = folderOf({ "good.md": GOOD_PLAN, "bad.md": BAD_PLAN });
  const result = runCli(["badge", "bad.md", "good.md", "--out", "site/badges"], cwd);
  expect(result).toMatchObject({ exitCode: 0, stderr: "plan-gate: wrote 18 files to site/badges\n" });
  const paths = [...result.stdout.matchAll(/^!\[[^\]]+\]\(([^)]+)\)$/gm)].map(([, path]) => path!);
  expect(paths).toHaveLength(9);
  const said = paths.map((path) => /<title>(.*)<\/title>/.exec(readFileSync(join(cwd, path), "utf8"))![1]!);
  expect(said[0]).toMatch(/^plan gate: \d+ errors?$/);
  expect(said.find((title) => title.startsWith("good.md: plan gate"))).toBe("good.md: plan gate: passing");
});

test("plan-gate badge without a plan is wrong use", () => {
  expect(runCli(["badge"], folderOf({ "README.md": "# Ferries\n" }))).toMatchObject({ exitCode: 2, stdout: "" });
});

test("plan-gate badge --help shows usage and examples", () => {
  expect(runCli(["badge", "--help"], ".").stdout).toMatch(/Usage:[^]*Examples:/);
});
