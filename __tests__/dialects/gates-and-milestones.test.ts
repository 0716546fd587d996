import { describe, expect, it } from "@jest/globals";
import { edges, readMarkdown, stated } from "../kit/read-markdown.js";

const edgesOf = (text: string): unknown => edges(readMarkdown(text));

describe("gates", () => {
  it("say what they block", () => {
    const text = "### UI-1: Shell\n\n**Blocks:** UI-2, UI-3\n\n### UI-2: Map\n\n### UI-3: Seats\n";
    expect(edgesOf(text)).toEqual({ "UI-1": [], "UI-2": ["UI-1"], "UI-3": ["UI-1"] });
    expect(edgesOf("## Gate 1: Safety\n\n**Blocks:** Gate 2\n\n## Gate 2: Licence\n\n**Duration:** 1 week\n")).toEqual({
      "1": [],
      "2": ["1"],
    });
  });

  it.each([
    "UI-3 (tour)  ← depends on UI-1, UI-2",
    "UI-3 (tour) <- depends on UI-1, UI-2",
    "UI-3 (tour) - depends on UI-1, UI-2",
  ])("%s", (line) => {
    const expected = { "UI-1": [], "UI-2": [], "UI-3": ["UI-1", "UI-2"] };
    const headings = "### UI-1: Shell\n\n### UI-2: Map\n\n### UI-3: Tour\n";
    expect(edgesOf(`${headings}\n## Dependencies\n\n\`\`\`\n${line}\n\`\`\`\n`)).toEqual(expected);
    expect(edgesOf(`- UI-1 (shell)\n- UI-2 (map)\n- ${line}\n`)).toEqual(expected);
  });
});

describe("milestones in a chain", () => {
  const headings = "## M0: Piers\n\n## M1: Ramps\n\n## M2: Ships\n";

  it.each([
    ["## Dependencies\n\nM0 → M1 → M2\n", ["M0"], ["M1"]],
    ["# Dependencies\n\nM0 -> M1\n", ["M0"], []],
    ["## Execution order\n\nM0 → M1 → M2\n", [], []],
  ])("are items: %j", (chain, second, third) => {
    expect(edgesOf(`${headings}\n${chain}`)).toEqual({ M0: [], M1: second, M2: third });
  });

  it("have a word or none", () => {
    const text = "## Milestone 1: Piers\n\n## Milestone 2: Ramps\n\n**Dependencies:** Milestone 1 → Milestone 2\n";
    expect(edgesOf(text)).toEqual({ "1": [], "2": ["1"] });
    expect(edgesOf(headings)).toEqual({});
    expect(edgesOf("## M1: Chips\n\n## M2: Chips\n\n## Versions\n\nA1 → A2, M1 → T5\n")).toEqual({});
  });
});

describe("workers", () => {
  it("have ids of their own phase", () => {
    const worker = (number: number, below = ""): string => `#### Worker ${number}: Job\n\n${below}\n\n`;
    const first = `## Phase 1: A\n\n${worker(1)}${worker(2)}${worker(3, "**Dependencies:** Workers 1-2")}`;
    const second = `## Phase 2: B\n\n${worker(1)}${worker(2, "**Dependencies:** Worker 1")}`;
    expect(edgesOf(first + second)).toEqual({
      "1/worker 1": [],
      "1/worker 2": [],
      "3": ["1/worker 1", "1/worker 2"],
      "2/worker 1": [],
      "2/worker 2": ["2/worker 1"],
    });
  });
});

describe("what a phase waits for, in another place", () => {
  const third = (heading: string, below = ""): unknown =>
    stated(readMarkdown(`## Phase 1: A\n\n## Phase 2: B\n\n## ${heading}\n\n${below}\n`))["3"];

  it.each([
    ["Phase 3: C (After Phase 1)", "", ["1"]],
    ["Phase 3: C - after Phase 1", "", ["1"]],
    ["Phase 3: C — requires Phase 1, Phase 2", "", ["1", "2"]],
    ["Phase 3: C", "**Start Condition:** Phase 2 complete", ["2"]],
    ["Phase 3: C", "**Start Conditions:** After Phase 1 and Phase 2 are signed off", ["1", "2"]],
    ["Phase 3: C", "**Blocked until:** Phase 2", ["2"]],
    ["Phase 3: C", "**Duration:** after Phase 2 completes", ["2"]],
  ])("%s %s", (heading, below, dependsOn) => {
    expect(third(heading, below)).toEqual({ title: "C", dependsOn });
  });

  it.each([
    ["Phase 3: Clean up - after a rest", "", { title: "Clean up - after a rest" }],
    ["Phase 3: Staff - needs 2 people", "", { title: "Staff - needs 2 people" }],
    ["Phase 3: C", "**When to start:** after the first season", { title: "C", unresolved: ["after the first season"] }],
    ["Phase 3: C", "**Duration:** 2 weeks after the season", { title: "C", weeks: 2 }],
  ])("%s %s names no phase", (heading, below, expected) => {
    expect(third(heading, below)).toEqual(expected);
  });

  it("in a line that reports on it", () => {
    const text =
      "## Phase 8: Base\n\n## Phase 19: Match\n\n- **Match (Phase 19):** ⏳ 0% (requires Phase 8 complete)\n";
    expect(stated(readMarkdown(text))["19"]).toEqual({
      title: "Match",
      dependsOn: ["8"],
      status: "not-started",
      progress: 0,
    });
  });
});
