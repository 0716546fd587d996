import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../../src/config/defaults.js";
import { staleClaim } from "../../../src/rules/stale-claim.js";
import { judge, lines } from "../../kit/test-rule.js";

/** `id | tier | depends on | duration | status`, a row each. */
const table = (...rows: readonly string[]): readonly string[] => [
  "| Phase | Tier | Depends on | Duration | Status |",
  "|---|---|---|---|---|",
  ...rows.map((row) => `| ${row} |`),
];

const messages = (rows: readonly string[], ...said: readonly string[]): string[] =>
  judge(staleClaim, { plan: lines(...table(...rows), "", ...said.flatMap((line) => [line, ""])) }).map(
    ({ message }) => message,
  );

describe("a stated critical path", () => {
  const ROWS = [
    "1 | | none | 3 weeks |",
    "2 | | 1 | 2 weeks |",
    "3 | | 1 | 6 weeks |",
    "4 | | 3 | 4 weeks |",
    "5 | | 2 | 1 week |",
    "6 | | 4 | 1 week |",
    "7 | | none | 1 week |",
  ];
  const LONGEST = "; the longest path takes 14 weeks: Phase 1 → Phase 3 → Phase 4 → Phase 6.";
  const path = (steps: string, rows: readonly string[] = ROWS) => messages(rows, `Critical path: ${steps}`);
  const changed = (id: string, row: string) => ROWS.map((one) => (one.startsWith(`${id} `) ? row : one));

  it.each([
    ["the longest one", "Phase 1 → Phase 3 → Phase 4 → Phase 6"],
    ["one that leaves out phases in between", "Phase 1 → Phase 4 → Phase 6"],
    ["one with a step of several, one of which is waited for", "Phase 1 → Phases 2, 3 → Phase 4 → Phase 6"],
    ["one with a step of several, one of which waits", "Phase 1 → Phases 3, 7 → Phase 4 → Phase 6"],
  ])("is right: %s", (_, steps) => {
    expect(path(steps)).toEqual([]);
  });

  it("is shorter than another", () => {
    expect(path("Phase 1 → Phase 2 → Phase 5")).toEqual([`The critical path is said to be one of 6 weeks${LONGEST}`]);
  });

  it.each([
    ["names a phase that waits for another", "Phase 1 → Phase 2 → Phase 4", "Phase 2", "Phase 4"],
    ["names a phase that waits for none", "Phase 1 → Phase 7 → Phase 6", "Phase 1", "Phase 7"],
    ["goes backwards", "Phase 3 → Phase 1 → Phase 2", "Phase 3", "Phase 1"],
  ])("%s", (_, steps, first, second) => {
    expect(path(steps)).toEqual([
      `The critical path is said to run from ${first} to ${second}, but ${second} does not wait for ${first}${LONGEST}`,
    ]);
  });

  it("names the phases of its claim", () => {
    const plan = lines(...table(...ROWS), "", "Critical path: Phase 1 → Phase 2 → Phase 4");
    expect(judge(staleClaim, { plan })).toMatchObject([
      { phases: ["1", "2", "4"], subject: "critical-path Critical path: Phase 1 → Phase 2 → Phase 4" },
    ]);
  });

  it("is right where it is the longest of what is left", () => {
    const over = (id: string, weeks: number, on: string) => changed(id, `${id} | | ${on} | ${weeks} weeks | done`);
    // Phase 4 waits for nothing any more: 5 weeks of it and Phase 6 against 6.
    expect(path("Phase 1 → Phase 2 → Phase 5", over("3", 6, "1"))).toEqual([]);
    expect(path("Phase 1 → Phase 2 → Phase 5", over("5", 1, "2"))).toHaveLength(1);
  });

  it.each([
    ["a phase that waits for what no program can read", "4", "4 | | harbour permit | 4 weeks |"],
    ["a phase that does not say what it waits for", "4", "4 | | | 4 weeks |"],
  ])("is not judged with %s", (_, id, row) => {
    expect(path("Phase 1 → Phase 2 → Phase 4", changed(id, row))).toEqual([]);
  });

  it.each([
    ["a range anywhere", changed("7", "7 | | none | 1-2 weeks |")],
    ["a missing length anywhere", changed("7", "7 | | none | |")],
  ])("is not measured with %s", (_, rows) => {
    expect(path("Phase 1 → Phase 2 → Phase 5", rows)).toEqual([]);
  });

  it("is not judged in a plan with a cycle", () => {
    const rows = [...ROWS, "8 | | 9 | 1 week |", "9 | | 8 | 1 week |"];
    expect(path("Phase 1 → Phase 2 → Phase 4", rows)).toEqual([]);
  });

  it("is told with days where weeks are no whole number, and with at most twelve phases", () => {
    const chain = Array.from({ length: 13 }, (_, at) => `${at + 1} | | ${at === 0 ? "none" : at} | 1 day |`);
    const [message] = path("Phase 1 → Phase 2 → Phase 20", [...chain, "20 | | 2 | 1 day |"]);
    const shown = Array.from({ length: 12 }, (_, at) => `Phase ${at + 1}`).join(" → ");
    expect(message).toBe(
      `The critical path is said to be one of 0.6 weeks; the longest path takes 2.6 weeks (13 days): ${shown} → 1 more.`,
    );
    const [exact] = path("Phase 1 → Phase 2 → Phase 20", [...chain.slice(0, 12), "20 | | 2 | 1 day |"]);
    expect(exact).toBe(
      `The critical path is said to be one of 0.6 weeks; the longest path takes 2.4 weeks (12 days): ${shown}.`,
    );
  });

  it("has no length where no phase has one", () => {
    expect(path("Phase 1 → Phase 2 → Phase 3", ["1 | | none | |", "2 | | 1 | |", "3 | | 1 | |"])).toEqual([
      "The critical path is said to run from Phase 2 to Phase 3, but Phase 3 does not wait for Phase 2.",
    ]);
  });
});

