import type { FindingRow, Report, Verdict } from "../../../src/model/report.js";

/** A report without plans and findings, in which only the verdict says something. */
export const aReport = (verdict: Partial<Verdict> = {}, more: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  verdict: {
    outcome: "pass",
    errors: 0,
    warnings: 0,
    notices: 0,
    alreadyOnBase: 0,
    waived: 0,
    failOn: "error",
    gate: "new",
    asOf: "2026-11-22",
    ...verdict,
  },
  findings: [],
  plans: [],
  rules: [],
  remarks: [],
  ...more,
});

export const aFinding = (more: Partial<FindingRow> = {}): FindingRow => ({
  ruleId: "tier-inversion",
  severity: "error",
  message: "Phase 2 depends on Phase 5",
  plan: "docs/PLAN.md",
  place: { path: "docs/PLAN.md", line: 3, column: 5, endLine: 3, endColumn: 9, offset: 20, endOffset: 24 },
  related: [],
  phases: ["2", "5"],
  subject: null,
  fingerprint: "f",
  isNew: true,
  waivedBy: null,
  fix: null,
  ...more,
});
