import { describe, expect, it } from "@jest/globals";
import { edges, placeFaults, readMarkdown, stated, textAt, wordFaults } from "../kit/read-markdown.js";

/** Phase 1, and phase 2 with these lines below its heading. */
const second = (below: string): string => `# Plan\n\n## Phase 1: Base\n\n## Phase 2: Next\n\n${below}\n`;
const all = {
  title: "Next",
  tier: 2,
  dependsOn: ["1"],
  weeks: 3,
  status: "not-started",
};

describe("fields, however they are written", () => {
  it.each([
    [
      "bold, colon outside",
      "**Tier**: 2\n\n**Depends on**: Phase 1\n\n**Duration**: 3 weeks\n\n**Status**: not started",
    ],
    [
      "bold, colon inside",
      "**Tier:** 2\n\n**Depends on:** Phase 1\n\n**Duration:** 3 weeks\n\n**Status:** not started",
    ],
    ["bulleted", "- **Tier:** 2\n- **Depends on:** Phase 1\n- **Duration:** 3 weeks\n- **Status:** not started"],
    [
      "starred bullets, colon outside",
      "* **Tier**: 2\n* **Depends on**: Phase 1\n* **Duration**: 3 weeks\n* **Status**: not started",
    ],
    ["plain", "Tier: 2\nDepends on: Phase 1\nDuration: 3 weeks\nStatus: not started"],
    ["plain with hard breaks", "Tier: 2  \nDepends on: Phase 1  \nDuration: 3 weeks\\\nStatus: not started"],
    ["plain bullets", "- Tier: 2\n- Depends on: Phase 1\n- Duration: 3 weeks\n- Status: not started"],
    ["italic", "_Tier: 2_\n\n_Depends on: Phase 1_\n\n_Duration: 3 weeks_\n\n_Status: not started_"],
    [
      "on one line, with bars",
      "**Tier:** 2 | **Depends on:** Phase 1 | **Duration:** 3 weeks | **Status:** not started",
    ],
    [
      "on one line, with dots",
      "**Tier:** 2 · **Depends on:** Phase 1 · **Duration:** 3 weeks · **Status:** not started",
    ],
    ["on one line, bold only", "**Tier:** 2 **Depends on:** Phase 1 **Duration:** 3 weeks **Status:** not started"],
    ["one line, plain, with bars", "Tier: 2 | Depends on: Phase 1 | Duration: 3 weeks | Status: not started"],
    [
      "a full-width colon",
      "**Tier**：2\n\n**Depends on**：Phase 1\n\n**Duration**：3 weeks\n\n**Status**：not started",
    ],
    ["code-span values", "Tier: `2`\nDepends on: `Phase 1`\nDuration: `3 weeks`\nStatus: `not started`"],
    [
      "emoji before the name",
      "🏷 **Tier:** 2\n\n🔗 **Depends on:** Phase 1\n\n⏱ **Duration:** 3 weeks\n\n🚦 **Status:** not started",
    ],
    [
      "under headings of their own",
      "### Tier\n\n2\n\n### Dependencies\n\n- Phase 1\n\n### Duration\n\n3 weeks\n\n### Status\n\nnot started",
    ],
    [
      "under a heading that says nothing",
      "### Overview\n\n**Tier:** 2\n**Depends on:** Phase 1\n**Duration:** 3 weeks\n**Status:** not started",
    ],
    [
      "nested bold",
      "- **Tier**: **2**\n- **Depends on**: **Phase 1**\n- **Duration**: **3 weeks**\n- **Status**: **not started**",
    ],
    [
      "in a loose list",
      "- **Tier:** 2\n\n- **Depends on:** Phase 1\n\n- **Duration:** 3 weeks\n\n- **Status:** not started",
    ],
    [
      "with unknown fields between",
      "**Owner:** Phase 9 team\n**Tier:** 2\n**Depends on:** Phase 1\n**Goal:** Phase 9 things\n**Duration:** 3 weeks\n**Status:** not started",
    ],
  ])("%s", (_, below) => {
    for (const text of [second(below), second(below).replaceAll("\n", "\r\n"), `\uFEFF${second(below)}`]) {
      const plan = readMarkdown(text);
      expect(stated(plan)[2]).toEqual(all);
      expect(placeFaults(plan, text)).toEqual([]);
      expect(wordFaults(plan, text)).toEqual([]);
    }
  });
});

