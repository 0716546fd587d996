import type { BreakingChange, DeclaredDay } from "../../src/model/plan.js";
import { place } from "./plan-builder.js";

/** A breaking change on `line` of `plan.md`; a text that is no ISO day becomes a day that cannot be read. */
export function entry(
  written: Partial<Omit<BreakingChange, "announced" | "effective">> & { announced?: string; effective?: string } = {},
  line = 50,
): BreakingChange {
  const { announced, effective, ...rest } = written;
  return {
    kind: "change",
    subject: "Profile",
    change: "userId → ferryId",
    version: null,
    phase: null,
    affects: [],
    migration: null,
    place: place(line),
    ...rest,
    announced: announced === undefined ? null : day(announced, line, 20),
    effective: effective === undefined ? null : day(effective, line, 40),
  };
}

const day = (text: string, line: number, column: number): DeclaredDay => ({
  day: /^\d{4}-\d\d-\d\d$/.test(text) ? text : null,
  text,
  place: place(line, column),
});
