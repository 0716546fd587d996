import { describe, expect, it } from "@jest/globals";
import { declarationsOf, edges, placeFaults, readMarkdown } from "../kit/read-markdown.js";

const ITEMS = [
  "| ID | Job | Status |",
  "|---|---|---|",
  ...["A1", "A2", "B1", "B2"].map((id) => `| ${id} | Job ${id} | open |`),
  "",
  "## Phase 1: Dig",
  "## Phase 2: Line",
  "## Phase 3: Fill",
  "",
];
const edgesOf = (...lines: string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(edges(readMarkdown([...ITEMS, ...lines].join("\n")))).filter(([, before]) => before.length > 0),
  );

describe("arrow chains", () => {
  it.each([
    ["a fence", ["## Critical path", "```", "A1 → A2 →", "  B1 -> B2", "```"], { A2: ["A1"], B1: ["A2"], B2: ["B1"] }],
    ["a paragraph", ["## Dependencies", "A1 --> A2 (done) ──► B1."], { A2: ["A1"], B1: ["A2"] }],
    ["a labelled line", ["## Notes", "**Critical path:** `A1 → B1` (3 weeks)"], { B1: ["A1"] }],
    ["a list", ["## Dependency order", "- A1 → A2", "- A2 → B1 & B2"], { A2: ["A1"], B1: ["A2"], B2: ["A2"] }],
    ["a list below a label", ["## Notes", "**Dependencies:**", "", "1. A1 → A2"], { A2: ["A1"] }],
    ["phases by number", ["## Dependencies", "Phase 1 (Dig) → 2 → 3"], { 2: ["1"], 3: ["2"] }],
    ["phases by name", ["## Dependencies", "Phase 1: Dig → Phase 2: Line"], { 2: ["1"] }],
    ["known members beside others", ["## Dependencies", "A1 → A2 → permits → B1 → B2"], { A2: ["A1"], B2: ["B1"] }],
  ])("are read in %s", (_, lines, expected) => {
    expect(edgesOf(...lines)).toEqual(expected);
  });

  it.each([
    ["without a label", ["## Notes", "A1 → A2 → B1"]],
    ["under an execution order", ["## Dependencies", "### Execution order", "A1 → A2 → B1"]],
    ["labelled as an order", ["## Dependencies", "Sequential order: A1 → A2 → B1"]],
    ["under both names", ["## Dependencies & Execution Order", "A1 → A2"]],
    ["in an example", ["## Dependency example", "A1 → A2"]],
    ["of versions", ["## Dependencies", "- parser: 1 → 2", "- lexer v1 → v2"]],
    ["of other things", ["## Dependencies", "client → server → database"]],
    ["of ranges of prose", ["## Dependencies", "When A1 ends → tell the team of A2"]],
    ["of unknown ids", ["## Dependencies", "Z1 → Z2 → Z3"]],
    ["that lead back through the plan", ["## Dependencies", "B1 → A2 → A1"]],
    ["with two heads", ["## Dependencies", "A1 <-> A2"]],
  ])("are not read %s", (_, lines) => {
    expect(edgesOf(...lines)).toEqual({});
  });

  it("leave a critical path alone where the items say themselves what they wait for", () => {
    const table = "| ID | Depends on |\n|---|---|\n| A1 | — |\n| A2 | A1 |\n| B1 | A1 |\n";
    const plan = readMarkdown(`${table}\n**Critical path:** A1 → A2 → B1\n`);
    expect(edges(plan)).toEqual({ A1: [], A2: ["A1"], B1: ["A1"] });
  });

  it("are explicit, and know where they stand", () => {
    const text = [...ITEMS, "## Dependencies", "", "> quoted", "", "**A1** → **A2** → B1"].join("\n");
    const plan = readMarkdown(text);
    const [edge] = plan.phases.get("A2" as never)!.dependsOn;
    expect(edge).toMatchObject({ id: "A1", evidence: "explicit" });
    expect(text.slice(edge!.place.offset, edge!.place.endOffset)).toBe("A1");
    expect(placeFaults(plan, text)).toEqual([]);
  });

  it("are not drawings, of which the report says that they are not read", () => {
    const drawing = ["## Dependencies", "```", "A1 ──► A2", "│", "└──► B1", "```"];
    expect(edgesOf(...drawing)).toEqual({});
    const unread = declarationsOf([...ITEMS, ...drawing].join("\n")).filter(({ kind }) => kind === "unread");
    expect(unread).toHaveLength(1);
    expect(unread[0]!.place).toMatchObject({ line: 14 });
    const files = ["## Dependencies", "```", "src", "├── a", "└── b", "```"].join("\n");
    expect(declarationsOf([...ITEMS, files].join("\n")).some(({ kind }) => kind === "unread")).toBe(false);
  });

  it("are read in linear time", () => {
    const hard = [
      "-".repeat(4000),
      "→".repeat(4000),
      "A1, ".repeat(1000),
      `A1 ${"─".repeat(4000)}`,
      `A1 (${"→ A2 ".repeat(900)}`,
    ];
    const start = performance.now();
    readMarkdown(
      [...ITEMS, "## Dependencies", ...hard.flatMap((line) => Array.from({ length: 20 }, () => `${line}\n`))].join(
        "\n",
      ),
    );
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
