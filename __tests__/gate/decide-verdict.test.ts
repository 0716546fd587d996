import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../src/config/defaults.js";
import { decideVerdict } from "../../src/gate/decide-verdict.js";
import type { Finding } from "../../src/model/finding.js";
import { place } from "../kit/plan-builder.js";

const finding = (severity: Finding["severity"], rest: Partial<Finding> = {}): Finding => ({
  ruleId: "a-rule",
  severity,
  message: "m",
  place: place(1),
  phases: [],
  plan: "plan.md",
  fingerprint: "0",
  isNew: true,
  waivedBy: null,
  ...rest,
});

const waivedBy = {
  rule: "a-rule",
  phase: "1",
  subject: null,
  plan: null,
  reason: "r",
  owner: "w",
  expires: "2026-12-01",
  place: place(1),
};

const decide = (findings: Finding[], failOn: "error" | "warning" | "never", gate: "new" | "all" = "new") =>
  decideVerdict(findings, { ...defaults, failOn, gate }, "2026-11-22");

describe("decideVerdict", () => {
  it.each([
    ["error", "never", "pass"],
    ["error", "error", "fail"],
    ["error", "warning", "fail"],
    ["warning", "error", "pass"],
    ["warning", "warning", "fail"],
    ["notice", "warning", "pass"],
  ] as const)("one new %s with fail-on %s: %s", (severity, failOn, outcome) => {
    expect(decide([finding(severity)], failOn).outcome).toBe(outcome);
  });

  it("passes without findings", () => {
    expect(decide([], "warning")).toEqual({
      outcome: "pass",
      errors: 0,
      warnings: 0,
      notices: 0,
      alreadyOnBase: 0,
      waived: 0,
      failOn: "warning",
      gate: "new",
      asOf: "2026-11-22",
    });
  });

  it("counts what base has already apart, or with the rest under gate: all", () => {
    const old = finding("error", { isNew: false });
    expect(decide([old, finding("warning")], "error")).toMatchObject({
      outcome: "pass",
      errors: 0,
      warnings: 1,
      alreadyOnBase: 1,
    });
    expect(decide([old], "error", "all")).toMatchObject({ outcome: "fail", errors: 1, alreadyOnBase: 0 });
  });

  it("is opened by a label where it would be closed, the counts staying as they are", () => {
    const override = { label: "go", by: "bob", at: "2026-11-22T10:00:00Z" };
    const verdict = decideVerdict([finding("error")], defaults, "2026-11-22", override);
    expect(verdict).toMatchObject({ outcome: "pass", errors: 1, override });
    expect(decideVerdict([finding("notice")], defaults, "2026-11-22", override)).not.toHaveProperty("override");
  });

  it("counts what is waived apart, old or new", () => {
    const waived = [finding("error", { waivedBy }), finding("error", { waivedBy, isNew: false })];
    expect(decide(waived, "warning")).toMatchObject({ outcome: "pass", errors: 0, waived: 2, alreadyOnBase: 0 });
    expect(decide(waived, "warning", "all")).toMatchObject({ outcome: "pass", waived: 2 });
  });
});
