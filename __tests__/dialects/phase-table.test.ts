import { describe, expect, it } from "@jest/globals";
import { edges, placeFaults, readMarkdown, stated, textAt, wordFaults } from "../kit/read-markdown.js";

const HEAD =
  "| Phase | Name | Tier | Depends on | Duration | Status |\n|------:|------|------|------------|----------|--------|\n";
const table = (...rows: readonly string[]): string => HEAD + rows.map((row) => `${row}\n`).join("");

describe("a phase table", () => {
  const text = `# Plan\n\n${table(
    "| 8 | Onboarding | 0 | none | 12 weeks | ✅ done |",
    "| 14 | Signal | Tier 1 | 8 | 4 weeks | 🟡 60% |",
    "| **18** | Guest-cabin | 2 | Phase 8 (ferryId), 14 | 7-8 weeks | ⏳ not started |",
  )}`;
  const plan = readMarkdown(text);

  it("is read row by row", () => {
    expect(stated(plan)).toEqual({
      8: { title: "Onboarding", tier: 0, weeks: 12, status: "done" },
      14: { title: "Signal", tier: 1, dependsOn: ["8"], weeks: 4, status: "in-progress", progress: 60 },
      18: { title: "Guest-cabin", tier: 2, dependsOn: ["8", "14"], weeks: 8, status: "not-started" },
    });
  });

  it("knows where everything stands", () => {
    const phase = [...plan.phases.values()].at(-1)!;
    expect(placeFaults(plan, text)).toEqual([]);
    expect(wordFaults(plan, text)).toEqual([]);
    expect(phase.dependsOn.map(({ place }) => [place.line, place.column, textAt(text, place)])).toEqual([
      [7, 30, "Phase 8"],
      [7, 49, "14"],
    ]);
    expect(textAt(text, phase.tier!.place)).toBe("2");
    expect(textAt(text, phase.duration!.place)).toBe("7-8 weeks");
    expect(textAt(text, phase.statusPlace!)).toBe("⏳ not started");
    expect(textAt(text, phase.places[0]!)).toBe(text.trimEnd().split("\n").at(-1));
  });
});

describe("ids", () => {
  it.each([
    ["| **4** | A | 1 | | | |", "4", "4"],
    ["| `4` | A | 1 | | | |", "4", "4"],
    ["| [4](#phase-4) | A | 1 | | | |", "4", "4"],
    ["| Phase 4 | A | 1 | | | |", "4", "4"],
    ["| **Phase 4: Data** | A | 1 | | | |", "4", "4"],
    ["| *`T-04`* | A | 1 | | | |", "T-04", "T-04"],
    ["|\t4\t|\tA\t|\t1\t|\t|\t|\t|", "4", "4"],
    ["| 4.5 | A | 1 | | | |", "4.5", "4.5"],
    ["| 04 | A | 1 | | | |", "4", "04"],
    ["| 4 ✅ | A | 1 | | | |", "4", "4"],
  ])("%s", (row, id) => {
    const text = table(row);
    const plan = readMarkdown(text);
    expect([...plan.phases.keys()]).toEqual([id]);
    expect(placeFaults(plan, text)).toEqual([]);
  });

  it("may be followed by a title in their own cell", () => {
    expect(stated(readMarkdown("| Phase | Status |\n|--|--|\n| 2. Tokens | done |\n"))).toEqual({
      2: { title: "Tokens", status: "done" },
    });
  });
});

