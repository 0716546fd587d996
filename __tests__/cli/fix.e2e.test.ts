import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runCli } from "./run-cli.js";
import { folderOf } from "./temporary-tree.js";

const PLAN = [
  "# Plan  ",
  "",
  "| Phase | Tier | Depends on | Duration |",
  "|:--|--:|---|---|",
  "| 1 | 1 | none | 2 weeks |",
  "| 2 | 2 | 1 | 3 weeks |",
  "| 3 | 2 | 2 | 1 week |  ",
  "",
  "Words \twith a tab, and no end of line",
].join("\n");
const MENDED = PLAN.replace("| 3 | 2 | 2 |", "| 3 | 3 | 2 |");

const forms: readonly (readonly [string, (text: string) => string])[] = [
  ["line feeds", (text) => text],
  ["carriage returns and line feeds", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["both", (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
  ["emoji and combining letters in front", (text) => text.replace("# Plan", "# 🚢 Fa\u0308hrplan 👩‍🔧")],
];

const fix = (folder: string, ...more: readonly string[]) =>
  runCli(["fix", "PLAN.md", "--all", "--no-config", "--as-of", "2026-11-22", ...more], folder);
const textIn = (folder: string): string => readFileSync(join(folder, "PLAN.md")).toString("utf8");

describe.each(forms)("fix in a document with %s", (_, form) => {
  it("changes what has to change and not one byte more, once and for all", () => {
    const folder = folderOf({ "PLAN.md": form(PLAN) });
    expect(fix(folder).exitCode).toBe(0);
    expect(textIn(folder)).toBe(form(MENDED));
    expect(fix(folder).exitCode).toBe(0);
    expect(textIn(folder)).toBe(form(MENDED));
    expect(runCli(["check", "PLAN.md", "--no-config"], folder).exitCode).toBe(0);
  });

  it("shows the same and writes nothing when it is only tried", () => {
    const folder = folderOf({ "PLAN.md": form(PLAN) });
    const { exitCode, stdout } = fix(folder, "--dry-run");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("| 3 | 3 | 2 |");
    expect(textIn(folder)).toBe(form(PLAN));
  });
});

it("makes nothing unseen that wants a person, unless asked", () => {
  const folder = folderOf({ "PLAN.md": PLAN });
  const { exitCode, stdout } = runCli(["fix", "PLAN.md", "--no-config"], folder);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("--all");
  expect(textIn(folder)).toBe(PLAN);
});
