import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { workflowSources } from "../workflows/workflow-sources.js";

const page = readFileSync("docs/threat-model.md", "utf8");

it("every row says who, what, when, what for, and what holds them off", () => {
  const table = page.slice(page.indexOf("## Who may control what"), page.indexOf("## What it can do at most"));
  const rows = [...table.matchAll(/^\|(.+)\|$/gm)].map(([, cells]) => cells!.split("|").map((cell) => cell.trim()));
  expect(rows.length).toBeGreaterThan(10);
  for (const cells of rows) {
    expect(cells).toHaveLength(5);
    expect(cells).not.toContain("");
  }
});

it("names every permission that a workflow shown to users asks for", () => {
  const asked = workflowSources()
    .filter(({ name }) => name.includes(".md:"))
    .flatMap(({ text }) => [...text.matchAll(/^ +([a-z-]+: (?:read|write))$/gm)].map(([, permission]) => permission!));
  expect(asked.length).toBeGreaterThan(10);
  for (const permission of new Set(asked)) expect(page).toContain(`\`${permission}\``);
});

it("speaks of the events on which a token may write", () => {
  for (const event of ["pull_request", "pull_request_target", "workflow_run"]) expect(page).toContain(`\`${event}\``);
});
