import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parseConfig } from "../../src/config/parse-config.js";
import { ruleIds, rules } from "../../src/rules/index.js";
import type { AnyRule } from "../../src/rules/rule.js";
import { examples, sectionOf, type PageExample } from "../kit/page-examples.js";
import { complaintsAfterFixes, judge } from "../kit/test-rule.js";

describe.each(rules.map((rule) => [rule.id, rule] as const))("docs/rules/%s.md", (id, rule) => {
  const page = readFileSync(join("docs", "rules", `${id}.md`), "utf8");

  it("opens with what the rule says about itself", () => {
    expect(page.slice(0, page.indexOf("\n## "))).toBe(headOf(rule, offersFix(rule, page)));
  });

  it("has all parts in order", () => {
    const withoutExamples = page.replace(/^```[\s\S]*?^```$/gm, "");
    const parts = [...withoutExamples.matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(parts).toEqual(["Why", "How to mend", "Configuration", "Correct", "Incorrect"]);
  });

  it("shows a configuration that is one, and that is about this rule", () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(sectionOf(page, "Configuration"))![1]!;
    expect(parseConfig(yaml, id, ruleIds).rules.has(id)).toBe(true);
  });

  it("links to pages that exist", () => {
    const linked = [...page.matchAll(/\]\(([^)]+)\.md\)/g)].map((match) => match[1]!);
    expect(linked.filter((other) => !existsSync(join("docs", "rules", `${other}.md`)))).toEqual([]);
  });

  it.each(examples(sectionOf(page, "Correct")).map((one, index) => [index + 1, one] as const))(
    "correct example %i is",
    (_, one) => {
      expect(one.expected).toEqual([]);
      expect(placesOf(rule, one)).toEqual([]);
    },
  );

  it.each(examples(sectionOf(page, "Incorrect")).map((one, index) => [index + 1, one] as const))(
    "incorrect example %i is, exactly where it says",
    (_, one) => {
      expect(one.expected).not.toEqual([]);
      expect(placesOf(rule, one)).toEqual(one.expected);
      expect(complaintsAfterFixes(rule, one)).toEqual([]);
    },
  );
});

const placesOf = (rule: AnyRule, one: PageExample): string[] =>
  judge(rule, one).map(({ place }) => `${rule.id} ${place.line}:${place.column}`);

const offersFix = (rule: AnyRule, page: string): string | null => {
  const fixes = examples(sectionOf(page, "Incorrect")).flatMap((one) =>
    judge(rule, one).flatMap(({ fix }) => fix ?? []),
  );
  return fixes[0]?.safety ?? null;
};

const headOf = (rule: AnyRule, safety: string | null): string =>
  [
    `# ${rule.id}`,
    "",
    rule.summary,
    "",
    "| | |",
    "| --- | --- |",
    `| Default severity | ${rule.severity} |`,
    `| Judges | ${SUBJECTS[rule.about]} |`,
    `| Fix | ${safety === null ? "none" : safety === "safe" ? "may be applied unseen" : "offered for review"} |`,
    "",
  ].join("\n");

const SUBJECTS = {
  plan: "the plan as it stands",
  change: "the step from base to head",
  policy: "what the configuration accepts",
} as const;
