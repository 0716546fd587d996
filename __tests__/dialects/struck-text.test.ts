import { describe, expect, it } from "@jest/globals";
import { edges, readMarkdown, stated } from "../kit/read-markdown.js";

describe("an item that is crossed out is dropped", () => {
  it.each([
    ["a heading", "## ~~Phase 3: Search~~\n"],
    ["its id", "## ~~Phase 3~~: Search\n"],
    ["its title", "## Phase 3: ~~Search~~\n"],
    ["a heading with a status below", "## ~~Phase 3: Search~~\n\n**Status:** not started\n"],
    ["an entry with a box", "- [ ] ~~Phase 3: Search~~\n"],
    ["an entry of several lines", "- [ ] ~~**Phase 3: Search**~~\n  later\n"],
    ["a row", "| Phase | Name | Status |\n|---|---|---|\n| ~~3~~ | ~~Search~~ | ~~in progress~~ |\n"],
    ["a name in a row", "| Phase | Name | Status |\n|---|---|---|\n| 3 | ~~Search~~ | planned |\n"],
  ])("%s", (_, text) => {
    expect(stated(readMarkdown(text))).toEqual({ "3": { title: "Search", status: "deprecated" } });
  });

  it.each([
    ["a tick", "## ~~Phase 3: Search~~ ✅\n"],
    ["a field", "## ~~Phase 3: Search~~\n\n**Status:** done\n"],
    ["a box", "- [x] ~~Phase 3: Search~~\n"],
    ["a cell", "| Phase | Name | Status |\n|---|---|---|\n| ~~3~~ | ~~Search~~ | done |\n"],
  ])("unless %s says that it is done", (_, text) => {
    expect(stated(readMarkdown(text))["3"]?.status).toBe("done");
  });
});

describe("what is crossed out is not said", () => {
  const third = (field: string): string => `## Phase 1: A\n\n## Phase 2: B\n\n## Phase 3: C\n\n${field}\n`;

  it.each([
    ["**Depends on:** ~~Phase 1~~, Phase 2", ["2"]],
    ["**Depends on:** ~~Phase 1~~", []],
    ["~~**Depends on:** Phase 1~~", []],
    ["**Depends on:**\n\n- ~~Phase 1~~\n- Phase 2", ["2"]],
  ])("%j", (field, expected) => {
    expect(edges(readMarkdown(third(field)))["3"]).toEqual(expected);
  });

  it("in a cell", () => {
    const text =
      "| Phase | Depends on | Duration |\n|---|---|---|\n| 1 | none | ~~2 weeks~~ 3 weeks |\n| 2 | ~~1~~ | 1 week |\n";
    expect(stated(readMarkdown(text))).toEqual({ "1": { weeks: 3 }, "2": { weeks: 1 } });
  });

  it("in a title", () => {
    expect(stated(readMarkdown("## Phase 1: ~~Seats~~ Cabins (2 weeks)\n"))).toEqual({
      "1": { title: "Cabins", weeks: 2 },
    });
  });
});
