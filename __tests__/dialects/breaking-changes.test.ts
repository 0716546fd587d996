import { describe, expect, it } from "@jest/globals";
import { placeFaults, readMarkdown, textAt } from "../kit/read-markdown.js";

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
