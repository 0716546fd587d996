import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { examineRepository } from "../../src/doctor/examine-repository.js";
import { examineWorkflowAlone } from "../../src/doctor/examine-workflow.js";
import { ruleIds } from "../../src/rules/index.js";
import { workflowSources } from "./workflow-sources.js";

const sources = workflowSources();

test("the doctor finds nothing wrong with this repository", () => {
  const workflows = sources.filter(({ name }) => !name.includes(".md:"));
  const documents = [
    ...workflows.map(({ name, text }) => ({ path: `.github/workflows/${name}`, text })),
    { path: "action.yml", text: readFileSync("action.yml", "utf8") },
  ];
  const { ailments, remarks } = examineRepository({ paths: ["docs/PLAN.md"], documents }, null, ruleIds);
  expect(ailments).toEqual([]);
  expect(remarks[0]).toContain("plan-gate runs in .github/workflows/ci.yml, .github/workflows/gate.yml");
});

test.each(sources.filter(({ name }) => name.includes(".md:")))("nor with the workflow in $name", ({ name, text }) => {
  const found = examineWorkflowAlone({ path: name, text }, { hasOverrideLabels: false, hasFullGate: false });
  // The documentation cannot know the commit of the release it is part of.
  expect(found.filter(({ id }) => id !== "placeholder-commit")).toEqual([]);
});
