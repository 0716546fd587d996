import { describe, expect, it } from "@jest/globals";
import { readMarkdown, textAt } from "../kit/read-markdown.js";

const table = (...rows: readonly string[]): string =>
  [
    "| Service | Current Version | Next Version | Breaking Changes | Migration Required |",
    "|--|--|--|--|--|",
    ...rows,
    "",
  ].join("\n");
const ROW = "| `Berths` | 1.4.0 | 2.0.0 | **YES** (metres → feet) | **YES** (Phase 7.3) |";

describe("a table of versions", () => {
  it("declares the breaks that it marks, with versions, phase and place", () => {
    const text = table("| Tickets | 1.0.0 | 1.1.0 | No | No |", ROW);
    const [entry, ...others] = readMarkdown(text).breakingChanges;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      kind: "change",
      subject: "Berths",
      change: "metres → feet",
      version: { from: "1.4.0", to: "2.0.0", text: "1.4.0 → 2.0.0" },
      announced: null,
      effective: null,
      phase: "7.3",
      affects: [],
      migration: "Phase 7.3",
    });
    expect(textAt(text, entry!.place)).toBe(ROW);
  });

  it.each([
    ["yes", ""],
    ["✅ Yes: metres", "metres"],
    ["YES – metres → feet", "metres → feet"],
    ["Breaking", ""],
    ["true (a (b))", "a (b)"],
  ])("takes %j for one", (said, change) => {
    const [entry] = readMarkdown(table(`| Berths | | 2.0.0 | ${said} | no |`)).breakingChanges;
    expect(entry).toMatchObject({ change, migration: null, phase: null, version: { from: null, to: "2.0.0" } });
  });

  it.each(["No", "N/A", "none yet", "-", "", "to be decided", "yesterday", "~~YES~~"])("takes %j for none", (said) => {
    expect(readMarkdown(table(`| Berths | 1.0.0 | 2.0.0 | ${said} | |`)).breakingChanges).toEqual([]);
  });

  it("is none without a column for the next version, and none in an example", () => {
    expect(readMarkdown(table(ROW).replace("Next Version", "Later")).breakingChanges).toEqual([]);
    expect(readMarkdown(`## Example\n\n${table(ROW)}`).breakingChanges).toEqual([]);
  });

  it.each([
    ["before", (own: string, other: string) => `${own}\n${other}`],
    ["behind", (own: string, other: string) => `${other}\n${own}`],
  ])("adds nothing to an announcement of the same service %s it", (_, put) => {
    const announcement = "## Breaking changes\n\n- 2026-11-01: Berths 1.4.0 → 2.0.0 feet, effective 2026-11-20\n";
    const entries = readMarkdown(put(announcement, `## Versions\n\n${table(ROW)}`)).breakingChanges;
    expect(entries.map(({ change }) => change)).toEqual(["feet"]);
    const elsewhere = readMarkdown(put(announcement.replace("Berths", "Tickets"), `## Versions\n\n${table(ROW)}`));
    expect(elsewhere.breakingChanges.map(({ subject }) => subject).sort()).toEqual(["Berths", "Tickets"]);
  });
});
