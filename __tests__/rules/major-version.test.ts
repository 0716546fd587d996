import { describe, expect, it } from "@jest/globals";
import { majorVersion } from "../../src/rules/major-version.js";
import { checkEntries } from "../kit/check-rule.js";
import { entry } from "../kit/entry-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (version: string, affects: string, migration: string, effective = "2027-01-15") =>
  lines(
    "## Breaking changes",
    "",
    "| Service | Change | Version | Affects | Migration | Effective |",
    "|---|---|---|---|---|---|",
    `| Fares | cents | ${version} | ${affects} | ${migration} | ${effective} |`,
  );

testRule(majorVersion, {
  valid: [
    table("1.4.2 → 2.0.0", "5, 9", "guide"),
    table("2.0.0", "5", "guide"),
    table("0.3 → 0.4", "5", "guide"),
    table("1.0 → 1.1", "", "", "2026-11-21"),
  ],
  invalid: [
    {
      plan: table("1.0.0 → 1.1.0", "5", "guide"),
      expect: ['5:1 The breaking change of Fares (cents) goes from version "1.0.0 → 1.1.0", which is no major step.'],
    },
    {
      plan: table("", "", ""),
      expect: [
        "5:1 The breaking change of Fares (cents) names no version, does not say which phases it affects and does not say how to migrate.",
      ],
    },
    {
      plan: table("2.1.0", "9", ""),
      expect: [
        '5:1 The breaking change of Fares (cents) goes from version "2.1.0", which is no major step and does not say how to migrate.',
      ],
    },
  ],
});

describe("major-version", () => {
  const steps = (from: string | null, to: string) =>
    checkEntries(majorVersion, [
      entry({ version: { from, to, text: `${from ?? ""} ${to}` }, affects: ["5"], migration: "guide" }),
    ]).length;

  it.each([
    ["1.9.9", "2.0.0", 0],
    ["1.9.9", "3.1.0", 0],
    ["2.0.0", "1.0.0", 1],
    ["0.9.0", "0.10.0", 0],
    ["0.9.0", "0.9.1", 1],
    [null, "0.2.0", 0],
    [null, "0.2.1", 1],
    [null, "3", 0],
  ])("%s → %s: %i findings", (from, to, count) => {
    expect(steps(from, to)).toBe(count);
  });

  it("asks nothing of a removal", () => {
    expect(checkEntries(majorVersion, [entry({ kind: "removal" })])).toEqual([]);
  });
});
