import { describe, expect, it } from "@jest/globals";
import { nextBreakingChange } from "../../src/outlook/next-breaking-change.js";
import type { BreakingChange } from "../../src/model/plan.js";
import { placeAt } from "../kit/report-builder.js";

const entry = (subject: string, day: string | null): BreakingChange => ({
  kind: "change",
  subject,
  change: "",
  version: null,
  announced: null,
  effective: { day, text: day ?? "TBD", place: placeAt(1) },
  phase: null,
  affects: [],
  migration: null,
  place: placeAt(1),
});

describe("the next breaking change", () => {
  const entries = [
    entry("Over", "2026-11-21"),
    entry("Some day", null),
    entry("Later", "2026-12-24"),
    entry("Next", "2026-12-01"),
    entry("On the same day", "2026-12-01"),
    { ...entry("Unsaid", null), effective: null },
  ];

  it("is the first to take effect, with the days until then", () => {
    const next = { subject: "Next", effective: "2026-12-01", daysLeft: 9 };
    expect(nextBreakingChange(entries, "2026-11-22")).toEqual(next);
    expect(nextBreakingChange(entries, "2026-12-01")).toEqual({ ...next, daysLeft: 0 });
  });

  it("is none where nothing is ahead", () => {
    expect(nextBreakingChange(entries, "2026-12-25")).toBeNull();
    expect(nextBreakingChange([], "2026-11-22")).toBeNull();
  });
});