describe("a stated window", () => {
  const window = (row: string, ...said: readonly string[]) => messages([row], ...said);
  const SIX = "1 | | none | 6 weeks |";
  const wrong = (weeks: string, count: string) =>
    `Phase 1 is given weeks ${weeks}, ${count}, but it takes 6 weeks ("6 weeks").`;

  it("must hold its phase", () => {
    expect(window(SIX, "Week 4-7: Phase 1")).toEqual([wrong("4–7", "4 weeks")]);
    expect(window(SIX, "Week 4: Phase 1")).toEqual([]);
    expect(window(SIX, "Week 4-9: Phase 1")).toEqual([]);
    expect(window(SIX, "Week 4-20: Phase 1")).toEqual([]);
  });

  it("may be less than a week short, which is rounding, or less than a tenth", () => {
    expect(window(SIX, "Week 4-8: Phase 1")).toEqual([wrong("4–8", "5 weeks")]);
    expect(window("1 | | none | 5.5 weeks |", "Week 4-8: Phase 1")).toEqual([]);
    expect(window("1 | | none | 20 weeks |", "Week 1-19: Phase 1")).toEqual([]);
    expect(window("1 | | none | 20 weeks |", "Week 1-18: Phase 1")).toEqual([
      'Phase 1 is given weeks 1–18, 18 weeks, but it takes 20 weeks ("20 weeks").',
    ]);
    expect(window("1 | | none | 30 weeks |", "Week 1-28: Phase 1")).toEqual([]);
  });

  it("is measured by the least that the phase can take", () => {
    expect(window("1 | | none | 4-6 weeks |", "Week 1-4: Phase 1")).toEqual([]);
    expect(window("1 | | none | 6-8 weeks |", "Week 1-4: Phase 1")).toEqual([
      'Phase 1 is given weeks 1–4, 4 weeks, but it takes 6 weeks ("6-8 weeks").',
    ]);
    expect(window("1 | | none | 6 weeks | 50%", "Week 1-3: Phase 1")).toEqual([]);
  });

  it.each([
    ["is over", "1 | | none | 6 weeks | done"],
    ["is dropped", "1 | | none | 6 weeks | cancelled"],
    ["has no length", "1 | | none | |"],
    ["is measured in work", "1 | | none | 12 person weeks |"],
  ])("is not judged where its phase %s", (_, row) => {
    expect(window(row, "Week 4-6: Phase 1")).toEqual([]);
  });

  it("is not judged where only a part of the phase stands there", () => {
    expect(window(SIX, "Week 4-6: Phase 1 (kick-off)")).toEqual([]);
    expect(window(SIX, "Week 4-6: Phase 1 & Phase 2")).toEqual([]);
  });

  it("counts once, however often it is written, and not beside another one", () => {
    const twice = wrong("4–6", "3 weeks");
    expect(window(SIX, "Week 4-6: Phase 1", "Week 4-6: Phase 1")).toEqual([twice, twice]);
    expect(window(SIX, "Week 4-6: Phase 1", "Week 4-7: Phase 1")).toEqual([]);
    expect(window(SIX, "Week 4-6: Phase 1", "Week 3-6: Phase 1")).toEqual([]);
    expect(window(SIX, "Week 4-6: Phase 1", "Week 8-10: Phase 1", "Week 4-6: Phase 1")).toEqual([]);
  });

  it("names its phase", () => {
    const plan = lines(...table(SIX), "", "Week 4-6: Phase 1");
    expect(judge(staleClaim, { plan })).toMatchObject([{ phases: ["1"] }]);
  });
});

