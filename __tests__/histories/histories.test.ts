import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import type { Report } from "../../src/model/report.js";

/**
 * Each folder is the life of one plan: its documents at one commit after the other, every one judged against the one
 * before. A document says what it expects: `<!-- day: 2026-11-02 -->` is the day of the commit, `<!-- verdict: fail -->`
 * the verdict, and `<!-- expect: rule-id -->` stands on the line of a new finding. What the author then did about it is
 * the next commit. Too few and too many findings both fail.
 */
const FOLDER = "__tests__/histories";

const histories = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(histories.map(({ name }) => name))("the history %s", (name) => {
  const commits = readdirSync(join(FOLDER, name)).sort();
  const steps = commits.slice(1).map((commit, index) => ({ from: commits[index]!, to: commit }));

  it("has commits of its own order", () => {
    expect(commits.map((commit) => Number.parseInt(commit, 10))).toEqual(commits.map((_, index) => index + 1));
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  describe.each(steps)("$from → $to", ({ from, to }) => {
    const text = (commit: string) => readFileSync(join(FOLDER, name, commit), "utf8");
    const head = text(to);
    const report = judge(text(from), head);

    it("has the new findings it says, where it says", () => {
      const found = report.findings.filter(({ isNew }) => isNew).map(({ place, ruleId }) => `${place.line} ${ruleId}`);
      expect(found.sort()).toEqual(expectations(head).sort());
    });

    it("has the verdict it says", () => {
      expect(report.verdict.outcome).toBe(mark(head, "verdict"));
    });
  });
});

function judge(base: string, head: string): Report {
  const document = (text: string) => [{ path: "docs/PLAN.md", text }];
  const plans = [{ name: "docs/PLAN.md", base: document(base), head: document(head) }];
  return checkPlan({ plans, config: defaults, today: mark(head, "day")! });
}

function mark(text: string, name: string): string | undefined {
  return new RegExp(`<!-- ${name}: (\\S+) -->`).exec(text)?.[1];
}

function expectations(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, index) => [...line.matchAll(/<!-- expect: ([a-z-]+) -->/g)].map(([, id]) => `${index + 1} ${id}`));
}
