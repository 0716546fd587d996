import { describe, expect, it } from "@jest/globals";
import { placeFaults, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

const TABLE = ["| Phase | Name | Duration |", "|---|---|---|", "| 1 | Pier | 2 weeks |", "| 2 | Boat | 3 weeks |"];

/** Where the durations stand, as an editor shows it. */
const durations = (text: string): string[] => {
  const plan = readMarkdown(text);
  expect(placeFaults(plan, text)).toEqual([]);
  return [...plan.phases.values()].map(({ duration }) =>
    duration ? `${duration.place.line}:${duration.place.column} ${textAt(text, duration.place)}` : "none",
  );
};

describe("text that is sound but odd", () => {
  it.each([
    ["LF", `${TABLE.join("\n")}\n`],
    ["CRLF", `${TABLE.join("\r\n")}\r\n`],
    ["a lone CR", `${TABLE.join("\r")}\r`],
    ["no line end at the end", TABLE.join("\n")],
    ["LF and CRLF mixed", `${TABLE[0]}\r\n${TABLE[1]}\n${TABLE[2]}\r\n${TABLE[3]}\n`],
  ])("counts lines that end with %s", (_, text) => {
    expect(durations(text)).toEqual(["3:14 2 weeks", "4:14 3 weeks"]);
  });

  it("counts a byte order mark as a character of the first line only", () => {
    const text = "\ufeff### Phase 1: Pier (2 weeks)\n\n### Phase 2: Boat (3 weeks)\n";
    expect(durations(text)).toEqual(["1:21 2 weeks", "3:20 3 weeks"]);
  });

  it("counts a tab as one column", () => {
    expect(durations("### Phase 1: Pier\n\n-\t**Duration:**\t2 weeks\n")).toEqual(["3:17 2 weeks"]);
  });

  it("reads a line of ten thousand columns", () => {
    const text = `| Phase | Name | Duration |\n|---|---|---|\n| 1 | ${"Pier ".repeat(2000)}| 2 weeks |\n`;
    expect(durations(text)).toEqual(["3:10009 2 weeks"]);
  });

  it("reads rows with cells too many and too few", () => {
    const text = [...TABLE.slice(0, 3), "| 2 | Boat |", "| 3 | Crew | 1 week | spare | spare |", ""].join("\n");
    expect(stated(readMarkdown(text))).toEqual({
      1: { title: "Pier", weeks: 2 },
      2: { title: "Boat" },
      3: { title: "Crew", weeks: 1 },
    });
    expect(durations(text)).toEqual(["3:14 2 weeks", "none", "5:14 1 week"]);
  });

  it("takes what stands in a fence that is never closed for an example", () => {
    const text = ["### Phase 1: Pier (2 weeks)", "", "```", "### Phase 2: Boat (3 weeks)", ""].join("\n");
    expect(durations(text)).toEqual(["1:20 2 weeks"]);
  });

  it("reads on behind a fence that an inner one closes early", () => {
    const text = ["```markdown", "```text", "Phase 8", "```", "### Phase 1: Pier (2 weeks)", ""].join("\n");
    expect(durations(text)).toEqual(["5:20 2 weeks"]);
  });
});
