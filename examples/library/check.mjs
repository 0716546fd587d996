// Judges the plan in ../ferry against its base, mends it, and says what is left:
//
//   node examples/library/check.mjs
import { readFileSync } from "node:fs";
import { checkPlan, defaultConfig, fixPlans, renderReport } from "plan-gate";

/** @param {"head" | "base"} revision */
const documents = (revision) => [
  {
    path: "docs/PLAN.md",
    text: readFileSync(new URL(`../ferry/${revision}/docs/PLAN.md`, import.meta.url), "utf8"),
  },
];
const base = documents("base");
const input = {
  plans: [{ name: "ferry", head: documents("head"), base }],
  config: defaultConfig,
  today: "2026-11-22",
};

const { verdict, findings } = checkPlan(input);
console.log(`${verdict.outcome}: ${verdict.errors} errors, ${verdict.warnings} warnings`);
for (const { severity, ruleId, place, message } of findings) {
  console.log(`${place.path}:${place.line} ${severity} ${ruleId}: ${message}`);
}

const { after, titles } = fixPlans(input, "all");
console.log(`\nmended: ${titles.join("; ")}\n`);
const mended = checkPlan({ ...input, plans: [{ name: "ferry", head: after, base }] });
console.log(renderReport(mended, "text"));
