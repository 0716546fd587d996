import { expect, test } from "@jest/globals";
import { namesOnlyItems } from "../../src/grammar/names-only-items.js";

test.each([
  "Phase 2",
  "Phases 2, 3",
  "Phase 2 and Phase 3.",
  "phase 2; T-02",
  "T012",
  "Phases 1-3",
  "after M2",
  "(Phase 4.5)",
])("%j names nothing but items", (text) => {
  expect(namesOnlyItems(text)).toBe(true);
});

test.each([
  "",
  "none",
  "2",
  "2, 3",
  "Fares 1.2",
  "Phase 2 sign-off",
  "Phase 2 or a permit",
  "people",
  "Phase 2, 3 crews",
])("%j does not", (text) => {
  expect(namesOnlyItems(text)).toBe(false);
});