describe("headings", () => {
  it.each([
    ["## Phase 2: Tokens", "2", "Tokens"],
    ["## PHASE 2 - TOKENS", "2", "TOKENS"],
    ["## **Phase 2: Tokens**", "2", "Tokens"],
    ["## 🎯 **PHASE 2: TOKENS**", "2", "TOKENS"],
    ["## Phase 2 — Tokens ✅", "2", "Tokens"],
    ["## Phase 2: Tokens (Weeks 1-4)", "2", "Tokens"],
    ["## `Phase 2`: Tokens", "2", "Tokens"],
    ["## [Phase 2](plan.md): Tokens", "2", "Tokens"],
    ["## Phase 2: Tokens ##", "2", "Tokens"],
    ["## Phase 2", "2", ""],
    ["## Phase 2.1: Tokens", "2.1", "Tokens"],
    ["## Phase F: Tokens", "F", "Tokens"],
    ["Phase 2: Tokens\n---", "2", "Tokens"],
    ["   ## Phase 2: Tokens", "2", "Tokens"],
    ["## Task T-02: Tokens", "T-02", "Tokens"],
  ])("%s", (heading, id, title) => {
    const plan = readMarkdown(`# Plan\n\n${heading}\n`);
    expect([...plan.phases.values()].map((phase) => [phase.id, phase.title])).toEqual([[id, title]]);
    expect(plan.phases.values().next().value!.places[0]!.line).toBe(3);
  });

  it("may state a window, a length, a dependency and a status", () => {
    const text = "## Phase 1: A ✅\n\n## Phase 2: B (Weeks 3-4)\n\n## Phase 3: C (2 weeks) (after Phase 1)\n";
    const plan = readMarkdown(text);
    expect(stated(plan)).toEqual({
      1: { title: "A", status: "done" },
      2: { title: "B", weeks: 2, window: "3-4" },
      3: { title: "C", weeks: 2, dependsOn: ["1"] },
    });
    expect(wordFaults(plan, text)).toEqual([]);
  });

  it.each([
    "## Phase 4 Implementation Strategy",
    "## Phase-out plan",
    "## The Phase 4 problem",
    "## Phases 1-3: overview",
    "## Phase 1 & 2",
    "## Phase 1/2",
    "## Step 1: Clone the repository",
    "## Section 3: Terms",
    "## 1. Introduction",
    "## 2026 roadmap",
    "## H1: goals",
    "## Python 3: why",
    "## Phase one",
    "## Phase",
  ])("%s is no phase", (heading) => {
    expect(stated(readMarkdown(`# Plan\n\n${heading}\n\nSome text about Phase 1, Phase 2.\n`))).toEqual({});
  });

  it("counts a step with a field of its own", () => {
    expect(stated(readMarkdown("## Step 1: Clone\n\n**Duration:** 2 days\n"))).toEqual({
      1: { title: "Clone", weeks: 0.4 },
    });
  });

  it("counts numbered headings when most have fields", () => {
    const field = "\n\n**Depends on:** none\n\n";
    expect(Object.keys(stated(readMarkdown(`## 1. A${field}## 2. B${field}## 3. C${field}`)))).toEqual(["1", "2", "3"]);
    expect(stated(readMarkdown(`## 1. A${field}## 2. B\n\n## 3. C\n`))).toEqual({});
  });
});

