import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { contractKey, namedSource, parseContractEntry } from "../../src/grammar/contract-entry.js";
import { contractSideOf, contractTitle, isCheckpointHeading } from "../../src/grammar/contract-heading.js";
import { contractPath } from "../../src/grammar/contract-path.js";
import { parseHandoff } from "../../src/grammar/handoff.js";
import { compareVersions, parseVersion, type Version } from "../../src/grammar/version.js";

describe("one output or requirement", () => {
  const parts = (text: string) => {
    const entry = parseContractEntry(text);
    const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);
    return entry && [words(entry.name), words(entry.version), words(entry.source)];
  };

  it.each([
    ["RouteApi", ["RouteApi", null, null]],
    ["RouteApi v1.2", ["RouteApi", "v1.2", null]],
    ["RouteApi 1.2.0-beta.1", ["RouteApi", "1.2.0-beta.1", null]],
    ["RouteApi@2", ["RouteApi", "@2", null]],
    ["RouteApi >= 2", ["RouteApi", ">= 2", null]],
    ["RouteApi ≥ v2.0", ["RouteApi", "≥ v2.0", null]],
    ["RouteApi version 2", ["RouteApi", "version 2", null]],
    ["RouteApi at least 2.0", ["RouteApi", "2.0", null]],
    ["RouteApi 2.x", ["RouteApi", "2.x", null]],
    ["RouteApi (v1.2) - all departures", ["RouteApi", "v1.2", null]],
    ["Route timetable: all departures", ["Route timetable", null, null]],
    ["find(harbour) -> Sailing", ["find", null, null]],
    ["OAuth2 client", ["OAuth2 client", null, null]],
    ["RouteApi v2 from Phase 8", ["RouteApi", "v2", "Phase 8"]],
    ["RouteApi (Phase 8.4)", ["RouteApi", null, "Phase 8.4"]],
    ["Phase 8: RouteApi v2.0", ["RouteApi", "v2.0", "Phase 8"]],
    ["Phase 8 identity", ["identity", null, "Phase 8"]],
    ["agentId from Phase 8 Section 8.4", ["agentId", null, "Phase 8 Section 8.4"]],
    ["RouteApi from T-02", ["RouteApi", null, "T-02"]],
    ["Ticket v2.1", ["Ticket", "v2.1", null]],
    ["Ticket 2.0 from Phase 3", ["Ticket", "2.0", "Phase 3"]],
    ["RouteApi 3.5 weeks", ["RouteApi 3.5 weeks", null, null]],
    ["RouteApi since 2025-11-01", ["RouteApi since 2025-11-01", null, null]],
  ])("%j", (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each(["", "none", "N/A", "—", "Phase 8", "12", "3 services", "v1.2"])("%j names nothing", (text) => {
    expect(parseContractEntry(text)).toBeNull();
  });

  it("never points outside its text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const entry = parseContractEntry(text);
        for (const span of [entry?.name, entry?.version, entry?.source, namedSource(text)]) {
          if (!span) continue;
          expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        }
      }),
    );
  });

  it("is compared by its letters and digits", () => {
    expect(["Route API", "route-api", "RouteApi()", "`routeAPI`"].map(contractKey)).toEqual(Array(4).fill("routeapi"));
  });
});

describe("versions", () => {
  const order = [
    "v1",
    "1.0.1",
    "1.2-alpha",
    "1.2-alpha.1",
    "1.2-alpha.beta",
    "1.2-beta",
    "1.2",
    "1.10.x",
    "^2",
    "2.0.0.1",
  ];

  it("follow the precedence of semver.org, however they are written", () => {
    const versions = order.map((text) => parseVersion(text)!);
    versions.forEach((one, at) =>
      versions.forEach((other, beside) => expect(Math.sign(compareVersions(one, other))).toBe(Math.sign(at - beside))),
    );
  });

  it.each([
    ["v2", "2.0.0"],
    [">= 2.1", "2.1.0"],
    ["@2", "2"],
    ["2.x", "2"],
    ["version 3.0", "3"],
  ])("%s is %s", (one, other) => {
    expect(compareVersions(parseVersion(one)!, parseVersion(other)!)).toBe(0);
  });

  it.each(["", "next", "< 3", "≤ 2.0", "TBD"])("%j is none that bounds from below", (text) => {
    expect(parseVersion(text)).toBeNull();
  });

  it("are ordered consistently", () => {
    const version: fc.Arbitrary<Version> = fc.record({
      numbers: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
      preRelease: fc.array(fc.oneof(fc.nat(3), fc.constantFrom("alpha", "beta", "rc")), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("names of contract documents", () => {
  it.each([
    ["docs/PHASE_8_OUTPUT_CONTRACTS.md", { side: "output", id: "8" }],
    ["PHASE_4.5_INPUT_REQUIREMENTS.md", { side: "requirement", id: "4.5" }],
    ["PHASE_4_5_INPUT_REQUIREMENTS.md", { side: "requirement", id: "4.5" }],
    ["phase-t-02-output-contract.md", { side: "output", id: "T-02" }],
    ["PHASE_X_OUTPUT_CONTRACTS.md", { side: "output", id: null }],
  ])("%s", (path, expected) => {
    expect(contractPath(path)).toEqual(expected);
  });

  it.each(["PLAN.md", "OUTPUT_CONTRACTS.md", "PHASE_8_OUTPUT_CONTRACTS.txt", "PHASE_8_BREAKING_CHANGES.md"])(
    "%s is none",
    (path) => {
      expect(contractPath(path)).toBeNull();
    },
  );
});

describe("headings", () => {
  it.each([
    ["Output Contracts", "output"],
    ["📦 Input requirements:", "requirement"],
    ["Required outputs", "requirement"],
    ["Output contracts of last year", null],
  ])("%j opens %s", (heading, side) => {
    expect(contractSideOf(heading)).toBe(side);
  });

  it.each([
    ["Phase 8 Output Contracts", { side: "output", id: "8" }],
    ["Phase 4.5: Kiosk – Input Requirements", { side: "requirement", id: "4.5" }],
    ["Phase 8: define output contracts first", null],
    ["Output Contracts", null],
  ])("%j as a title", (heading, expected) => {
    expect(contractTitle(heading)).toEqual(expected);
  });

  it("about checkpoints begin with the words", () => {
    expect(
      ["Integration checkpoints", "🔗 Integration Checkpoint list", "Checkpoints"].map(isCheckpointHeading),
    ).toEqual([true, true, false]);
  });
});

describe("handoffs", () => {
  const read = (text: string) => {
    const found = parseHandoff(text);
    return (
      found && [text.slice(found.from.start, found.from.end), text.slice(found.to.start, found.to.end), found.tiers]
    );
  };

  it.each([
    ["Tier 0 → Tier 1: handed on", ["Tier 0 ", " Tier 1", { from: 0, to: 1 }]],
    ["Wave 1 --> Wave 2", ["Wave 1 ", " Wave 2", { from: 1, to: 2 }]],
    ["Phase 8 to Phase 10 - tested", ["Phase 8", "Phase 10", null]],
    ["Tier 0 → Phase 3", ["Tier 0 ", " Phase 3", null]],
    ["All is well", null],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
