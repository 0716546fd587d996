import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { BAD_PLAN, GOOD_PLAN } from "./plans.js";
import { runCli } from "./run-cli.js";
import { folderOf } from "./temporary-tree.js";

test("plan-gate report writes one page of all plans, and passes whatever they are like", () => {
  const cwd = folderOf({ "good.md": GOOD_PLAN, "bad.md": BAD_PLAN, "base.md": GOOD_PLAN });
  const result = runCli(["report", "bad.md", "good.md", "--html", "site/plan.html"], cwd);
  expect(result).toEqual({ exitCode: 0, stdout: "", stderr: "plan-gate: wrote site/plan.html\n" });
  const html = readFileSync(join(cwd, "site/plan.html"), "utf8");
  const [, data] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)!;
  const { plans } = JSON.parse(data!) as { plans: readonly { name: string; base: unknown }[] };
  expect(plans.map(({ name }) => name)).toEqual(["bad.md", "good.md"]);
});

test("the policy of the page names its only script and its only style by hash", () => {
  const cwd = folderOf({ "plan.md": GOOD_PLAN });
  runCli(["report", "plan.md", "--html", "plan.html"], cwd);
  const html = readFileSync(join(cwd, "plan.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)![1]!;
  const hashes = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, text]) => `'sha256-${createHash("sha256").update(text!).digest("base64")}'`);
  expect(policy.split("; ").slice(0, 3)).toEqual([
    "default-src 'none'",
    `script-src ${hashes(/<script>(.*?)<\/script>/gs).join(" ")}`,
    `style-src ${hashes(/<style>(.*?)<\/style>/gs).join(" ")}`,
  ]);
});

test("plan-gate report without a plan, or without a file to write, is wrong use", () => {
  const cwd = folderOf({ "README.md": "# Ferries\n" });
  expect(runCli(["report", "--html", "plan.html"], cwd)).toMatchObject({ exitCode: 2, stdout: "" });
  expect(runCli(["report"], cwd)).toMatchObject({ exitCode: 2, stdout: "" });
});

test("plan-gate report --help shows usage and examples", () => {
  expect(runCli(["report", "--help"], ".").stdout).toMatch(/Usage:[^]*Examples:/);
});
