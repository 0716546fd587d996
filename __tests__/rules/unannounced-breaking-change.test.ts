import { describe, expect, it } from "@jest/globals";
import type { BreakingChange } from "../../src/model/plan.js";
import { unannouncedBreakingChange } from "../../src/rules/unannounced-breaking-change.js";
import { checkEntries } from "../kit/check-rule.js";
import { entry } from "../kit/entry-builder.js";
import { place } from "../kit/plan-builder.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

testRule(unannouncedBreakingChange, {
  valid: [
    lines(
      "## Breaking changes",
      "",
      "| Service | Change | Announced | Effective |",
      "|---|---|---|---|",
      "| Profile | drops userId | 2026-11-22 | 2026-12-06 |",
    ),
    lines("# Nothing breaks"),
  ],
  invalid: [
    {
      plan: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId |  | 2026-12-24 |",
      ),
      expect: [
        "5:1 The breaking change of Profile (drops userId) does not state the day it was announced; an announcement needs calendar days for both.",
      ],
    },
    {
      plan: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-22 | next month |",
      ),
      expect: [
        '5:41 The breaking change of Profile (drops userId) states "next month" as the day it takes effect; an announcement needs calendar days for both.',
      ],
    },
  ],
});

describe("unannounced-breaking-change", () => {
  it.each([
    [{ effective: "2026-12-20" }, "does not state the day it was announced;", 1],
    [{ announced: "2026-11-22" }, "does not state the day it takes effect;", 1],
    [{}, "does not state the day it was announced and does not state the day it takes effect;", 1],
    [{ announced: "soon", effective: "2026-12-20" }, 'states "soon" as the day it was announced;', 20],
    [{ announced: "2026-11-22", effective: "TBD" }, 'states "TBD" as the day it takes effect;', 40],
  ])("says what %j lacks, where", (written, text, column) => {
    const [violation] = checkEntries(unannouncedBreakingChange, [entry(written)]);
    expect(violation?.message).toContain(`The breaking change of Profile (userId → ferryId) ${text}`);
    expect(violation?.place).toEqual(place(50, column));
    expect(violation?.subject).toBe("Profile: userId → ferryId");
  });

  it("holds an entry to paste that passes, keeping what is good", () => {
    const full = entry({
      announced: "2026-11-01",
      effective: "when ready",
      version: { from: "1", to: "2", text: "1 | 2" },
      phase: "7.3",
      affects: ["11", "19"],
    });
    const pasted = (entry: BreakingChange) => checkEntries(unannouncedBreakingChange, [entry])[0]!.toPaste;
    expect(pasted(full)).toBe("| Profile | userId → ferryId | 1 \\| 2 | 2026-11-01 | 2026-12-06 | 7.3 | 11, 19 |  |");
    const late = entry({ effective: "2027-03-01" });
    expect(pasted(late)).toContain("| 2026-11-22 | 2027-03-01 |");
    const early = entry({ effective: "2026-11-30" });
    expect(pasted(early)).toContain("| 2026-11-22 | 2026-12-06 |");
  });

  it("says nothing about an entry with both days", () => {
    expect(
      checkEntries(unannouncedBreakingChange, [entry({ announced: "2026-11-22", effective: "2026-11-23" })]),
    ).toEqual([]);
  });
});

describe("a day that is said by the plan", () => {
  const messages = (effective: string) =>
    judge(unannouncedBreakingChange, {
      plan: lines(
        "## Phase 9: Fares",
        "",
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        `| Fares | cents | 2026-11-22 | ${effective} |`,
      ),
    }).map(({ message }) => message);

  it.each([
    ["Week 12", 'states "Week 12" as the day it takes effect, but the plan has no start day in the configuration'],
    ["start of Phase 9", 'states "start of Phase 9" as the day it takes effect, but the plan has no start day in the'],
    ["start of Phase 7", 'states "start of Phase 7" as the day it takes effect, which is no phase of the plan'],
  ])("needs a start day: %s", (effective, said) => {
    expect(messages(effective)).toEqual([expect.stringContaining(said)]);
  });
});

it("does not ask when something goes that is only deprecated", () => {
  expect(checkEntries(unannouncedBreakingChange, [entry({ kind: "removal", announced: "2026-11-22" })])).toEqual([]);
  expect(checkEntries(unannouncedBreakingChange, [entry({ kind: "removal", effective: "2026-12-22" })])).toHaveLength(
    1,
  );
});