describe("columns", () => {
  it.each([
    ["Phase | Depends on", "dependsOn"],
    ["ID | Dependencies", "dependsOn"],
    ["# | **Key dependencies**", "dependsOn"],
    ["WBS | Prerequisites", "dependsOn"],
    ["Task | Blocked by", "dependsOn"],
    ["Task ID | Predecessors", "dependsOn"],
  ])("%s", (heads) => {
    const text = `| ${heads} |\n|--|--|\n| 1 | none |\n| 2 | 1 |\n`;
    expect(edges(readMarkdown(text))).toEqual({ 1: [], 2: ["1"] });
  });

  it.each([
    ["Effort (days)", "10", 2],
    ["Agent Hours", "40-80", 2],
    ["Weeks", "9-15", 7],
    ["Days", "5", 1],
    ["Timeline", "2 sprints", 4],
    ["Duration", "TBD", undefined],
  ])("%s: %s", (head, cell, weeks) => {
    const plan = readMarkdown(`| Phase | ${head} | Status |\n|--|--|--|\n| 1 | ${cell} | done |\n`);
    expect(plan.phases.values().next().value!.duration?.weeks).toBe(weeks);
  });

  it.each([
    ["### 3 Harbour · 12.5 d", "2.5", 0.5],
    ["### Harbour (4 weeks)", "3", 3],
    ["## Sum (3 days)\n\n### Parts", "5", 1],
    ["### 3 Harbour · 12.5 d", "2 weeks", 2],
    ["### Harbour", "3", undefined],
  ])("take a bare number in the unit of the heading above: %j, %s", (heading, cell, weeks) => {
    const plan = readMarkdown(`${heading}\n\n| ID | Package | Effort |\n|--|--|--|\n| 3.1 | Quay | ${cell} |\n`);
    expect([...plan.phases.values()].find(({ id }) => id === "3.1")?.duration?.weeks).toBe(weeks);
  });

  it("may be fewer or more than the cells of a row", () => {
    const text = table("| 1 | A |", "| 2 | B | 1 | 1 | 2 weeks | done | what | is | this |", "3 | C | 2 | 2", "| 4");
    const plan = readMarkdown(text);
    expect(stated(plan)).toEqual({
      1: { title: "A" },
      2: { title: "B", tier: 1, dependsOn: ["1"], weeks: 2, status: "done" },
      3: { title: "C", tier: 2, dependsOn: ["2"] },
      4: {},
    });
    expect(placeFaults(plan, text)).toEqual([]);
  });

  it("may state what a phase blocks", () => {
    const text = "| Phase | Blocks |\n|--|--|\n| 1 | 2, 3 |\n| 2 | 3 |\n| 3 | — |\n";
    expect(edges(readMarkdown(text))).toEqual({ 1: [], 2: ["1"], 3: ["1", "2"] });
  });

  it("may carry a status where a dependency belongs", () => {
    const text = table("| 8 | A | 0 | none | | |", "| 9 | B | | ✅ COMPLETE - All 49 components | | |");
    expect(stated(readMarkdown(text))[9]).toMatchObject({ status: "done" });
    expect(edges(readMarkdown(text))[9]).toEqual([]);
  });
});

