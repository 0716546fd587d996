import { describe, expect, it } from "@jest/globals";
import { edges, placeFaults, readMarkdown } from "../kit/read-markdown.js";

const TASKS = [1, 2, 3, 4, 5].flatMap((number) => [`### T00${number}: Job ${number}`, ""]);
const withFence = (heading: string, ...lines: string[]): string =>
  [...TASKS, `## ${heading}`, "", "```", ...lines, "```"].join("\n");
const edgesOf = (...lines: string[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(edges(readMarkdown(withFence("Dependencies", ...lines)))).filter(([, before]) => before.length > 0),
  );

describe("fenced lists of dependencies", () => {
  it.each([
    ["T003 (walls) - blocked by T001 (needs the base)", { T003: ["T001"] }],
    ["T001 (base) → blocks T002, T003", { T002: ["T001"], T003: ["T001"] }],
    ["T002 - unblocks T003-T005", { T003: ["T002"], T004: ["T002"], T005: ["T002"] }],
    ["- T002: Walls - after T001", { T002: ["T001"] }],
    ["1. T002 (walls) depends on T001 and T003", { T002: ["T001", "T003"] }],
    ["T003, T004 can run in parallel after T002", { T003: ["T002"], T004: ["T002"] }],
    ["T004 requires T001-T003 complete", { T004: ["T001", "T002", "T003"] }],
    ["T005 Paint (depends on T004)", { T005: ["T004"] }],
    ["T003 - blocked by T002, unblocks T004", { T003: ["T002"], T004: ["T003"] }],
    ["T001 - standalone, no code dependencies", {}],
    ["T002 - not blocked by T001", {}],
    ["T002 - independent of T001", {}],
    ["T002, T003 can run in parallel", {}],
    ["T005 can start after all is quiet", {}],
    ["The paint of T005 depends on T004", {}],
    ["T009 depends on T001", {}],
  ])("read %p", (line, expected) => {
    expect(edgesOf("Jobs:", `  ${line}`)).toEqual(expected);
  });

  it("are certain only where the heading or label calls them dependencies", () => {
    const evidence = (text: string): unknown =>
      readMarkdown(text)
        .phases.get("T002" as never)!
        .dependsOn.map((one) => one.evidence);
    expect(evidence(withFence("Task dependencies", "T002 - after T001"))).toEqual(["explicit"]);
    expect(evidence(withFence("Notes", "T002 - after T001"))).toEqual(["inferred"]);
    expect(evidence([...TASKS, "**Dependency list**:", "```", "T002 - after T001", "```"].join("\n"))).toEqual([
      "explicit",
    ]);
    expect(evidence(withFence("Example dependencies", "T002 - after T001"))).toEqual([]);
  });

  it("bring nothing into being, and are no program", () => {
    const lines = ["```", "T001 - blocked by T002", "```"].join("\n");
    expect(readMarkdown(lines).phases.size).toBe(0);
    expect(
      edges(readMarkdown([...TASKS, "## Dependencies", "```sh", "T002 - after T001", "```"].join("\n"))),
    ).toMatchObject({
      T002: [],
    });
  });

  it("know where everything stands", () => {
    const text = withFence("Dependencies", "T002 (walls) - blocked by T001 (base)").replace(/\n/g, "\r\n");
    const plan = readMarkdown(text);
    const { place } = plan.phases.get("T002" as never)!.dependsOn[0]!;
    expect(text.slice(place.offset, place.endOffset)).toBe("T001");
    expect(placeFaults(plan, text)).toEqual([]);
  });

  it("are read in linear time", () => {
    const hard = [
      `T001 ${"- ".repeat(2500)}`,
      `T001${", T002".repeat(900)}`,
      `T001 (${" ".repeat(5000)}`,
      `${" ".repeat(5000)}T001`,
    ];
    const start = performance.now();
    readMarkdown(withFence("Dependencies", ...hard.flatMap((line) => Array.from({ length: 40 }, () => line))));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
