import { describe, expect, it } from "@jest/globals";
import { edges, placeFaults, readMarkdown, stated } from "../kit/read-markdown.js";

describe("Kiro tasks", () => {
  it("are the numbered check boxes, and their box is their status", () => {
    const text = [
      "# Implementation Plan",
      "",
      "- [x] 1. Plan the garden",
      "  - Measure the beds",
      "  - _Requirements: 1.1, 1.2_",
      "",
      "- [-] 2. Dig the pond (P)",
      "- [ ] 2.1 Line the pond",
      "  - _Requirements: 2.1_",
      "- [ ]* 2.2 Test the pond for leaks",
      "- [ ] 10. Plant 3 trees",
    ].join("\n");
    const plan = readMarkdown(text);
    expect(stated(plan)).toEqual({
      1: { title: "Plan the garden", status: "done" },
      2: { title: "Dig the pond", status: "in-progress" },
      10: { title: "Plant 3 trees", status: "not-started" },
    });
    expect([...plan.phases.values()].map(({ kind, label, children }) => [kind, label, children.count])).toEqual([
      ["task", "Task 1", 0],
      ["task", "Task 2", 2],
      ["task", "Task 10", 0],
    ]);
    expect(placeFaults(plan, text)).toEqual([]);
  });

  it("wait for what `Depends on` names, never for requirements", () => {
    const plan = readMarkdown(
      [
        "- [ ] 1. Dig",
        "  - _Requirements: 2, 3_",
        "- [ ] 2. Line",
        "  - _Depends on: 1_",
        "  - _Boundary: pond_",
        "- [ ] 3. Fill (depends on 1, 2)",
        "  - [ ] 3.1 Open the tap",
      ].join("\n"),
    );
    expect(edges(plan)).toEqual({ 1: [], 2: ["1"], 3: ["1", "2"] });
  });

  it("are scheduled by their parts where only those depend on each other", () => {
    const plan = readMarkdown(
      [
        "- [ ] 1. Pond",
        "  - [x] 1.1 Dig",
        "  - [ ] 1.2 Line",
        "    - _Depends on: 1.1_",
        "- [ ] 2. Beds",
        "  - [ ] 2.1 Plant",
        "    - _Depends on: 1.1, Task 1.2_",
      ].join("\n"),
    );
    expect(edges(plan)).toEqual({ "1.1": [], "1.2": ["1.1"], "2.1": ["1.1", "1.2"] });
  });

  it("run on through headings, which then only part the list", () => {
    const plan = readMarkdown(
      "## Phase 1: Ground\n\n- [ ] 1. Dig\n- [ ] 2. Rake\n\n## Phase 2: Green\n\n- [ ] 3. Phase 1: plant\n- [ ] 4. Water\n",
    );
    expect(Object.keys(stated(plan))).toEqual(["1", "2", "3", "4"]);
    expect([...plan.phases.values()].every(({ kind }) => kind === "task")).toBe(true);
  });

  it("are parts of their phase where they continue its number, or where it states facts", () => {
    const continued = "## Phase 1: Ground\n\n- [ ] 1.1 Dig\n- [x] 1.2 Rake\n\n## Phase 2: Green\n\n- [ ] 2.1 Plant\n";
    expect(stated(readMarkdown(continued))).toEqual({
      1: { title: "Ground", status: "in-progress" },
      2: { title: "Green", status: "not-started" },
    });
    const withFacts =
      "## Phase 1: Ground\n\n- [ ] 1. Dig\n- [ ] 2. Rake\n\n## Phase 2: Green\n\n**Depends on:** Phase 1\n\n- [ ] 3. Plant\n";
    expect(edges(readMarkdown(withFacts))).toEqual({ 1: [], 2: ["1"] });
  });

  it.each([
    ["most boxes have no number", "- [ ] 1. Dig\n- [ ] 2. Rake\n- [ ] Water\n- [ ] Weed\n"],
    ["a number only counts something", "- [ ] 3 spades\n- [ ] 4 rakes\n"],
    ["the numbers begin anew", "# A\n\n- [ ] 1. Dig\n- [ ] 2. Rake\n\n# B\n\n- [ ] 1. Dig\n- [ ] 2. Rake\n"],
    ["there are no boxes", "1. Dig\n2. Rake\n"],
  ])("are not read where %s", (_, text) => {
    expect(stated(readMarkdown(text))).toEqual({});
  });

  it("are not read where they are a checklist beside the phases", () => {
    const plan = readMarkdown("## Phase 1: Dig\n\n## Phase 2: Rake\n\n## Checklist\n\n- [ ] 1. Spade\n- [ ] 2. Rake\n");
    expect([...plan.phases.values()].map(({ label }) => label)).toEqual(["Phase 1", "Phase 2"]);
  });
});
