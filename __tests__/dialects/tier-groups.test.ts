import { describe, expect, it } from "@jest/globals";
import { edges, placeFaults, readMarkdown, stated, textAt, wordFaults } from "../kit/read-markdown.js";

const tiers = (text: string): Record<string, number | string | undefined> =>
  Object.fromEntries(Object.entries(stated(readMarkdown(text))).map(([id, { tier }]) => [id, tier]));

describe("members of a tier", () => {
  it.each([
    ["bullets", "## Tier 1: A\n\n- Phase 13: x\n- Phase 14: y\n\n## Tier 2: B\n\n- Phase 18: z\n"],
    ["bold bullets", "## Tier 1: A\n\n- **Phase 13:** x\n- **Phase 14: y** - soon\n\n## Tier 2: B\n\n* **Phase 18**\n"],
    ["check boxes", "## Tier 1\n\n- [x] Phase 13: x\n- [ ] Phase 14: y\n\n## Tier 2\n\n1. Phase 18: z\n"],
    ["headings", "## Tier 1: A\n\n### Phase 13: x\n\n### Phase 14: y\n\n## Tier 2: B\n\n### Phase 18: z\n"],
    [
      "rows",
      "## Tier 1\n\n| Phase | Name |\n|--|--|\n| 13 | x |\n| 14 | y |\n\n## Tier 2\n\n| Phase | Name |\n|--|--|\n| 18 | z |\n",
    ],
    ["below bold lines", "**Tier 1: A**\n\n- Phase 13: x\n- Phase 14: y\n\n**Tier 2: B**\n\n- Phase 18: z\n"],
    ["below bold lines with a colon", "**Tier 1**:\n- Phase 13: x\n- Phase 14: y\n\n**Tier 2**:\n- Phase 18: z\n"],
    ["deeper headings", "## Tier 1: A\n\n### Members\n\n- Phase 13: x\n- Phase 14: y\n\n## Tier 2: B\n\n- Phase 18\n"],
    ["emphasised headings", "## 🥇 **Tier 1: A**\n\n- Phase 13\n- Phase 14\n\n## *Tier 2*\n\n- Phase 18\n"],
    ["waves", "## Wave 1\n\n- Phase 13\n- Phase 14\n\n## Wave 2\n\n- Phase 18\n"],
  ])("as %s", (_, text) => {
    for (const written of [text, text.replaceAll("\n", "\r\n")]) {
      expect(tiers(written)).toEqual({ 13: 1, 14: 1, 18: 2 });
      expect(placeFaults(readMarkdown(written), written)).toEqual([]);
      expect(wordFaults(readMarkdown(written), written)).toEqual([]);
    }
  });

  it("end with the tier's section", () => {
    expect(tiers("## Tier 1\n\n- Phase 13: x\n\n## Later\n\n### Phase 20: z\n")).toEqual({ 13: 1, 20: undefined });
  });

  it("do not include what stands below a member", () => {
    expect(tiers("## Tier 1\n\n### Phase 13: x\n\n- Needs Phase 9\n- Phase 2: other\n")).toEqual({ 13: 1 });
  });

  it("may state their own tier, which is closer", () => {
    expect(tiers("## Tier 1\n\n### Phase 13: x\n\n**Tier:** 2\n")).toEqual({ 13: 2 });
  });
});

describe("a dependency on a whole tier", () => {
  const edgesOf = (text: string): unknown =>
    edges(
      readMarkdown(`## Tier 1\n\n- Phase 1: A\n- Phase 2: B\n\n## Tier 2\n\n- Phase 3: C\n  - Depends on: ${text}\n`),
    );

  it.each(["all Tier 1 phases", "Tier 1", "Tier 1 complete", "all the Tier 1 phases (shared base)"])("%s", (text) => {
    expect(edgesOf(text)).toEqual({ 1: [], 2: [], 3: ["1", "2"] });
  });

  it.each(["Tier 4", "some Tier 1 phases", "the Tier 1 API"])("%s names nothing", (text) => {
    expect(edgesOf(text)).toEqual({ 1: [], 2: [], 3: [] });
  });

  it("may be a wave of tickets", () => {
    const text =
      "## Wave 1\n\n| Task | Effort |\n|--|--|\n| T1 | 1d |\n| T2 | 1d |\n\n## Wave 2\n\n| Task | Depends on |\n|--|--|\n| T3 | Wave 1 |\n";
    expect(edges(readMarkdown(text))).toEqual({ T1: [], T2: [], T3: ["T1", "T2"] });
  });
});

it("says that a tier's heading moves all its members", () => {
  const text = "## Tier 12: A\n\n- Phase 13: x\n\n### Phase 14: y\n\n**Tier:** Tier 3 (late)\n";
  const [first, second] = [...readMarkdown(text).phases.values()];
  expect(textAt(text, first!.tier!.place)).toBe("12");
  expect(first!.tier!.isOwnText).toBe(false);
  expect(textAt(text, second!.tier!.place)).toBe("3");
  expect(second!.tier!.isOwnText).toBe(true);
});

describe("what is no tier", () => {
  it.each([
    ["pricing", "## Tier 1: Free\n\n- 10 GB storage\n- 5 seats\n\n## Tier 2: Pro\n\n- 1 TB storage\n"],
    ["caches", "## Tier 1 cache\n\nRedis, in memory.\n\n## Tier 2 cache\n\nDisk.\n"],
    ["support levels", "| Tier | Response |\n|--|--|\n| 1 | 1 hour |\n| 2 | 1 day |\n"],
    ["ranges of tiers", "## Tiers 1-3\n\n- Phase 1 through Phase 3 are in here\n"],
    ["prose that begins bold", "**Tier 1** is hard because of what follows.\n\n- It rains\n"],
    ["a fence", "```\n## Tier 1\n- Phase 13: x\n```\n"],
  ])("%s", (_, text) => {
    expect(tiers(text)).toEqual({});
  });
});
