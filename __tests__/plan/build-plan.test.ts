import { describe, expect, it } from "@jest/globals";
import type { Phase } from "../../src/model/plan.js";
import { edges, readFiles, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

const phase = (text: string, id: string): Phase =>
  [...readMarkdown(text).phases.values()].find((one) => one.id === id)!;
const table = (...rows: readonly string[]): string =>
  `| Phase | Name | Depends on | Status |\n|--|--|--|--|\n${rows.map((row) => `| ${row} |\n`).join("")}`;

describe("mentions of one phase", () => {
  const text = `${table("1 | From the table | none | done", "2 | Second | 1 | ")}
## Phase 1: From the heading

**Status:** in progress

## Overview

- [ ] Phase 1: From the list (2 weeks)
`;

  it("are one phase, and the closest to it wins", () => {
    expect(stated(readMarkdown(text))[1]).toEqual({ title: "From the heading", status: "in-progress", weeks: 2 });
  });

  it("are all kept, the closest first", () => {
    const { places } = phase(text, "1");
    expect(places.map((place) => textAt(text, place).slice(0, 30))).toEqual([
      "Phase 1: From the heading",
      "| 1 | From the table | none | ",
      "Phase 1: From the list (2 week",
    ]);
  });

  it("are matched without case and leading zeros", () => {
    const plan = readMarkdown(
      "## Phase 08: A\n\n## PHASE 8\n\n**Tier:** 1\n\n## Task t-01: B\n\n## TASK T-01\n\n**Tier:** 2\n",
    );
    expect(stated(plan)).toEqual({ 8: { title: "A", tier: 1 }, "t-01": { title: "B", tier: 2 } });
  });

  it("may stand in several documents, in the order given", () => {
    const plan = readFiles({ "a.md": "## Phase 2: B\n\n**Depends on:** Phase 1\n", "b.md": "## Phase 1: A\n" });
    expect([...plan.phases.keys()]).toEqual(["2", "1"]);
    expect(edges(plan)).toEqual({ 2: ["1"], 1: [] });
    expect([...plan.phases.values()].map(({ places }) => places[0]!.path)).toEqual(["a.md", "b.md"]);
  });
});

describe("dependencies", () => {
  const five = [1, 2, 3, 4, 5].map((id) => `${id} | P${id} | none | `);
  const sixth = (dependsOn: string): Phase =>
    phase(table(...five, `4.5 | Half | none | `, `6 | P6 | ${dependsOn} | `), "6");
  const ids = (dependsOn: string): string[] => sixth(dependsOn).dependsOn.map(({ id }) => id);

  it.each([
    ["Phases 1-3", ["1", "2", "3"]],
    ["1-3, 5", ["1", "2", "3", "5"]],
    ["Phases 4-5", ["4", "5", "4.5"]],
    ["Phases 2–9", ["2", "3", "4", "5", "4.5"]],
    ["Phase 4+", ["4", "5", "4.5"]],
    ["Phase 3, Phase 3, 3", ["3"]],
    ["Phase 3.2", ["3"]],
    ["Phase 4.5", ["4.5"]],
    ["Phase 5 Section 5.4", ["5"]],
    ["All previous phases", ["1", "2", "3", "4", "5", "4.5"]],
    ["Phase 6", []],
    ["Phases 5-6", ["5"]],
    ["None (parallel OK)", []],
  ])("%s → %j", (text, expected) => {
    expect(ids(text)).toEqual(expected);
    expect(sixth(text).unresolved).toEqual([]);
  });

  it("keep note and tick, adding up what is said twice", () => {
    const plan = readMarkdown(
      `${table("1 | A | | ", "2 | B | 1 ✅ | ")}\n## Phase 2: B\n\n**Depends on:** Phase 1 (schema)\n`,
    );
    expect([...plan.phases.values()][1]!.dependsOn).toMatchObject([{ id: "1", note: "schema", satisfied: true }]);
  });

  it.each([
    ["Phase 9", "unknown-phase"],
    ["9", "unknown-phase"],
    ["Phase 9 (later)", "unknown-phase"],
    ["Phases 8-9", "unknown-phase"],
    ["Task 9", "text"],
    ["T-09", "text"],
    ["ferryId contracts", "text"],
    ["9 lives", "text"],
    ["2026 budget", "text"],
  ])("%s cannot be resolved: %s", (text, reason) => {
    expect(sixth(text).unresolved).toMatchObject([{ reason, evidence: "explicit" }]);
    expect(ids(text)).toEqual([]);
  });

  it("keep what cannot be resolved beside what can", () => {
    expect(sixth("Phase 1, design, Phase 9")).toMatchObject({
      dependsOn: [{ id: "1" }],
      unresolved: [
        { text: "design", reason: "text" },
        { text: "Phase 9", reason: "unknown-phase" },
      ],
    });
  });

  it.each([
    ["T010-T012", ["T010", "T011", "T012"]],
    ["T010–012", ["T010", "T011", "T012"]],
    ["T012, T010", ["T012", "T010"]],
  ])("among prefixed ids, %s → %j", (text, expected) => {
    const tasks = ["T010", "T011", "T012"].map((id) => `- [ ] ${id} Build\n`).join("");
    expect(edges(readMarkdown(`${tasks}- [ ] T013 Test (depends on ${text})\n`))["T013"]).toEqual(expected);
  });
});

describe("statements from the other side", () => {
  it("become the same edges", () => {
    const text =
      "## Phase 1: A\n\n**Blocks:** Phase 2, 3\n\n## Phase 2: B\n\n## Phase 3: C\n\n**Depends on:** Phase 2\n";
    expect(edges(readMarkdown(text))).toEqual({ 1: [], 2: ["1"], 3: ["2", "1"] });
  });

  it("do not double what both sides say", () => {
    const text = "## Phase 1: A\n\n**Blocks:** Phase 2\n\n## Phase 2: B\n\n**Depends on:** Phase 1\n";
    expect(edges(readMarkdown(text))).toEqual({ 1: [], 2: ["1"] });
  });
});

it.each([
  ["Phase 1", ["1"]],
  ["Phases 1, 3", ["1", "3"]],
  ["Phase 1 and Phase 3.", ["1", "3"]],
])("what a phase needs is what it waits for where that is nothing but phases: %s", (needs, on) => {
  const text = `## Phase 1: A\n\n## Phase 3: C\n\n## Phase 2: B\n\n- Needs: ${needs}\n`;
  expect(edges(readMarkdown(text))).toEqual({ 1: [], 3: [], 2: on });
  expect(phase(text, "2").unresolved).toEqual([]);
});

describe("what is not a dependency", () => {
  it("is a claim to run in parallel", () => {
    const text = "## Phase 1: A\n\n## Phase 2: B\n\n**Can run in parallel with:** Phase 1\n";
    const second = phase(text, "2");
    expect(second.dependsOn).toEqual([]);
    expect(second.parallelWith).toMatchObject([{ id: "1" }]);
  });

  it.each([
    "**Needs:** Phase 1 sign-off",
    "**Needs:** 1",
    "**Needs:** Berths 1",
    "**Needs:** none",
    "**Independent of:** Phase 1",
    "Phase 2 follows Phase 1 and needs Phase 1.",
  ])("%s", (line) => {
    expect(edges(readMarkdown(`## Phase 1: A\n\n## Phase 2: B\n\n${line}\n`))).toEqual({ 1: [], 2: [] });
  });
});

it("a sequence inside a tier is a dependency by the author's own word", () => {
  const text = "## Phase 1: A\n\n**Tier:** 1\n\n## Phase 2: B\n\n**Tier:** 1\n**Sequenced after:** Phase 1\n";
  expect(phase(text, "2")).toMatchObject({ dependsOn: [{ id: "1" }], sequencedAfter: ["1"] });
});

describe("which level is the phase", () => {
  const nested = `## Phase 1: A

### Task 1: a

### Task 2: b

**Depends on:** Task 1

## Phase 2: B

### Task 3: c

**Depends on:** Phase 1, Task 2
`;

  it("is the highest at which dependencies are expressed, with groups above that something waits for", () => {
    expect(edges(readMarkdown(nested))).toEqual({ "phase 1": [], "task 1": [], 2: ["task 1"], 3: ["phase 1", "2"] });
  });

  it("is the top level without dependencies", () => {
    expect(Object.keys(stated(readMarkdown(nested.replaceAll("Depends on", "Goal"))))).toEqual(["1", "2"]);
  });

  it("is what the configuration says", () => {
    expect(edges(readMarkdown(nested, { level: "phase" }))).toEqual({ 1: [], 2: [] });
    expect(Object.keys(edges(readMarkdown(nested, { level: "task" })))).toEqual(["1", "2", "3"]);
  });

  it("lifts a dependency on a part to the phase it is part of", () => {
    const text = "## Phase 1: A\n\n### Task T1: a\n\n## Phase 2: B\n\n**Depends on:** T1\n";
    expect(edges(readMarkdown(text))).toEqual({ 1: [], 2: ["1"] });
  });
});

describe("ids that several parents use", () => {
  const text = [1, 2]
    .map(
      (id) =>
        `## Phase ${id}: x\n\n### Worker 1: a\n\n### Worker 2: b\n\n**Dependencies:** Worker 1\n\n### Worker ${id + 2}: c\n\n**Dependencies:** Workers 1-2\n\n`,
    )
    .join("");

  it("mean the one beside", () => {
    expect(edges(readMarkdown(text))).toEqual({
      "1/worker 1": [],
      "1/worker 2": ["1/worker 1"],
      3: ["1/worker 1", "1/worker 2"],
      "2/worker 1": [],
      "2/worker 2": ["2/worker 1"],
      4: ["2/worker 1", "2/worker 2"],
    });
  });

  it("of different words stay apart", () => {
    const plan = readMarkdown(
      "## Phase 1: A\n\n**Depends on:** none\n\n## Milestone 1: B\n\n**Depends on:** Phase 1\n",
    );
    expect(edges(plan)).toEqual({ "phase 1": [], "milestone 1": ["phase 1"] });
  });
});

describe("what stands below a phase", () => {
  it("is counted from items, or from check boxes where there are some", () => {
    expect(phase("## Phase 1: A\n\n### Task 1: a\n\n### Task 2: b\n", "1").children).toEqual({ count: 2, done: 0 });
    expect(phase("## Phase 1: A\n\n- [x] a\n- [ ] b\n  - [ ] c\n", "1").children).toEqual({ count: 3, done: 1 });
  });

  it.each([
    ["- [x] a\n- [x] b", "done"],
    ["- [x] a\n- [ ] b", "in-progress"],
    ["- [ ] a", "not-started"],
    ["Nothing.", "unknown"],
    ["**Status:** done\n\n- [ ] a", "done"],
  ])("says how far it is where nobody says it: %j", (below, status) => {
    expect(phase(`## Phase 1: A\n\n${below}\n`, "1").status).toBe(status);
  });
});

describe("tiers", () => {
  it.each([
    ["N/A (historical)", { number: null, isHistorical: true }],
    ["Tier 1 or Tier 2", { number: null, isHistorical: false }],
    ["Tier 2 (late)", { number: 2, isHistorical: false }],
  ])("%s", (text, tier) => {
    expect(phase(`## Phase 1: A\n\n**Tier:** ${text}\n`, "1").tier).toMatchObject({ ...tier, text });
  });
});

describe("time", () => {
  it.each([
    ["**Duration:** 4 weeks (60% complete, 2 weeks remaining)", { weeks: 4 }, 60, 2],
    ["**Duration:** 4 weeks\n**Status:** 50%", { weeks: 4 }, 50, 2],
    ["**Duration:** 4 weeks\n**Progress:** 25%", { weeks: 4 }, 25, 3],
    ["**Duration:** 4 weeks\n**Status:** done", { weeks: 4 }, null, 0],
    ["**Duration:** 2-3 weeks", { low: 2, high: 3, weeks: 3 }, null, 3],
    ["**Duration:** Ongoing", null, null, null],
  ])("%j", (below, duration, progressPercent, remainingWeeks) => {
    const read = phase(`## Phase 1: A\n\n${below}\n`, "1");
    expect(read).toMatchObject({ progressPercent, remainingWeeks });
    if (duration) expect(read.duration).toMatchObject(duration);
    else expect(read.duration).toBeNull();
  });

  it.each([
    ["high", 3],
    ["low", 2],
    ["mid", 2.5],
  ] as const)("plans a range at its %s end: %d", (estimate, weeks) => {
    const plan = readMarkdown("## Phase 1: A\n\n**Duration:** 2-3 weeks\n", { estimate });
    expect(stated(plan)[1]!.weeks).toBe(weeks);
  });
});

it("two documents that put each of two items below the other do not hang the reader", () => {
  const plan = readFiles({
    "a.md": "# Phase 1: A\n\n## Task 1: B\n\n**Depends on:** Task 7\n",
    "b.md": "# Task 1: B\n\n## Phase 1: A\n\n**Depends on:** Phase 9\n",
  });
  expect(plan.phases.size).toBeGreaterThan(0);
});

it("nothing yields nothing", () => {
  expect(readMarkdown("")).toMatchObject({ breakingChanges: [], notices: [] });
  expect(readFiles({}).phases.size).toBe(0);
});
