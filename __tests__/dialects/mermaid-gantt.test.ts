import { describe, expect, it } from "@jest/globals";
import { declarationsOf, edges, placeFaults, readMarkdown, stated } from "../kit/read-markdown.js";

const chart = (...lines: string[]): string => ["```mermaid", "gantt", ...lines, "```"].join("\n");

describe("Mermaid gantt charts", () => {
  it("define their tasks, with what they wait for, their length and status", () => {
    const text = chart(
      "  title The pond",
      "  dateFormat YYYY-MM-DD",
      "  section Groundwork",
      "  Dig the hole       :done, dig, 2025-03-25, 5d",
      "  Line it            :crit, active, line, after dig, 0.5w",
      "  Lay pipes          :pipes, 2025-03-26, 8h",
      "  section Water",
      "  Fill %             :fill, after line pipes, 1d",
      "  Opening            :milestone, open, after fill, 0d",
    );
    const plan = readMarkdown(text);
    expect(stated(plan)).toEqual({
      dig: { title: "Dig the hole", weeks: 1, status: "done" },
      line: { title: "Line it", dependsOn: ["dig"], weeks: 0.5, status: "in-progress" },
      pipes: { title: "Lay pipes", weeks: 0.2 },
      fill: { title: "Fill %", dependsOn: ["line", "pipes"], weeks: 0.2 },
      open: { title: "Opening", dependsOn: ["fill"], weeks: 0 },
    });
    expect(plan.phases.get("line" as never)!.dependsOn[0]!.evidence).toBe("explicit");
    expect(placeFaults(plan, text)).toEqual([]);
  });

  it("call a task by its title where it has no id, and take no length from dates", () => {
    const plan = readMarkdown(
      chart(
        "  Dig :active, 2025-03-25, 3d",
        "  Line :2025-03-28, 2025-04-02",
        "  Fill at 10:30 :3d",
        "  Feed :ongoing",
      ),
    );
    expect(stated(plan)).toEqual({
      Dig: { title: "Dig", weeks: 0.6, status: "in-progress" },
      Line: { title: "Line" },
      "Fill at 10:30": { title: "Fill at 10:30", weeks: 0.6 },
      Feed: { title: "Feed" },
    });
  });

  it("tell tasks of one title apart by their section", () => {
    const plan = readMarkdown(chart("  section Pond", "  Test :1d", "  section Beds", "  Test :2d"));
    expect([...plan.phases.keys()]).toEqual(["Pond / Test", "Beds / Test"]);
  });

  it("name the same task by the same id, and its edges add up", () => {
    const plan = readMarkdown(
      [chart("A :a1, 1d", "B :b, after a1, 2d"), "", chart("C :c, 1d", "B again :b, after c, 4d")].join("\n"),
    );
    expect(edges(plan)).toEqual({ a1: [], b: ["a1", "c"], c: [] });
    expect(stated(plan)["b"]).toMatchObject({ title: "B", weeks: 0.4 });
  });

  it.each([
    ["an empty after", "Broken :x, after , 1d", { x: [] }],
    ["an unfinished directive", "%%{ init: {\n  Task :x, 1d", { x: [] }],
    ["a line without a colon", "Lost words\n  Task :x, 1d", { x: [] }],
    ["a line without a title", ":y, 1d\n  Task :x, 1d", { x: [] }],
    ["nothing behind the colon", "Task :", { Task: [] }],
    ["a comment behind", "Task :x, 1d %% note # after y", { x: [] }],
  ])("survive %s", (_, lines, expected) => {
    const plan = readMarkdown(chart(`  ${lines}`, "  Good :good, after x, 1d"));
    expect(edges(plan)).toMatchObject(expected);
    expect(plan.phases.has("good" as never)).toBe(true);
  });

  it("are found below directives, comments and front matter", () => {
    const text = ["```mermaid", "---", "title: Pond", "---", "%%{initX: {'theme':'base'}}%%", "%% gantt", "gantt"].join(
      "\n",
    );
    expect(edges(readMarkdown(`${text}\n  Dig :d1, 1d\n\`\`\``))).toEqual({ d1: [] });
  });

  it("report an id that no task has", () => {
    expect(stated(readMarkdown(chart("Dig :d1, 1d", "Fill :f1, after dg, 1d")))["f1"]).toMatchObject({
      unresolved: ["dg"],
    });
  });

  const PHASES = ["## Phase 1: Dig", "**Duration:** 3 weeks", "## Phase 2: Fill", "**Status:** not started", ""];

  it("only add to items that the document defines, by the labels that name them", () => {
    const plan = readMarkdown(
      [
        ...PHASES,
        chart("Phase 1 Dig :done, p1, 2025-01-06, 5d", "Phase 2 - Fill :p2, after p1, 2w", "Party :p3, after p2, 1d"),
      ].join("\n"),
    );
    expect(stated(plan)).toEqual({
      1: { title: "Dig", weeks: 3, status: "done" },
      2: { title: "Fill", dependsOn: ["1"], weeks: 2, status: "not-started" },
    });
  });

  it("know items by their whole title, but not by a label that two bars share", () => {
    const plan = readMarkdown(
      [
        ...PHASES,
        chart("Dig :a, 2025-01-06, 5d", "Phase 2 pumps :b, after a, 2w", "Phase 2 taps :c, after b, 1d"),
      ].join("\n"),
    );
    expect(edges(plan)).toEqual({ 1: [], 2: [] });
  });

  it("have no second set of items beside a plan that states its dependencies", () => {
    const plan = readMarkdown(
      [...PHASES, "**Depends on:** Phase 1", "", chart("Spades :a1, 1d", "Barrows :b1, after a1, 1d")].join("\n"),
    );
    expect(edges(plan)).toEqual({ 1: [], 2: ["1"] });
  });

  it("stand below the item in whose section they are", () => {
    const text = ["## Sprint 1", "", chart("Dig :d1, 1d", "Fill :f1, after d1, 1d")].join("\n");
    expect(edges(readMarkdown(text))).toEqual({ d1: [], f1: ["d1"] });
    expect(readMarkdown(text).phases.get("f1" as never)!.parent).toBe("1");
  });

  it("are no other diagram and no program", () => {
    const other = "```mermaid\nsequenceDiagram\n  A :a1, 1d\n```\n\n```js\ngantt\n  A :a1, 1d\n```";
    expect(declarationsOf(other)).toEqual([]);
  });

  it("are read in linear time", () => {
    const hard = [
      `${" ".repeat(5000)}:`,
      `a${":".repeat(5000)}`,
      `x :${",".repeat(5000)}`,
      `x :after ${"a ".repeat(2500)}`,
    ];
    const start = performance.now();
    readMarkdown(chart(...hard, ...Array.from({ length: 500 }, (_, i) => `Task ${i} :t${i}, after t${i - 1}, 1d`)));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
