import { describe, expect, test } from "@jest/globals";
import { rowFilter } from "../../src/page/engine/row-filter.js";
import { timeline, type Timeline, type TimelineChoice } from "../../src/page/engine/timeline.js";
import { phaseId } from "../kit/plan-builder.js";
import { pageSession } from "./page-session.js";

const CHOICE: TimelineChoice = { portion: "remaining", model: "dependencies", ghosts: "base" };

const groupsOf = ({ groups }: Timeline) =>
  groups.map(({ kind, tier, rows }) => [tier?.tier ?? kind, rows.map(({ phase }) => phase.id)]);

const rowOf = ({ groups }: Timeline, id: string) =>
  groups.flatMap(({ rows }) => rows).find(({ phase }) => phase.id === id)!;

const HEAD = {
  1: { tier: 1, duration: 2, status: "done" },
  2: { tier: 2, duration: 5, dependsOn: ["1"] },
  3: { tier: 2, duration: 3, dependsOn: ["1"], title: "Ramp" },
  4: { duration: 1, status: "tangent" },
  6: { tier: 1, duration: 1 },
} as const;
const BASE = {
  1: { tier: 1, duration: 2, status: "done" },
  2: { tier: 2, duration: 4, dependsOn: ["1"] },
  3: { tier: 2, duration: 3, dependsOn: ["1"], title: "Ramp" },
  5: { tier: 2, duration: 9 },
} as const;

describe("rows", () => {
  test("stand by tier; what has no dates and what only base has come last", () => {
    expect(groupsOf(timeline(pageSession(HEAD, BASE), CHOICE))).toEqual([
      [1, ["1", "6"]],
      [2, ["2", "3"]],
      ["unscheduled", ["4"]],
      ["removed", ["5"]],
    ]);
  });

  test("what only base has is not there where base is not compared with", () => {
    const without = timeline(pageSession(HEAD, BASE), { ...CHOICE, ghosts: "none" });
    expect(groupsOf(without).at(-1)).toEqual(["unscheduled", ["4"]]);
    expect(without.before).toBeNull();
    expect(without.weeks).toBe(5);
  });

  test("have a ghost where they moved, and say what is new", () => {
    const all = timeline(pageSession(HEAD, BASE), CHOICE);
    expect(rowOf(all, "2")).toMatchObject({ ghost: { start: 0, finish: 4 }, isNew: false });
    expect(rowOf(all, "3")).toMatchObject({ ghost: null, isNew: false });
    expect(rowOf(all, "6")).toMatchObject({ ghost: null, isNew: true });
    expect(rowOf(all, "5")).toMatchObject({ ghost: { start: 0, finish: 9 }, times: null });
    expect(all).toMatchObject({ weeks: 9, makespan: 5, before: 9, criticalPath: ["2"] });
  });

  test("find the ghost of a phase under its old number", () => {
    const session = pageSession({ 8: { duration: 3 } }, { 7: { duration: 2 } }, { renumbered: [[0, 0]] });
    const all = timeline(session, CHOICE);
    expect(groupsOf(all)).toEqual([[1, ["8"]]]);
    expect(rowOf(all, "8")).toMatchObject({ ghost: { start: 0, finish: 2 }, isNew: false });
  });

  test("are over in what is left, and have a bar in the whole plan", () => {
    const session = pageSession(HEAD);
    expect(rowOf(timeline(session, CHOICE), "1").isOver).toBe(true);
    const whole = rowOf(timeline(session, { ...CHOICE, portion: "full" }), "1");
    expect(whole.isOver).toBe(false);
    expect(whole.times).toMatchObject({ earliestStart: 0, earliestFinish: 2 });
  });

  test("stay where they are when a duration is tried, and show where they were", () => {
    const session = pageSession(HEAD);
    const before = groupsOf(timeline(session, CHOICE));
    session.tryDuration(phaseId("3"), "7w");
    const after = timeline(session, { ...CHOICE, ghosts: "written" });
    expect(groupsOf(after)).toEqual(before);
    expect(rowOf(after, "3").ghost).toEqual({ start: 0, finish: 3 });
    expect(after).toMatchObject({ makespan: 7, before: 5 });
  });

  test("an empty plan still has an axis", () => {
    expect(timeline(pageSession({}), CHOICE)).toMatchObject({ groups: [], weeks: 1, makespan: 0 });
  });
});

describe("what is shown", () => {
  const session = pageSession(HEAD, BASE, {
    changes: [[2, "renamed"]],
    findings: [
      {
        ruleId: "tier-zero",
        severity: "warning",
        message: "",
        path: "plan.md",
        line: 1,
        phases: [1],
        isNew: true,
        waivedBy: null,
      },
    ],
  });
  const all = timeline(session, CHOICE);
  const found = (show: string, search = "") =>
    all.groups.flatMap(({ rows }) =>
      rows.filter(rowFilter(session, all, { show, search })).map(({ phase }) => phase.id),
    );

  test.each([
    ["all", ["1", "6", "2", "3", "4", "5"]],
    ["open", ["6", "2", "3", "4", "5"]],
    ["critical", ["2"]],
    ["findings", ["2"]],
    ["changed", ["2", "3", "5"]],
  ])("%s", (show, ids) => {
    expect(found(show)).toEqual(ids);
  });

  test.each([
    ["RAMP", ["3"]],
    ["phase 6", ["6"]],
    ["not started", ["6", "2", "3", "5"]],
    ["done 1", ["1"]],
    ["pier", []],
  ])("a search for %s", (search, ids) => {
    expect(found("all", search)).toEqual(ids);
  });
});