describe("the stated end of a tier", () => {
  const ROWS = ["1 | 0 | none | 3 weeks |", "2 | 1 | 1 | 2 weeks |", "3 | 1 | 1 | 6 weeks |", "4 | 2 | 2 | 4 weeks |"];
  const WAYS =
    "its phases end in week 9 tier by tier, week 11 one after the other and week 9 by dependencies; Phase 3 decides it.";

  it("is told for a week and for a window, with the phases of the tier", () => {
    expect(messages(ROWS, "Tier 1 ends: Week 7")).toEqual([`Tier 1 is said to end in week 7, but ${WAYS}`]);
    expect(messages(ROWS, "Week 4-7: Tier 1")).toEqual([`Tier 1 is said to take weeks 4–7, but ${WAYS}`]);
    const plan = lines(...table(...ROWS), "", "Week 4-7: Tier 1");
    const [violation] = judge(staleClaim, { plan });
    expect(violation).toMatchObject({ phases: ["2", "3"] });
    expect(violation).not.toHaveProperty("fix");
  });

  it.each(["Tier 1 ends: Week 9", "Tier 1 ends: Week 11", "Week 4-9: Tier 1", "Week 1-11: Tier 1"])(
    "is right under one model: %s",
    (said) => {
      expect(messages(ROWS, said)).toEqual([]);
    },
  );

  it("may be that of what is left", () => {
    const rows = ["1 | 0 | none | 3 weeks | done", ...ROWS.slice(1)];
    expect(messages(rows, "Tier 1 ends: Week 6")).toEqual([]);
    expect(messages(rows, "Tier 1 ends: Week 7")).toHaveLength(1);
  });

  it("is any week that a part of the last one falls into", () => {
    const rows = ["1 | 0 | none | 2.5 weeks |"];
    expect(["1", "2", "3", "4"].map((week) => messages(rows, `Tier 0 ends: Week ${week}`).length)).toEqual([
      1, 0, 0, 1,
    ]);
  });

  it.each([
    ["a tier without phases", ROWS, "Tier 7 ends: Week 2"],
    ["a range in the tier", [...ROWS, "5 | 1 | 1 | 1-2 weeks |"], "Tier 1 ends: Week 7"],
    ["a range in an earlier tier", [...ROWS, "5 | 0 | none | 1-2 weeks |"], "Tier 1 ends: Week 7"],
    ["a missing length in the tier", [...ROWS, "5 | 1 | 1 | |"], "Tier 1 ends: Week 7"],
    ["a missing length outside of all tiers", [...ROWS, "5 | | none | |"], "Tier 1 ends: Week 7"],
    ["a done phase without a length in the tier", [...ROWS, "5 | 1 | 1 | | done"], "Tier 1 ends: Week 7"],
    ["a cycle", [...ROWS, "5 | 2 | 6 | 1 week |", "6 | 2 | 5 | 1 week |"], "Tier 1 ends: Week 7"],
    ["week 0", ROWS, "Tier 1 ends: Week 0"],
  ])("is not judged with %s", (_, rows, said) => {
    expect(messages(rows, said)).toEqual([]);
  });

  it.each([
    ["a range in a later tier", [...ROWS, "5 | 2 | 1 | 1-2 weeks |"]],
    ["a missing length in a later tier", [...ROWS, "5 | 2 | 1 | |"]],
    ["a dropped phase without a length", [...ROWS, "5 | 1 | 1 | | cancelled"]],
    ["a done phase without tier and length", [...ROWS, "5 | | none | | done"]],
  ])("is judged all the same with %s", (_, rows) => {
    expect(messages(rows, "Tier 1 ends: Week 7")).toEqual([`Tier 1 is said to end in week 7, but ${WAYS}`]);
  });

  it("may be that of the windows its phases are given, where these are right", () => {
    const withWindows = (...windows: readonly string[]) => {
      const rows = ROWS.map((row, at) => `| ${row} ${windows[at] ?? ""} |`);
      const plan = lines("| Phase | Tier | Depends on | Duration | Status | Weeks |", "|--|--|--|--|--|--|", ...rows);
      return (...said: readonly string[]) =>
        judge(staleClaim, { plan: `${plan}\n${said.join("\n\n")}\n` }).map(({ message }) => message);
    };
    const given = withWindows("| 1-3", "| 5-6", "| 7-12");
    expect(given("Tier 1 ends: Week 12")).toEqual([]);
    expect(given("Tier 1 ends: Week 6")).toHaveLength(1);
    expect(given("Tier 1 ends: Week 13")).toHaveLength(1);
    const short = given("Tier 1 ends: Week 12", "Week 7-9: Phase 3");
    expect(short.map((message) => message.slice(0, 29))).toEqual([
      "Tier 1 is said to end in week",
      "Phase 3 is given weeks 7–9, 3",
    ]);
    expect(withWindows("| 1-3")("Tier 1 ends: Week 12")).toHaveLength(1);
  });

  it("says which number to write for a single week", () => {
    const plan = lines(...table(...ROWS), "", "Tier 1 ends: Week 7");
    expect(judge(staleClaim, { plan })).toMatchObject([{ fix: { title: "write 9", edits: [{ newText: "9" }] } }]);
  });
});

