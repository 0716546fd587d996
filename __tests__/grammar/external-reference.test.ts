import { describe, expect, it } from "@jest/globals";
import { externalReferences } from "../../src/grammar/external-reference.js";
import { parseReferences } from "../../src/grammar/reference.js";

const found = (text: string) =>
  externalReferences(text).map(({ owner, repository, word, id }) => `${owner}/${repository} ${word} ${id}`);

describe("phases of other repositories", () => {
  it.each([
    ["octo/fleet#Phase 8", ["octo/fleet phase 8"]],
    ["octo/fleet#phase 08.1", ["octo/fleet phase 8.1"]],
    ["octo/fleet#T-02", ["octo/fleet  T-02"]],
    ["octo-line/fleet.boats_2#Task 4a", ["octo-line/fleet.boats_2 task 4a"]],
    ["Phase 2, `octo/fleet#Phase 8` and octo/piers#Milestone 3", ["octo/fleet phase 8", "octo/piers milestone 3"]],
    ["octo/fleet#8", []],
    ["octo/fleet#Phase", []],
    ["octo/fleet #Phase 8", []],
    ["a/b/c#Phase 8", []],
    ["docs/octo/fleet#Phase 8", []],
    ["-octo/fleet#Phase 8", []],
    ["https://github.com/octo/fleet#Phase 8", []],
    ["octo/fleet#Phase 8x9", []],
  ])("%s → %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("are where they stand in the text", () => {
    const text = "Phase 2, octo/fleet#Phase 8 (ids)";
    const [{ start, end } = { start: 0, end: 0 }] = externalReferences(text);
    expect(text.slice(start, end)).toBe("octo/fleet#Phase 8");
  });

  it("are no phases of this plan, and neither is what is noted beside them", () => {
    const parts = parseReferences("Phase 2, octo/fleet#Phase 8 (Phase 3 has the ids)");
    expect(parts.map(({ references, externals }) => [references.map(({ id }) => id), externals.length])).toEqual([
      [["2"], 0],
      [[], 1],
    ]);
    const [, { externals: [external] } = { externals: [] }] = parts;
    expect(external).toMatchObject({ start: 9, end: 27 });
  });

  it("are found among many without delay", () => {
    const text = "octo/".repeat(20_000) + "fleet#".repeat(20_000);
    expect(found(text)).toEqual([]);
  });
});
