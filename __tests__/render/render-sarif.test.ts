import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "@jest/globals";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import type { FindingRow, Report } from "../../src/model/report.js";
import { renderSarif } from "../../src/render/render-sarif.js";
import { GOLDEN_CASES } from "./golden-cases.js";
import { findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";

// The schema of OASIS, without its name and the old draft that it is written in; nothing else of it is particular to it.
const require = createRequire(import.meta.url);
const schemaFile = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const { properties, definitions, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8")) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const isSarif = ajv.compile({
  type: "object",
  required: schema["required"],
  additionalProperties: false,
  properties,
  definitions,
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
  }[];
  readonly relatedLocations: readonly object[];
  readonly suppressions: readonly { readonly justification: string }[];
  readonly baselineState: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly object[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Readonly<Record<string, unknown>>[] } };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly { readonly toolExecutionNotifications: readonly { readonly message: object }[] }[];
  readonly results: readonly Result[];
}

const RULES_URL = "https://example.com/rules";

function runOf(report: Report, instance?: string): Run {
  const text = renderSarif(report, {
    version: "1.2.3",
    rulesUrl: RULES_URL,
    ...(instance !== undefined && { instance }),
  });
  const log = JSON.parse(text) as { readonly runs: readonly [Run] };
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  return log.runs[0];
}

const resultOf = (finding: FindingRow, more: Partial<Report> = {}): Result =>
  runOf(reportOf({ ...more, findings: [finding] })).results[0]!;

