import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { ruleIds } from "../../src/rules/index.js";

/**
 * Each folder is one case: `head.md`, and `base.md` and `plan-gate.yml` where there are any. What is expected stands in
 * the head, on the line of the finding: `<!-- expect: rule-id -->` for a new one, `<!-- expect-on-base: rule-id -->` for
 * one that base has too, and `<!-- verdict: fail -->` anywhere. Too few and too many both fail.
 */
const FOLDER = "__tests__/plans";
const TODAY = "2026-11-22";

const cases = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(cases.map((entry) => entry.name))("plans/%s", (name) => {
  const read = (file: string) => readFileSync(join(FOLDER, name, file), "utf8");
  const has = (file: string) => existsSync(join(FOLDER, name, file));
  const head = read("head.md");
  const config = has("plan-gate.yml") ? parseConfig(read("plan-gate.yml"), "plan-gate.yml", ruleIds) : defaults;
  const input = {
    name: "plan.md",
    head: [{ path: "plan.md", text: head }],
    base: has("base.md") ? [{ path: "plan.md", text: read("base.md") }] : null,
  };
  const report = checkPlan({ plans: [input], config, today: TODAY });

  it("has the findings it says, where it says", () => {
    const found = report.findings.map(
      ({ place, ruleId, isNew }) => `${place.line} ${isNew ? "" : "on base "}${ruleId}`,
    );
    expect(found.sort()).toEqual(expectations(head).sort());
  });

  it("has the verdict it says", () => {
    expect(report.verdict.outcome).toBe(/<!-- verdict: (\w+) -->/.exec(head)?.[1]);
  });

  it("gives the same report again", () => {
    expect(JSON.stringify(checkPlan({ plans: [input], config, today: TODAY }))).toBe(JSON.stringify(report));
  });

  it("has findings with fingerprints of their own", () => {
    expect(new Set(report.findings.map((finding) => finding.fingerprint)).size).toBe(report.findings.length);
  });
});

function expectations(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(/<!-- expect(-on-base)?: ([a-z- ]+) -->/g)].flatMap(([, onBase, ids]) =>
        ids!.split(" ").map((id) => `${index + 1} ${onBase ? "on base " : ""}${id}`),
      ),
    );
}