describe("fields repeated and spread", () => {
  it("adds dependencies up", () => {
    const text = second("**Dependencies:** Phase 1\n\n### More\n\n**Dependencies:**\n- Payment service\n- Mail");
    expect(stated(readMarkdown(text))[2]).toMatchObject({ dependsOn: ["1"], unresolved: ["Payment service", "Mail"] });
  });

  it("takes the first of two durations", () => {
    expect(stated(readMarkdown(second("**Duration:** 3 weeks\n\n**Effort:** 9 weeks")))[2]).toMatchObject({ weeks: 3 });
  });

  it("passes over one that says no length", () => {
    expect(stated(readMarkdown(second("**Duration:** TBD\n\n**Effort:** 9 weeks")))[2]).toMatchObject({ weeks: 9 });
  });

  it.each([
    ["**Dependencies:**\n\n- Phase 1\n- Phase 3"],
    ["**Dependencies:**\n- Phase 1: the base\n- Phase 3 (all of it)"],
    ["- **Dependencies:**\n  - Phase 1\n  - Phase 3"],
    ["**Dependencies:** Phase 1,\nPhase 3"],
    ["### Dependencies\n\nPhase 1 and Phase 3"],
    ["**Depends on:** Phase 1\n\n**Blocked by:** Phase 3"],
  ])("reads a list of values: %j", (below) => {
    const text = `${second(below)}\n## Phase 3: Last\n`;
    const plan = readMarkdown(text);
    expect(edges(plan)[2]).toEqual(["1", "3"]);
    expect(placeFaults(plan, text)).toEqual([]);
    expect(wordFaults(plan, text)).toEqual([]);
  });

  it("leaves the fields of an item below to that item", () => {
    const text = second("### Task T1: x\n\n**Duration:** 9 weeks\n");
    expect(stated(readMarkdown(text))[2]).toEqual({ title: "Next" });
  });
});

describe("places of references", () => {
  it.each([
    ["after an escape", "**Depends on:** \\*\\_new\\_\\*, Phase 1"],
    ["after entities", "**Depends on:** A &amp; B &lt;x&gt; &copy;, Phase 1"],
    ["after HTML", '**Depends on:** <span title="Phase 9">x</span>, Phase 1'],
    ["after a link", "**Depends on:** [Phase](http://a.b/(9)) one, Phase 1"],
    ["inside a link", "**Depends on:** [Phase 1](#phase-1-base)"],
    ["after addresses", "**Depends on:** a_me@x.y [b@c.d], see www.x.y, Phase 1"],
    ["on a later line", "**Depends on:** nobody and\n   Phase 1"],
    ["in a list below", "**Depends on:**\n\n   * \\#nobody\n   * **Phase 1**"],
    ["after a footnote", "**Depends on:** x[^1], Phase 1\n\n[^1]: y"],
    ["with a non-breaking hyphen before", "**Depends on:** Guest‑Cabin, Phase 1"],
    ["with a backslash that escapes nothing", "**Depends on:** C:\\new \\\\x, Phase 1"],
  ])("%s", (_, below) => {
    for (const text of [second(below), second(below).replaceAll("\n", "\r\n"), `\uFEFF${second(below)}`]) {
      const plan = readMarkdown(text);
      const { dependsOn } = [...plan.phases.values()][1]!;
      expect(dependsOn.map(({ place }) => textAt(text, place))).toEqual(["Phase 1"]);
      expect(placeFaults(plan, text)).toEqual([]);
    }
  });

  it("is to the column", () => {
    const text = second("- **Depends on:** `Phase 1`");
    expect([...readMarkdown(text).phases.values()][1]!.dependsOn[0]!.place).toMatchObject({
      line: 7,
      column: 20,
      endLine: 7,
      endColumn: 27,
    });
  });
});

describe("what stands in fences, quotes, comments and front matter", () => {
  const phase = "## Phase 9: Template\n\n**Depends on:** Phase 1\n";
  it.each([
    ["a fence", `\`\`\`markdown\n${phase}\`\`\`\n`],
    ["a longer fence around a shorter one", `\`\`\`\`md\n\`\`\`\n${phase}\`\`\`\n${phase}\`\`\`\`\n`],
    ["a tilde fence", `~~~\n${phase}~~~\n`],
    ["a fence never closed", `\`\`\`\n${phase}`],
    ["a comment", `<!--\n${phase}-->\n`],
    ["raw HTML", `<pre>\n${phase}</pre>\n`],
    ["a quote", `> ${phase.replaceAll("\n", "\n> ")}\n`],
    ["indented code", phase.replaceAll(/^(?=.)/gm, "    ")],
    ["front matter", `---\ntitle: x\n${phase}---\n`],
  ])("%s brings nothing into being", (_, text) => {
    expect(stated(readMarkdown(text))).toEqual({});
  });

  it("what follows them does", () => {
    const text = `---\na: b\n---\n<!-- x -->\n\`\`\`\nx\n\`\`\`\n${phase}`;
    expect(Object.keys(stated(readMarkdown(text)))).toEqual(["9"]);
  });
});
