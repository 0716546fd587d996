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

describe("what a change breaks without saying so", () => {
  const phases = lines(
    "## Phase 1: Fares",
    "",
    "**Outputs:** TariffApi, PierList",
    "",
    "## Phase 2: Tickets",
    "",
    "**Depends on:** Phase 1",
    "**Consumes:** TariffApi",
    "",
    "## Phase 3: Archive",
    "",
    "**Status:** done",
    "**Consumes:** PierList",
  );
  const registry = (...rows: readonly string[]) =>
    lines(
      "",
      "## Service registry",
      "",
      "| Service | Owner Phase | Current Version | Status | Dependencies | Dependent Phases |",
      "|---|---|---|---|---|---|",
      ...rows,
    );
  const FARES = "| FareTable | Phase 1 | 1.4.0 | Stable | None | Phase 1, Phase 2, Phase 3 |";
  const BERTHS = "| Berths | Phase 1 | 1.0.0 | Stable | FareTable | Phase 3 |";
  const base = phases + registry(FARES, BERTHS);
  const said = (plan: string) => judge(unannouncedBreakingChange, { base, plan }).map(({ message }) => message);
  const entryOf = (subject: string) =>
    lines(
      "",
      "## Breaking changes",
      "",
      "| Service | Change | Announced | Effective |",
      "|---|---|---|---|",
      `| ${subject} | it goes | 2026-11-22 | 2026-12-24 |`,
    );
  const END = "and no announcement names it. Announced today, it may take effect from 2026-12-06 on.";

  it.each([
    [
      "a service that goes",
      phases + registry(BERTHS),
      `FareTable is removed from the registry, Phase 2 and Berths still need it, ${END}`,
    ],
    [
      "a major version",
      phases + registry(FARES.replace("1.4.0", "2.0.0"), BERTHS),
      `FareTable goes from version 1.4.0 to 2.0.0, Phase 2 and Berths still need it, ${END}`,
    ],
    [
      "a deprecation",
      phases + registry(FARES.replace("Stable", "Deprecated"), BERTHS),
      `FareTable is marked as deprecated, Phase 2 and Berths still need it, ${END}`,
    ],
    [
      "an output that goes",
      base.replace("TariffApi, PierList", "PierList"),
      `TariffApi is no output of Phase 1 any more, Phase 2 still needs it, ${END}`,
    ],
    [
      "another number",
      base.replace("## Phase 1: Fares", "## Phase 7: Fares").replace("on:** Phase 1", "on:** Phase 7"),
      `Phase 1 is called Phase 7 from now on, Phase 2 still needs it, ${END}`,
    ],
  ])("sees %s", (_, plan, message) => {
    expect(said(plan)).toContain(message);
  });

  it.each([
    ["a minor version", phases + registry(FARES.replace("1.4.0", "1.5.0"), BERTHS)],
    ["a service that only a finished phase needs", phases + registry(FARES)],
    ["an output that only a finished phase needs", base.replace("TariffApi, PierList", "TariffApi")],
    ["another order", phases + registry(BERTHS, FARES)],
    ["what is announced in the same change", phases + registry(BERTHS) + entryOf("fare table")],
    [
      "a number that is announced",
      base.replace("## Phase 1: Fares", "## Phase 7: Fares").replace("on:** Phase 1", "on:** Phase 7") +
        entryOf("Phase 1"),
    ],
  ])("leaves alone %s", (_, plan) => {
    expect(said(plan)).toEqual([]);
  });

  it("believes what base has announced", () => {
    const announced = base + entryOf("FareTable");
    const plan = phases + registry(BERTHS) + entryOf("FareTable");
    expect(judge(unannouncedBreakingChange, { base: announced, plan })).toEqual([]);
  });

  it("offers a row that announces it", () => {
    const [found] = judge(unannouncedBreakingChange, {
      base,
      plan: phases + registry(FARES.replace("1.4.0", "2.0"), BERTHS),
    });
    expect(found).toMatchObject({
      toPaste: "| FareTable | goes from version 1.4.0 to 2.0 | 1.4.0 → 2.0 | 2026-11-22 | 2026-12-06 |  | 2 |  |",
      phases: ["2"],
    });
  });
});
