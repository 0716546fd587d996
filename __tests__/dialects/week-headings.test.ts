import { describe, expect, it } from "@jest/globals";
import { edges, placeFaults, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

const done = "**Status:** done";

describe("weeks that are the plan's items", () => {
  it.each([
    ["Week 1: Piers", "1", { title: "Piers", weeks: 1, window: "1-1" }],
    ["**Week 1: Piers**", "1", { title: "Piers", weeks: 1, window: "1-1" }],
    ["🚢 Weeks 1–2 – Piers", "1-2", { title: "Piers", weeks: 2, window: "1-2" }],
    ["Week 1 to 2", "1-2", { weeks: 2, window: "1-2" }],
    ["Week 1: Piers (3 days)", "1", { title: "Piers", weeks: 0.6, window: "1-1" }],
  ])("%s", (heading, id, expected) => {
    const plan = readMarkdown(`## ${heading}\n\n${done}\n\n## Week 7: Last\n\n${done}\n`);
    expect(stated(plan)[id]).toEqual({ ...expected, status: "done" });
  });

  it("have a kind and a label of their own", () => {
    const text = `# Plan\n\n## Week 1-2: Piers\n\n${done}\n\n## Week 3: Ramps\n\n${done}\n`;
    const first = readMarkdown(text).phases.values().next().value!;
    expect([first.kind, first.label]).toEqual(["week", "Week 1-2"]);
    expect(textAt(text, first.window!.place)).toBe("Week 1-2");
    expect(placeFaults(readMarkdown(text), text)).toEqual([]);
  });

  it.each([
    ["Week 1", ["1"]],
    ["Weeks 1-3", ["1", "2-3"]],
    ["Week 3", ["2-3"]],
    ["Week 1 and Week 2", ["1", "2-3"]],
    ["Week 9", []],
    ["None", []],
    ["everything of Week 1", []],
  ])("may wait for %j", (text, expected) => {
    const plan = `## Week 1\n\n${done}\n\n## Week 2-3\n\n${done}\n\n## Week 4\n\n**Depends on:** ${text}\n`;
    expect(edges(readMarkdown(plan))["4"]).toEqual(expected);
  });

  it("are rolled up from check boxes", () => {
    const text = "## Week 1\n\n- [x] Piles\n- [x] Planks\n\n## Week 2\n\n- [ ] Steel\n";
    expect(Object.values(stated(readMarkdown(text))).map(({ status }) => status)).toEqual(["done", "not-started"]);
  });
});

describe("weeks that are none", () => {
  it.each([
    ["a single one", `## Week 1\n\n${done}\n`],
    ["without fields", "## Week 1\n\n## Week 2\n"],
    ["that begin anew", `## Week 1\n\n${done}\n\n## Week 2\n\n${done}\n\n## Week 1\n\n${done}\n`],
    ["in the middle of a heading", `## After week 1\n\n${done}\n\n## After week 2\n\n${done}\n`],
  ])("%s", (_, text) => {
    expect(stated(readMarkdown(text))).toEqual({});
  });

  it("stand beside other items", () => {
    const text = `## Phase 1: Base\n\n# Calendar\n\n## Week 1\n\n${done}\n\n## Week 2\n\n${done}\n`;
    expect(stated(readMarkdown(text))).toEqual({ "1": { title: "Base" } });
  });
});

describe("weeks below a phase", () => {
  const phase = (...weeks: readonly string[]): string =>
    `## Phase 1: Base\n\n${weeks.map((below, index) => `### Week ${index + 1}: Part\n\n${below}\n`).join("\n")}`;

  it.each([
    ["all done", [done, done], "done"],
    ["all deferred", ["Status: deferred", "Status: 📋 planned"], "not-started"],
    ["one in progress", [done, "**Status:** in progress", "**Status:** not started"], "in-progress"],
    ["some done", [done, "**Status:** not started"], undefined],
    ["some silent", [done, "Nothing."], undefined],
    ["all silent", ["Nothing.", "Nothing."], undefined],
  ])("%s", (_, weeks, status) => {
    expect(stated(readMarkdown(phase(...weeks)))["1"]?.status).toBe(status);
  });

  it("leave the phase its own status", () => {
    expect(stated(readMarkdown(`## Phase 1: Base\n\nStatus: blocked\n\n### Week 1\n\n${done}\n`))).toEqual({
      "1": { title: "Base", status: "blocked" },
    });
  });

  it("do not lend it their length, nor do the headings below them", () => {
    const text = phase("**Duration:** 3 days\n\n#### Effort\n\n2 days");
    expect(stated(readMarkdown(text))).toEqual({ "1": { title: "Base" } });
  });
});
