import { describe, expect, it } from "@jest/globals";
import { placeFaults, readFiles, readMarkdown, textAt } from "../kit/read-markdown.js";

const TABLE = `| Service | Change | Version | Announced | Effective | Phase | Affects | Migration |
|---------|--------|---------|-----------|-----------|-------|---------|-----------|
| **Profile** | userId → ferryId | 1.0.0 → 2.0.0 | 2025-11-01 | 2025-11-17 | 7.3 | 11, 19 | [guide](m.md) |
| Mail | new API | 3 | TBD | 2026-02-31 | — | | - |
`;

it("reads the table under a heading about breaking changes, cell by cell", () => {
  const text = `# Plan\n\n## ⚠️ Breaking changes\n\n${TABLE}`;
  const { breakingChanges } = readMarkdown(text);
  expect(breakingChanges).toMatchObject([
    {
      subject: "Profile",
      change: "userId → ferryId",
      version: { from: "1.0.0", to: "2.0.0", text: "1.0.0 → 2.0.0" },
      announced: { day: "2025-11-01" },
      effective: { day: "2025-11-17" },
      phase: "7.3",
      affects: ["11", "19"],
      migration: "guide",
    },
    {
      subject: "Mail",
      version: { from: null, to: "3" },
      announced: { day: null, text: "TBD" },
      effective: { day: null, text: "2026-02-31" },
      phase: null,
      affects: [],
      migration: null,
    },
  ]);
  expect(textAt(text, breakingChanges[0]!.announced!.place)).toBe("2025-11-01");
  expect(breakingChanges[1]!.place.line).toBe(8);
  expect(placeFaults(breakingChanges, text)).toEqual([]);
});

describe("a table of breaking changes", () => {
  const count = (text: string): number => readMarkdown(text).breakingChanges.length;

  it.each([
    ["below a deeper heading", `## Breaking changes\n\n### This quarter\n\n${TABLE}`],
    ["with CRLF", `## Breaking changes\n\n${TABLE}`.replaceAll("\n", "\r\n")],
    ["with fewer columns", "## Breaking\n\n| API | Effective |\n|--|--|\n| A | 2026-01-01 |\n| B | 2026-01-02 |\n"],
  ])("is read %s", (_, text) => {
    expect(count(text)).toBe(2);
  });

  it.each([
    ["under any other heading", `## Changes\n\n${TABLE}`],
    ["with other columns", "## Breaking changes\n\n| Service | Owner |\n|--|--|\n| A | B |\n"],
    ["without a subject", "## Breaking changes\n\n| Change | Effective |\n|--|--|\n| A | 2026-01-01 |\n"],
    ["of empty rows", "## Breaking changes\n\n| Service | Change |\n|--|--|\n| | |\n| - | — |\n"],
    ["in a fence", `## Breaking changes\n\n\`\`\`\n${TABLE}\`\`\`\n`],
  ])("is not read %s", (_, text) => {
    expect(count(text)).toBe(0);
  });
});

