import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { renderers } from "../../src/render/index.js";
import { expectGolden } from "../kit/golden-file.js";

const documents = (side: "base" | "head") => [
  { path: "docs/PLAN.md", text: readFileSync(`examples/ferry/${side}/docs/PLAN.md`, "utf8") },
];
const report = checkPlan({
  plans: [{ name: "docs/PLAN.md", head: documents("head"), base: documents("base") }],
  config: defaults,
  today: "2026-11-22",
});

/** What people see first. One plan that breaks every rule stands in `__tests__/every-rule`. */
describe("examples/ferry", () => {
  it("is red for few reasons, each of another kind", () => {
    const errors = report.findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ ruleId }) => ruleId).sort()).toEqual([
      "backdated-announcement",
      "dependency-cycle",
      "intra-tier-dependency",
      "short-notice",
      "tier-inversion",
      "unannounced-breaking-change",
      "unknown-dependency",
    ]);
    expect(report.findings.length).toBeLessThan(16);
  });

  it("looks as it did, in every format", () => {
    const links = { links: null, rulesUrl: null, detailsUrl: null };
    const options = { ...links, budget: "comment" as const, version: "0.1.0", color: false, width: 100 };
    expectGolden("ferry/report.txt", renderers.text(report, options));
    expectGolden("ferry/report.md", renderers.markdown(report, options));
    expectGolden("ferry/report.json", renderers.json(report));
  });
});
