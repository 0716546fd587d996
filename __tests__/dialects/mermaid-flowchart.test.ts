import { describe, expect, it } from "@jest/globals";
import { declarationsOf, edges, placeFaults, readMarkdown } from "../kit/read-markdown.js";

const PHASES = ["## Phase 1: Dig", "## Phase 2: Line", "## Phase 3: Fill", "## Phase 4: Plant", ""];
const withChart = (...lines: string[]): string =>
  [...PHASES, "```mermaid", "graph TD", ...lines.map((line) => `  ${line}`), "```"].join("\n");
const edgesOf = (...lines: string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(edges(readMarkdown(withChart(...lines)))).filter(([, before]) => before.length > 0),
  );

describe("Mermaid flowcharts of items", () => {
  it("say that what an arrow points to waits for what it comes from", () => {
    const text = withChart("A[Phase 1: Dig] --> B[Phase 2: Line]", "B --> C(Phase 3)");
    const plan = readMarkdown(text);
    expect(edges(plan)).toEqual({ 1: [], 2: ["1"], 3: ["2"], 4: [] });
    expect(placeFaults(plan, text)).toEqual([]);
  });

  it.each([
    ["chains", ["P1[Phase 1] --> P2[Phase 2] --> P3[Phase 3]"], { 2: ["1"], 3: ["2"] }],
    ["groups", ["A[Phase 1] & B[Phase 2] --> C[Phase 3] & D[Phase 4]"], { 3: ["1", "2"], 4: ["1", "2"] }],
    ["labels given later", ["A --> B", "A[Phase 1]", "B[Phase 2]"], { 2: ["1"] }],
    ["quoted labels with a line break", ['A["Phase 1<br/>(Dig)"] ==> B[["Phase 2"]]'], { 2: ["1"] }],
    ["ids that are names", ["Phase1 --> Phase_2:::done --> Phase-3"], { 2: ["1"], 3: ["2"] }],
    ["ids numbered like the titles", ["P1[Dig] --> P2[Line]"], { 2: ["1"] }],
    ["several statements a line", ["A[Phase 1] --> B[Phase 2]; B --> C[Phase 3];"], { 2: ["1"], 3: ["2"] }],
    ["words on arrows", ["A[Phase 1] -- then --> B[Phase 2] -->|ready| C[Phase 3]"], { 2: ["1"], 3: ["2"] }],
    ["arrows that say which way", ["B[Phase 2] -->|depends on| A[Phase 1]"], { 2: ["1"] }],
    ["subgraphs", ["subgraph one [Phase 1]", "x --> y", "end", "one --> B[Phase 2]"], { 2: ["1"] }],
    ["broken lines beside good ones", ["A[Phase 1", "-->", "C[Phase 3] --> D[Phase 4]"], { 4: ["3"] }],
  ])("have %s", (_, lines, expected) => {
    expect(edgesOf(...lines)).toEqual(expected);
  });

  it.each([
    ["lines without a head", ["A[Phase 1] --- B[Phase 2]"]],
    ["arrows with two heads", ["A[Phase 1] <--> B[Phase 2]"]],
    ["arrows called optional", ["A[Phase 1] -->|optional| B[Phase 2]"]],
    ["a single item among other things", ["A[Phase 1] --> B[Database] --> C[Queue]"]],
    ["items that no arrow joins directly", ["A[Phase 1] --> G{Good?} --> B[Phase 2]"]],
    ["phases that do not exist", ["A[Phase 7] --> B[Phase 8]"]],
    ["ranges", ["A[Phases 1-2] --> B[Phases 3-4]"]],
    ["comments", ["%% A[Phase 1] --> B[Phase 2]"]],
  ])("take nothing from %s", (_, lines) => {
    expect(edgesOf(...lines)).toEqual({});
  });

  it("only hint where the arrow is dotted", () => {
    const plan = readMarkdown(withChart("A[Phase 1] -.-> B[Phase 2]"));
    expect(plan.phases.get("2" as never)!.dependsOn).toMatchObject([{ id: "1", evidence: "inferred" }]);
  });

  it("are not drawings of a system whose nodes have short ids", () => {
    const tasks = "| ID | Task | Status |\n|---|---|---|\n| A1 | Dig | open |\n| B1 | Fill | open |\n";
    const plan = readMarkdown(`${tasks}\n\`\`\`mermaid\nflowchart LR\n  A1[Browser] --> B1[Server]\n\`\`\``);
    expect(edges(plan)).toEqual({ A1: [], B1: [] });
  });

  it("bring nothing into being", () => {
    expect(declarationsOf("```mermaid\ngraph TD\n  A[Phase 1] --> B[Phase 2]\n```")).toEqual([]);
  });

  it("are read in linear time", () => {
    const hard = [
      "A".repeat(5000),
      `A ${"-".repeat(5000)}`,
      "A[".repeat(2500),
      `A -- ${"x ".repeat(2500)}`,
      "A & ".repeat(1250),
    ];
    const start = performance.now();
    readMarkdown(withChart(...hard.flatMap((line) => Array.from({ length: 40 }, () => line))));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
