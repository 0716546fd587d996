import { expect, it } from "@jest/globals";
import { parseRelativeDay } from "../../src/grammar/relative-day.js";

it.each([
  ["Week 12", { kind: "week", week: 12 }],
  ["in week 3", { kind: "week", week: 3 }],
  ["from the start of Week 3", { kind: "week", week: 3 }],
  ["start of Phase 9", { kind: "phase", name: "Phase 9" }],
  ["the beginning of T-02 ", { kind: "phase", name: "T-02" }],
  ["Week 0", null],
  ["Week 12-14", null],
  ["12 weeks", null],
  ["Phase 9", null],
  ["start of week", null],
  ["soon", null],
  ["", null],
])("reads %j", (text, said) => {
  expect(parseRelativeDay(text)).toEqual(said);
});
