import { describe, expect, it } from "@jest/globals";
import { compareIds, idPrefix, isItemWord, itemLabel, itemWord, normalizeId } from "../../src/grammar/item-id.js";

describe("normalizeId", () => {
  it.each([
    ["8", "8"],
    ["08", "8"],
    ["08.01", "8.1"],
    ["0", "0"],
    ["10", "10"],
    ["4.50", "4.50"],
    ["04a", "4a"],
    ["T001", "T001"],
    ["T‑02", "T-02"],
    ["T–02", "T-02"],
    ["P0−3", "P0-3"],
    [" 7 ", "7"],
    ["８", "8"],
  ])("%s → %s", (written, id) => {
    expect(normalizeId(written)).toBe(id);
  });
});

describe("itemWord", () => {
  it.each([
    ["Phases", "phase"],
    ["PHASE", "phase"],
    ["User  Stories", "story"],
    ["Work Package", "work-package"],
    ["chapter", "chapter"],
  ])("%s → %s", (written, word) => {
    expect(itemWord(written)).toBe(word);
  });

  it("knows an item word from any other", () => {
    expect(["Phase", " tasks ", "Phase 1", "Feature", "constructor", ""].map(isItemWord)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("itemLabel", () => {
  it.each([
    ["phase", "8", "Phase 8"],
    ["work-package", "2", "Work package 2"],
    ["task", "T-02", "T-02"],
    ["", "M1", "M1"],
    ["phase", "F", "Phase F"],
  ])("%s, %s → %s", (word, id, label) => {
    expect(itemLabel(word, id)).toBe(label);
  });
});

describe("compareIds", () => {
  it("counts number by number", () => {
    const ordered = ["1", "1.2", "1.10", "2", "4", "4.5", "5", "10", "T1", "T1a", "T2", "T10"];
    expect([...ordered].reverse().sort(compareIds)).toEqual(ordered);
  });

  it("does not look at the case", () => {
    expect(compareIds("t-1", "T-1")).toBe(0);
  });
});

describe("idPrefix", () => {
  it.each([
    ["8", ""],
    ["T012", "t"],
    ["T-02", "t-"],
    ["A2a", "a"],
    ["F", "f"],
  ])("%s → %s", (id, prefix) => {
    expect(idPrefix(id)).toBe(prefix);
  });
});