describe("an entry of a list", () => {
  const read = (entry: string) =>
    readMarkdown(`## Breaking changes\n\n- ${entry}\n`).breakingChanges.map(
      ({ subject, change, version, announced, effective, affects, migration }) =>
        [subject, change, version?.text ?? "", announced?.text, effective?.text, affects.join("+"), migration] as const,
    );

  it.each([
    [
      "2026-11-01: Fares 1.0.0 → 2.0.0 amounts become cents, effective 2026-11-20, affects Phases 5, 9",
      ["Fares", "amounts become cents", "1.0.0 → 2.0.0", "2026-11-01", "2026-11-20", "5+9", null],
    ],
    [
      "**2026-11-01** – `Fares`: amounts become cents; takes effect on start of Phase 9; migration: guide.md.",
      ["Fares", "amounts become cents", "", "2026-11-01", "start of Phase 9", "", "guide.md"],
    ],
    ["2026-11-01: Fares, effective from Week 12", ["Fares", "", "", "2026-11-01", "Week 12", "", null]],
    [
      "2026-11-01: Fares v1.2 -> v2.0 sums, in cents, effective: 2026-12-01",
      ["Fares", "sums, in cents", "v1.2 -> v2.0", "2026-11-01", "2026-12-01", "", null],
    ],
  ])("is read: %s", (entry, parts) => {
    expect(read(entry)).toEqual([parts]);
  });

  it.each([
    "Fares become cents, effective 2026-11-20",
    "2026-11-01: Fares become cents some day",
    "We met on 2026-11-01: nothing, effective 2026-11-20",
    "2026-11-01",
  ])("is prose: %s", (entry) => {
    expect(read(entry)).toEqual([]);
  });

  it("is read under no other heading", () => {
    expect(readMarkdown("## News\n\n- 2026-11-01: Fares: cents, effective 2026-11-20\n").breakingChanges).toEqual([]);
  });

  it("knows the place of each part", () => {
    const text =
      "## Breaking changes\n\n- **2026-11-01**: Fares 1.0.0 → 2.0.0 cents, effective *2026-11-20*, affects 5\n";
    const { breakingChanges } = readMarkdown(text);
    expect(textAt(text, breakingChanges[0]!.effective!.place)).toBe("2026-11-20");
    expect(textAt(text, breakingChanges[0]!.announced!.place)).toBe("2026-11-01");
    expect(placeFaults(breakingChanges, text)).toEqual([]);
  });
});

describe("a field of a phase", () => {
  it.each([
    ["a paragraph", "**Breaking change:** Fares: cents, announced 2026-11-01, effective 2026-11-20"],
    ["a list", "- **Breaking change**: Fares: cents, announced 2026-11-01, effective 2026-11-20"],
    ["lines", "**Status:** open\n**Breaking changes:** Fares: cents, announced 2026-11-01, effective 2026-11-20"],
  ])("is read in %s, and names its phase", (_, field) => {
    expect(readMarkdown(`## Phase 7: Fares\n\n${field}\n`).breakingChanges).toMatchObject([
      {
        subject: "Fares",
        change: "cents",
        phase: "7",
        announced: { day: "2026-11-01" },
        effective: { day: "2026-11-20" },
      },
    ]);
  });

  it.each(["**Breaking change:** none", "**Breaking changes:** see the guide", "No breaking change: it stays"])(
    "is not invented: %s",
    (field) => {
      expect(readMarkdown(`## Phase 7: Fares\n\n${field}\n`).breakingChanges).toEqual([]);
    },
  );
});

it("takes the phase from the name of a document about its breaking changes", () => {
  const plan = readFiles({
    "PLAN.md": "## Phase 7.3: Fares\n",
    "docs/PHASE_7.3_BREAKING_CHANGES.md": `# Fares\n\n${TABLE}\n- 2026-11-01: Berths: feet, effective 2026-11-20\n`,
  });
  expect(plan.breakingChanges.map(({ subject, phase }) => [subject, phase])).toEqual([
    ["Profile", "7.3"],
    ["Mail", "7.3"],
    ["Berths", "7.3"],
  ]);
});

describe("a table of deprecations", () => {
  const rows = "|--|--|--|--|\n| PaperTicket | 2026-11-01 | 2026-12-01 | QrTicket |\n| Fax | 2026-11-01 | | |\n";

  it("is read under any heading", () => {
    const head = "| Service | Deprecated since | Removal date | Replaced by |\n";
    expect(readMarkdown(`## Going\n\n${head}${rows}`).breakingChanges).toMatchObject([
      { kind: "removal", subject: "PaperTicket", effective: { day: "2026-12-01" }, migration: "QrTicket" },
      { kind: "removal", subject: "Fax", announced: { day: "2026-11-01" }, effective: null },
    ]);
  });

  it.each([
    ["one column of the two", "## Going\n\n| Service | Deprecated | Owner | Note |\n"],
    ["a heading that calls it an example", "## Example\n\n| Service | Deprecated | Removed | Note |\n"],
  ])("is not one with %s", (_, head) => {
    expect(readMarkdown(`${head}${rows}`).breakingChanges).toEqual([]);
  });
});