describe("a stated total", () => {
  const ROWS = ["1 | 0 | none | 3 weeks |", "2 | 1 | 1 | 2 weeks |", "3 | 1 | 1 | 6 weeks |", "4 | 2 | 2 | 4 weeks |"];
  const isWrong = (rows: readonly string[], said: string) => messages(rows, said).length === 1;

  it("is measured by the models that its words allow", () => {
    expect(["15", "13", "9"].map((weeks) => isWrong(ROWS, `Total: ${weeks} weeks`))).toEqual([false, false, false]);
    expect(["15", "13", "9"].map((weeks) => isWrong(ROWS, `Total: ${weeks} weeks (sequential)`))).toEqual([
      false,
      true,
      true,
    ]);
    expect(["15", "13", "9"].map((weeks) => isWrong(ROWS, `Total: ${weeks} weeks in parallel`))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("says by which models it is wrong, with tiers only where there are some", () => {
    expect(messages(ROWS, "Total: 20 weeks in parallel")).toEqual([
      "The total is said to be 20 weeks, but the phases take 13 weeks tier by tier and 9 weeks by dependencies.",
    ]);
    const rows = ["1 | | none | 3 weeks |", "2 | | 1 | 2 weeks |", "3 | | 1 | 6 weeks |"];
    expect(messages(rows, "Total: 20 weeks in parallel")).toEqual([
      "The total is said to be 20 weeks, but the phases take 9 weeks by dependencies.",
    ]);
    expect(messages(rows, "Total: 20-22 weeks")).toEqual([
      "The total is said to be 20–22 weeks, but the phases take 11 weeks one after the other and 9 weeks by dependencies.",
    ]);
    expect(messages([...rows, "4 | 1 | none | 1 week |"], "Total: 40 weeks")[0]).toContain("tier by tier");
  });

  it("is judged within half of the last digit written, or a tenth of what is about right", () => {
    const rows = ["1 | | none | 2.25 weeks |"];
    const wrong = (said: string) => isWrong(rows, said);
    expect(["Total: 2 weeks", "Total: 3 weeks", "Total: 1.9 weeks"].map(wrong)).toEqual([false, true, true]);
    expect(["Total: 2.2 weeks", "Total: 2.3 weeks", "Total: 2.4 weeks"].map(wrong)).toEqual([false, false, true]);
    expect(["Total: 2.25 weeks", "Total: 2.26 weeks"].map(wrong)).toEqual([false, true]);
    const ten = ["1 | | none | 20 weeks |"];
    expect(["~22", "~18.3", "~23", "~18"].map((weeks) => isWrong(ten, `Total: ${weeks} weeks`))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("is offered as a number where it is certain which is meant, in the unit written", () => {
    const fixOf = (said: string) =>
      judge(staleClaim, { plan: lines(...table(...ROWS), "", said) }).map(({ fix }) => fix?.edits[0]?.newText);
    expect(fixOf("Total: 20 weeks (sequential)")).toEqual(["15"]);
    expect(fixOf("Total: 90 days (sequential)")).toEqual(["75"]);
    expect(fixOf("Total: ~20 weeks (sequential)")).toEqual([undefined]);
    expect(fixOf("Total: 20 weeks")).toEqual([undefined]);
  });

  it("holds any end of ranges", () => {
    const rows = ["1 | | none | 2-4 weeks |", "2 | | 1 | 3-5 weeks |"];
    expect([4, 5, 7, 9, 10].map((weeks) => isWrong(rows, `Total: ${weeks} weeks`))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ["a buffer", ROWS, "Total: 20 weeks, buffer included"],
    ["nothing", ROWS, "Total: 0 weeks"],
    ["a cycle", [...ROWS, "5 | 2 | 6 | 1 week |", "6 | 2 | 5 | 1 week |"], "Total: 40 weeks"],
    ["no lengths at all", ["1 | 0 | none | |", "2 | 1 | 1 | |"], "Total: 20 weeks"],
    ["a missing length that may make it right", [...ROWS, "5 | 2 | 2 | |"], "Total: 20 weeks"],
  ])("is not judged with %s", (_, rows, said) => {
    expect(messages(rows, said)).toEqual([]);
  });

  it("is judged with a missing length where more could not make it right", () => {
    expect(messages([...ROWS, "5 | 2 | 2 | |"], "Total: 3 weeks")).toHaveLength(1);
    expect(messages([...ROWS, "5 | 2 | 2 | |"], "Total: 8.9 weeks")).toHaveLength(1);
    expect(messages([...ROWS, "5 | 2 | 2 | |"], "Total: 9 weeks")).toEqual([]);
  });

  it("tells what is left only where something is over", () => {
    expect(messages(ROWS, "Total: 20 weeks (sequential)")).toEqual([
      "The total is said to be 20 weeks, but the phases take 15 weeks one after the other.",
    ]);
    expect(isWrong(["1 | 0 | none | 3 weeks | done", ...ROWS.slice(1)], "Total: 12 weeks (sequential)")).toBe(false);
  });

  it("may be the end of the last window, where no window is too short", () => {
    const plan = (windows: readonly string[], said: string, duration = "4 weeks") =>
      judge(staleClaim, {
        plan: lines(
          "| Phase | Depends on | Duration | Weeks |",
          "|--|--|--|--|",
          ...windows.map((window, at) => `| ${at + 1} | none | ${duration} | ${window} |`),
          "",
          said,
        ),
      }).length;
    expect(plan(["1-4", "11-14"], "Total: 14 weeks")).toBe(0);
    expect(plan(["11-14", "1-4"], "Total: 14 weeks")).toBe(0);
    expect(plan(["1-4", "11-14"], "Total: 12 weeks")).toBe(1);
    expect(plan(["1-4", "12-14"], "Total: 14 weeks")).toBe(1);
    expect(plan(["1-3", "11-14"], "Total: 14 weeks")).toBe(1);
    expect(plan(["1-4", "12-14"], "Total: 14 weeks", "3.5 weeks")).toBe(0);
    expect(plan(["1-4", ""], "Total: 14 weeks")).toBe(1);
    expect(plan(["", "11-14"], "Total: 14 weeks")).toBe(0);
  });

  describe("in the last row of a table", () => {
    const sum = (durations: readonly string[], total: string, ...more: readonly string[]) =>
      judge(staleClaim, {
        plan: lines(
          "| Phase | Depends on | Duration (weeks) |",
          "|---|---|---|",
          ...durations.map((duration, at) => `| ${at + 1} | none | ${duration} |`),
          `| Total | | ${total} |`,
          "",
          ...more,
        ),
      });
    const OTHERS = ["| Phase | Depends on | Duration |", "|---|---|---|", "| 9 | none | 4 weeks |"];

    it("adds up its rows, though others stand elsewhere", () => {
      expect(sum(["3", "4"], "7", ...OTHERS)).toEqual([]);
      expect(sum(["3", "4"], "9", ...OTHERS)).toMatchObject([
        {
          message: 'The total says "9", but the rows above it add up to 7.',
          phases: ["1", "2"],
          fix: { edits: [{ newText: "7" }] },
        },
      ]);
    });

    it("may be a range", () => {
      expect(sum(["3-5", "4"], "8", ...OTHERS)).toEqual([]);
      const [violation] = sum(["3-5", "4"], "12", ...OTHERS);
      expect(violation?.message).toBe('The total says "12", but the rows above it add up to 7–9.');
      expect(violation).not.toHaveProperty("fix");
    });

    it("is judged against the whole plan where it sums up all of it", () => {
      expect(sum(["3", "4"], "9").map(({ message }) => message)).toEqual([
        "The total is said to be 9 weeks, but the phases take 7 weeks one after the other.",
      ]);
      const dropped = [
        "| Phase | Depends on | Duration | Status |",
        "|--|--|--|--|",
        "| 9 | none | 4 weeks | cancelled |",
      ];
      expect(sum(["3", "4"], "9", ...dropped)[0]?.message).toContain("one after the other");
      const unknown = ["| Phase | Depends on | Duration |", "|--|--|--|", "| 9 | none | |"];
      expect(sum(["3", "4"], "9", ...unknown)[0]?.message).toContain("one after the other");
    });

    it("is not judged where a row has no length", () => {
      expect(sum(["3", "TBD"], "9", ...OTHERS)).toEqual([]);
    });

    it("may be the sum of what is left", () => {
      const plan = (total: string) =>
        judge(staleClaim, {
          plan: lines(
            "| Phase | Depends on | Duration (weeks) | Status |",
            "|---|---|---|---|",
            "| 1 | none | 3 | done |",
            "| 2 | none | 4 | |",
            `| Total | | ${total} | |`,
            "",
            ...OTHERS,
          ),
        }).length;
      expect([plan("4"), plan("7"), plan("3")]).toEqual([0, 0, 1]);
    });
  });
});

describe("a stated number of done phases", () => {
  const ROWS = ["1 | | none | 1 week | done", "2 | | 1 | 1 week | not started"];

  it("must be right where the plan has as many phases and each says how it stands", () => {
    expect(messages(ROWS, "1 of 2 phases complete")).toEqual([]);
    expect(messages(ROWS, "2 of 2 phases complete")).toEqual(["2 of 2 phases are said to be done, but 1 are."]);
    expect(messages(ROWS, "2 of 3 phases complete")).toEqual([]);
  });

  it.each(["3 | | 1 | 1 week |", "3 | | 1 | 1 week | cancelled"])("is not judged with %s", (row) => {
    expect(messages([...ROWS, row], "2 of 3 phases complete")).toEqual([]);
  });
});

describe("the number of claims that are judged", () => {
  const ROWS = ["1 | | none | 6 weeks |", "2 | | 1 | 1 week | not started"];
  const many = (count: number, line: (at: number) => string) =>
    messages(ROWS, ...Array.from({ length: count }, (_, at) => line(at)));

  it("ends at two hundred for those that are compared with the whole plan", () => {
    expect(many(200, () => "Total: 20 weeks")).toHaveLength(200);
    expect(many(201, () => "Total: 20 weeks")).toHaveLength(200);
  });

  it("does not end for windows", () => {
    expect(many(250, () => "Week 4-6: Phase 1")).toHaveLength(250);
  });

  it("names a claim by at most two hundred characters", () => {
    const plan = lines(...table(...ROWS), "", `Total: 20 weeks ${"a".repeat(300)}`);
    const [violation] = judge(staleClaim, { plan, settings: defaults.settings });
    expect(violation?.subject).toHaveLength("total ".length + 200);
  });
});
