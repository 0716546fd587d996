import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { configJsonSchema } from "../../src/config/config-json-schema.js";
import { ruleIds, rules } from "../../src/rules/index.js";

const namesIn = (folder: string, suffix: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => basename(name, suffix))
    .sort();

const NO_RULES = ["index", "rule"];
const NO_RULE_TESTS = ["new-rule", "pages", "parity"];

describe("the set of rules is the same everywhere", () => {
  it.each([
    ["files in src/rules", namesIn("src/rules", ".ts").filter((name) => !NO_RULES.includes(name))],
    ["pages in docs/rules", namesIn("docs/rules", ".md").filter((name) => name !== "README")],
    [
      "tests in __tests__/rules",
      namesIn("__tests__/rules", ".test.ts").filter((name) => !NO_RULE_TESTS.includes(name)),
    ],
    ["rules of the configuration's schema", schemaRules()],
  ])("%s", (_, names) => {
    expect(names).toEqual(ruleIds);
  });
});

describe("every rule", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s has a speaking id and a summary of one sentence",
    (id, rule) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(rule.summary).toMatch(/^[A-Z][^.]*\.$/);
    },
  );

  it("stands in the registry in the order of ids, once", () => {
    expect(ruleIds).toEqual([...new Set(ruleIds)].sort());
  });
});

function schemaRules(): string[] {
  const schema = configJsonSchema(ruleIds) as { properties: { rules: { properties: Record<string, unknown> } } };
  return Object.keys(schema.properties.rules.properties).sort();
}