describe("places in a cell stay true", () => {
  it.each([
    ["an escaped pipe", "| 2 | A \\| B | 1 | Phase 1 \\| later | | |"],
    ["an escaped star", "| 2 | A | 1 | \\*new\\* Phase 1 | | |"],
    ["an entity", "| 2 | A &amp; B | 1 | Fish &amp; chips, Phase 1 | | |"],
    ["an unknown entity", "| 2 | A | 1 | &fish; &amp;amp; Phase 1 | | |"],
    ["two-character entities", "| 2 | A | 1 | &NotEqualTilde; &nvlt; &Afr; Phase 1 | | |"],
    ["a numeric entity", "| 2 | A | 1 | &#128512; &#x41; Phase 1 | | |"],
    ["emphasis", "| 2 | A | 1 | *very* ***strong*** **Phase** 1 | | |"],
    ["a link", "| 2 | A | 1 | [see](http://x.y/Phase_9) [Phase 1](#phase-1) | | |"],
    ["a bare address", "| 2 | A | 1 | http://x.y/z, me@x.y, www.x.y, Phase 1 | | |"],
    ["an address in brackets", "| 2 | A | 1 | [me@x.y] [x_me@y.z] Phase 1 | | |"],
    ["inline HTML", "| 2 | A | 1 | <b>first</b><br>Phase 1 | | |"],
    ["a code span", "| 2 | A | 1 | ``a ` b``, `Phase 1` | | |"],
    ["an image", "| 2 | A | 1 | ![Alt](x.png) Phase 1 | | |"],
    ["emoji of two units", "| 2 | 🎯 A | 1 | 🎯🎯 Phase 1 | | |"],
    ["struck text", "| 2 | A | 1 | ~~old~~ Phase 1 | | |"],
    ["tabs", "|\t2\t|\tA\t|\t1\t|\tPhase 1\t|\t|\t|"],
  ])("%s", (_, row) => {
    const text = `${table("| 1 | A | 1 | | | |")}${row}\n`;
    const plan = readMarkdown(text);
    const { dependsOn } = [...plan.phases.values()].at(-1)!;
    expect(dependsOn.map(({ id }) => id)).toEqual(["1"]);
    expect(textAt(text, dependsOn[0]!.place).replace(/[*`]/g, "")).toBe("Phase 1");
    expect(placeFaults(plan, text)).toEqual([]);
  });
});

describe("tables that hold no plan", () => {
  it.each([
    [
      "releases",
      "| Release | Status | Initial | End |\n|--|--|--|--|\n| 18 | LTS | 2022-04-19 | 2025-04-30 |\n| 20 | LTS | 2023 | 2026 |\n",
    ],
    ["versions", "| Version | Duration |\n|--|--|\n| 1.0.0 | 2 weeks |\n| 2.0.0 | 3 weeks |\n"],
    ["prices", "| Tier | Price | Seats |\n|--|--|--|\n| 1 | 10 $ | 5 |\n| 2 | 20 $ | 50 |\n"],
    [
      "components",
      "| Component | Depends on | Status |\n|--|--|--|\n| Parser | Lexer | done |\n| Lexer | none | done |\n",
    ],
    [
      "requirements",
      "| Requirement | Phase | Status |\n|--|--|--|\n| REQ-a | Phase 1 | done |\n| REQ-b | Phase 2 | done |\n",
    ],
    ["counts", "| Phases | Tasks | Status |\n|--|--|--|\n| 3 | 12 | done |\n"],
    ["ids without facts", "| # | Risk | Mitigation |\n|--|--|--|\n| 1 | Rain | Roof |\n| 2 | Snow | Roof |\n"],
    ["a head alone", "| Phase | Depends on |\n|--|--|\n"],
    ["free text for ids", "| Phase | Depends on |\n|--|--|\n| Setup | none |\n| Build | Setup |\n"],
    ["an odd id among text", "| Phase | Status |\n|--|--|\n| Setup | done |\n| Build | done |\n| 3 | done |\n"],
    ["empty cells", "| Phase | Depends on |\n|--|--|\n| | |\n"],
  ])("%s", (_, text) => {
    expect(stated(readMarkdown(`# Plan\n\n${text}`))).toEqual({});
  });

  it.each([
    ["a quote", `> ${table("| 1 | A | 1 | | | |").trimEnd().replaceAll("\n", "\n> ")}\n`],
    ["a list", `- x\n\n  ${table("| 1 | A | 1 | | | |").trimEnd().replaceAll("\n", "\n  ")}\n`],
    ["a fence", `\`\`\`\n${table("| 1 | A | 1 | | | |")}\`\`\`\n`],
    ["a comment", `<!--\n${table("| 1 | A | 1 | | | |")}-->\n`],
  ])("nor is one in %s", (_, text) => {
    expect(stated(readMarkdown(text))).toEqual({});
  });
});

it("a table that states no fact adds to what is defined elsewhere and defines nothing", () => {
  const text = `${table("| 1 | A | 1 | | | |")}\n| Phase | Services |\n|--|--|\n| 1 | \`AuthService\`, Mail (v2) |\n| 2 | X |\n`;
  const plan = readMarkdown(text);
  expect([...plan.phases.values()].map(({ id, modifies }) => [id, modifies])).toEqual([["1", ["AuthService", "Mail"]]]);
});
