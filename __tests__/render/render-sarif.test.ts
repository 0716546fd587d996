import { describe, expect, it } from "@jest/globals";
import type { Log, Result } from "sarif";
import type { FindingRow, Report } from "../../src/model/report.js";
import { renderers } from "../../src/render/index.js";
import { findingOf, placeAt, reportOf } from "../kit/report-builder.js";

const RULES: Report["rules"] = [
  { id: "tier-inversion", summary: "A phase must not wait for a later tier.", severity: "error", about: "plan" },
  { id: "stale-claim", summary: "What a plan says of itself must be true.", severity: "off", about: "plan" },
];
const OPTIONS = { version: "1.2.3", rulesUrl: "https://example.test/rules" };

function sarif(findings: readonly FindingRow[], more: Partial<Report> = {}): Log["runs"][number] {
  const log = JSON.parse(
    renderers.sarif({ ...reportOf({ plans: [], findings, rules: RULES }), ...more }, OPTIONS),
  ) as Log;
  expect(log.version).toBe("2.1.0");
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
}

const results = (...findings: readonly FindingRow[]): Result[] => sarif(findings).results!;
const finding = (changed: Partial<FindingRow> = {}): FindingRow =>
  findingOf({ ruleId: "tier-inversion", severity: "error", message: "Phase 3 waits.", ...changed });

describe("the report as SARIF", () => {
  it("names the rules, where their pages are, and which are off", () => {
    expect(sarif([]).tool.driver.rules).toEqual([
      {
        id: "tier-inversion",
        shortDescription: { text: "A phase must not wait for a later tier." },
        helpUri: "https://example.test/rules/tier-inversion.md",
        defaultConfiguration: { level: "error" },
      },
      {
        id: "stale-claim",
        shortDescription: { text: "What a plan says of itself must be true." },
        helpUri: "https://example.test/rules/stale-claim.md",
        defaultConfiguration: { enabled: false },
      },
    ]);
  });

  it.each([
    ["error", "error"],
    ["warning", "warning"],
    ["notice", "note"],
  ] as const)("calls %s %s", (severity, level) => {
    expect(results(finding({ severity }))[0]).toMatchObject({ level, ruleId: "tier-inversion", ruleIndex: 0 });
  });

  it("points at the characters, in paths that are addresses", () => {
    const place = { ...placeAt(7), path: "docs/Pläne & more/PLAN #1.md", column: 3, endLine: 8, endColumn: 1 };
    expect(results(finding({ place }))[0]!.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "docs/Pl%C3%A4ne%20%26%20more/PLAN%20%231.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 7, startColumn: 3, endLine: 8, endColumn: 1 },
        },
      },
    ]);
  });

  it("points at head where the finding stands in base, and nowhere when head has nothing of it", () => {
    const place = { ...placeAt(7), revision: "base" } as const;
    const related = [{ place: placeAt(9), message: "needs it" }];
    expect(results(finding({ place, related }))[0]!.locations![0]!.physicalLocation!.region!.startLine).toBe(9);
    expect(results(finding({ place, related: [] }))[0]!.locations).toEqual([]);
  });

  it("keeps apart what is new, what base has and what is accepted", () => {
    const accepted = [{ finding: "f3", owner: "Ann", reason: "It is winter.", expires: "2026-12-31", daysLeft: 9 }];
    const run = sarif(
      [
        finding({ fingerprint: "f1", isNew: true }),
        finding({ fingerprint: "f2", isNew: false }),
        finding({ fingerprint: "f3", waivedBy: "Ann" }),
      ],
      { accepted },
    );
    expect(
      run.results!.map(({ partialFingerprints, baselineState, suppressions }) => [
        partialFingerprints!["planGate/v1"],
        baselineState,
        suppressions?.[0]?.justification,
      ]),
    ).toEqual([
      ["f1", "new", undefined],
      ["f2", "unchanged", undefined],
      ["f3", "new", "Ann: It is winter."],
    ]);
  });

  it("carries a fix as replacements, document by document", () => {
    const at = (path: string, line: number) => ({ ...placeAt(line), path });
    const fix = {
      title: "Move both",
      safety: "safe",
      edits: [
        { place: at("a.md", 1), newText: "2" },
        { place: at("b.md", 2), newText: "3" },
        { place: at("a.md", 4), newText: "" },
      ],
    } as const;
    const [given] = results(finding({ fix }))[0]!.fixes!;
    expect(given!.description).toEqual({ text: "Move both" });
    expect(
      given!.artifactChanges.map(({ artifactLocation, replacements }) => [
        artifactLocation.uri,
        ...replacements.map(({ deletedRegion, insertedContent }) => [deletedRegion.startLine, insertedContent!.text]),
      ]),
    ).toEqual([
      ["a.md", [1, "2"], [4, ""]],
      ["b.md", [2, "3"]],
    ]);
  });

  it("makes no link and no placeholder out of a message", () => {
    const text = results(finding({ message: "see [this](https://evil.test) or {0}\n##[error]" }))[0]!.message.text!;
    expect(text).not.toMatch(/\]\(|\{\d|\n|##\[/);
    expect(text.replaceAll("\u2060", "")).toBe("see [this](https://evil.test) or {0} ##[error]");
  });

  it("shows 5,000 findings, those that close the gate first, and counts the rest", () => {
    const many = Array.from({ length: 5003 }, (_, index) =>
      finding({ severity: index < 5002 ? "notice" : "error", fingerprint: `f${index}` }),
    );
    const run = sarif(many);
    expect(run.results).toHaveLength(5000);
    expect(run.results![0]!.level).toBe("error");
    expect(run.invocations![0]!.toolExecutionNotifications).toEqual([
      { level: "note", message: { text: "3 findings more." } },
    ]);
    expect(sarif([]).invocations).toEqual([{ executionSuccessful: true }]);
  });
});