describe("SARIF", () => {
  it.each(Object.keys(GOLDEN_CASES))("fits the schema for the report of %s", (name) => {
    expect(runOf(GOLDEN_CASES[name]!()).results).toHaveLength(GOLDEN_CASES[name]!().findings.length);
  });

  it("is told from something else by the schema", () => {
    expect(isSarif({ version: "2.1.0", runs: [{ tool: { driver: { name: 1 } } }] })).toBe(false);
  });

  it("says where, in what order of severity, and how it is known again", () => {
    const place = placeAt(3, { path: "docs/Plan für Fähre.md", column: 5, endColumn: 9 });
    const rules = [{ id: "r", summary: "Ferries float.", severity: "error", about: "plan" }] as const;
    const result = resultOf(findingOf({ ruleId: "r", message: "sinks", place, fingerprint: "0123" }), { rules });
    expect(result).toMatchObject({
      ruleId: "r",
      ruleIndex: 0,
      level: "error",
      message: { text: "sinks" },
      baselineState: "new",
      suppressions: [],
      partialFingerprints: { "planGate/v1": "0123" },
    });
    expect(result.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "docs/Plan%20f%C3%BCr%20F%C3%A4hre.md", uriBaseId: "SRCROOT" },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
      },
    ]);
    expect(resultOf(findingOf({ ruleId: "r", message: "m", severity: "notice" })).level).toBe("note");
    expect(resultOf(findingOf({ ruleId: "r", message: "m", severity: "warning" })).level).toBe("warning");
  });

  it("describes every rule, with its page", () => {
    const rules = [
      { id: "on", summary: "Ferries float.", severity: "notice", about: "plan" },
      { id: "off", summary: "Ferries sing.", severity: "off", about: "change" },
    ] as const;
    expect(runOf(reportOf({ rules })).tool.driver.rules).toEqual([
      expect.objectContaining({
        id: "on",
        helpUri: `${RULES_URL}/on.md`,
        help: { text: `Ferries float. See ${RULES_URL}/on.md` },
        defaultConfiguration: { level: "note" },
      }),
      expect.objectContaining({ id: "off", defaultConfiguration: { enabled: false } }),
    ]);
  });

  it("suppresses what is accepted and what base has already, with the reason", () => {
    const findings = [
      findingOf({ ruleId: "r", message: "new", fingerprint: "1" }),
      findingOf({ ruleId: "r", message: "old", fingerprint: "2", isNew: false }),
      findingOf({ ruleId: "r", message: "waived", fingerprint: "3", waivedBy: "kim" }),
    ];
    const accepted = [{ finding: "3", owner: "kim", reason: "agreed", expires: "2026-12-01", daysLeft: 9 }];
    const { results } = runOf(reportOf({ findings, accepted }));
    expect(results.map(({ suppressions }) => suppressions.map(({ justification }) => justification))).toEqual([
      [],
      ["The base has it already."],
      ["accepted by kim until 2026-12-01 (9 days left): agreed"],
    ]);
    const all = runOf(reportOf({ findings, accepted, verdict: { gate: "all" } }));
    expect(all.results.map(({ suppressions }) => suppressions.length)).toEqual([0, 0, 1]);
  });

  it("never points to a line of base", () => {
    const inBase = placeAt(7, { revision: "base" });
    const gone = findingOf({ ruleId: "r", message: "gone", place: inBase });
    const plans = [planOf([{ id: "1", title: "Slipway", weeks: 4 }])];
    expect(resultOf(gone, { plans }).locations[0]!.physicalLocation.region).toEqual({ startLine: 1 });
    expect(resultOf(gone).message.text).toBe("gone\nIn base: docs/plan.md:7");
    const related = [
      { place: inBase, message: "was" },
      { place: placeAt(9), message: "needs it" },
    ];
    const needed = resultOf(findingOf({ ...gone, related }));
    expect(needed.locations[0]!.physicalLocation.region).toMatchObject({ startLine: 9 });
    expect(needed.relatedLocations).toHaveLength(1);
  });

  it("carries the way out", () => {
    const place = placeAt(2, { column: 1, endColumn: 1, endOffset: 80 });
    const fix = { title: "Put it in", safety: "safe", edits: [{ place, newText: "x" }] } as const;
    expect(resultOf(findingOf({ ruleId: "r", message: "m", fix })).fixes).toEqual([
      {
        description: { text: "Put it in" },
        artifactChanges: [
          {
            artifactLocation: { uri: "docs/plan.md", uriBaseId: "SRCROOT" },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 1 },
                insertedContent: { text: "x" },
              },
            ],
          },
        ],
      },
    ]);
  });

  it("has an id for each instance, which ends in a slash as a category does", () => {
    expect(runOf(reportOf()).automationDetails.id).toBe("plan-gate/");
    expect(runOf(reportOf(), "Plans: north/gate").automationDetails.id).toBe("plan-gate/Plans%3A%20north%2Fgate/");
  });

  it("keeps text of a plan from being a link, a placeholder or a command", () => {
    const { text } = resultOf(
      findingOf({ ruleId: "r", message: "[here](https://evil.example) {0} ::error:: ##[x]" }),
    ).message;
    expect(text).not.toMatch(/\]\(|\{\d|::|##\[/);
    expect(text.replaceAll("\u2060", "")).toBe("[here](https://evil.example) {0} ::error:: ##[x]");
  });

  it("stays within 5,000 results and 10 MB, counts what is left out, and leaves out what matters least", () => {
    const many = (count: number, message: string) => [
      findingOf({ ruleId: "r", message: "old", isNew: false }),
      ...Array.from({ length: count }, (_, index) => findingOf({ ruleId: "r", message, fingerprint: String(index) })),
    ];
    const counted = runOf(reportOf({ findings: many(5200, "short") }));
    expect(counted.results).toHaveLength(5000);
    expect(counted.results.every(({ baselineState }) => baselineState === "new")).toBe(true);
    expect(counted.invocations[0]!.toolExecutionNotifications).toEqual([
      { level: "note", message: { text: "201 more findings did not fit into this file: see the JSON report." } },
    ]);
    const long = reportOf({ findings: many(4900, "é".repeat(1000)) });
    expect(Buffer.byteLength(renderSarif(long, { version: "1", rulesUrl: null }))).toBeLessThan(10_000_000);
    expect(runOf(long).results.length).toBeGreaterThan(3000);
  });

  it("fits the schema whatever a plan says", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const finding = fc.record({ message: text, path: text, phase: text, title: text, newText: text }).map((said) =>
      findingOf({
        ruleId: "r",
        message: said.message,
        phases: [said.phase],
        place: placeAt(1, { path: said.path }),
        fix: {
          title: said.title,
          safety: "safe",
          edits: [{ place: placeAt(1, { path: said.path }), newText: said.newText }],
        },
      }),
    );
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 3 }), (findings) => {
        expect(runOf(reportOf({ findings })).results).toHaveLength(findings.length);
      }),
      { numRuns: 50 },
    );
  });
});
