import { describe, expect, it } from "@jest/globals";
import { announcementQuestions, questionOf } from "../../src/compare/announcement-questions.js";
import type { BreakingChange, Plan } from "../../src/model/plan.js";
import { entry } from "../kit/entry-builder.js";
import { plan, settings } from "../kit/plan-builder.js";

const TODAY = "2026-11-22";
const withEntries = (...breakingChanges: readonly BreakingChange[]): Plan => plan({}, { breakingChanges });
const ask = (base: Plan, head: Plan, today = TODAY) => announcementQuestions(base, head, settings(), today);

/** Told on the first of October, in effect on the day given. */
const told = (effective: string, more: Parameters<typeof entry>[0] = {}) =>
  entry({ announced: "2026-10-01", effective, ...more });
const asked = (base: BreakingChange, head = base, today = TODAY) =>
  ask(withEntries(base), withEntries(head), today).map(({ enough }) => enough);

describe("what the history of base is asked", () => {
  it("is about entries that take effect before their notice could be long enough from now", () => {
    expect(asked(told("2026-11-30"))).toEqual(["2026-11-16"]);
    expect(asked(told("2026-11-22"))).toEqual(["2026-11-08"]);
    expect(asked(told("2026-12-05"))).toEqual(["2026-11-21"]);
    expect(asked(told("2026-12-06"))).toEqual([]);
    expect(asked(told("2026-11-21"))).toEqual([]);
  });

  it("takes the longer notice of a removal", () => {
    expect(asked(told("2026-12-06", { kind: "removal" }))).toEqual(["2026-11-08"]);
    expect(asked(told("2026-12-19", { kind: "removal" }))).toEqual(["2026-11-21"]);
    expect(asked(told("2026-12-20", { kind: "removal" }))).toEqual([]);
  });

  it("is nothing about what base does not hold, or without its days", () => {
    const head = withEntries(told("2026-11-30"));
    expect(ask(withEntries(), head)).toEqual([]);
    const another = told("2026-11-30", { change: "another" });
    expect(ask(withEntries(another), head).map(({ id }) => id)).toEqual([questionOf(another)]);
    for (const before of [
      entry({ effective: "2026-11-30" }),
      entry({ announced: "soon", effective: "2026-11-30" }),
      entry({ announced: "2026-10-01" }),
      entry({ announced: "2026-10-01", effective: "Week 9" }),
    ])
      expect(ask(withEntries(before), head)).toEqual([]);
    expect(ask(head, withEntries(entry({ announced: "2026-10-01", effective: "later" })))).toHaveLength(1);
    expect(ask(head, withEntries(entry({ announced: "2026-10-01" })))).toHaveLength(1);
  });

  it("is not about a day that is brought forward: base has never said it", () => {
    expect(asked(told("2026-11-30"), told("2026-11-25"))).toEqual(["2026-11-16"]);
    expect(asked(told("2026-11-25"), told("2026-11-30"))).toEqual(["2026-11-11", "2026-11-16"]);
  });

  it("is about the first of two entries of base that say the same", () => {
    const base = withEntries(told("2026-11-25"), told("2026-11-30"));
    expect(ask(base, base).map(({ enough }) => enough)).toEqual(["2026-11-11", "2026-11-16"]);
    const turned = withEntries(told("2026-11-30"), told("2026-11-25"));
    expect(ask(turned, turned).map(({ enough }) => enough)).toEqual(["2026-11-16"]);
  });

  it("is asked once for each state of an entry, and says where to look", () => {
    const both = withEntries(told("2026-11-30"));
    const [question, ...others] = ask(both, both);
    expect(others).toEqual([]);
    expect(question).toMatchObject({ id: questionOf(told("2026-11-30")), path: "plan.md", isAlone: true });
    const several = { ...both, documents: ["plan.md", "more.md"] };
    expect(ask(several, both)[0]?.isAlone).toBe(false);
  });

  it("tells states of an entry apart by the day they name, or by their words", () => {
    const ids = [told("2026-11-30"), told("2026-12-01"), told("Week 9"), entry({ announced: "2026-10-01" })];
    expect(new Set(ids.map(questionOf)).size).toBe(4);
    expect(questionOf(told("2026-11-30", { announced: "2026-11-01" }))).toBe(questionOf(told("2026-11-30")));
  });

  describe("is answered by a plan of then", () => {
    const [question] = ask(withEntries(told("2026-11-30")), withEntries(told("2026-11-30")));
    const answers = (...then: readonly BreakingChange[]) => question!.isAnsweredBy(withEntries(...then));

    it.each([
      ["said the same", told("2026-11-30"), true],
      ["said so for an earlier day", told("2026-11-20"), true],
      ["said so for a later day", told("2026-12-01"), false],
      ["said nothing", null, false],
      ["said it of another subject", told("2026-11-30", { subject: "Fares" }), false],
      ["did not say when it was announced", entry({ effective: "2026-11-30" }), false],
      ["did not say when it takes effect", entry({ announced: "2026-10-01" }), false],
      ["named no day for it", told("Week 9"), false],
    ])("that %s", (_, then, isAnswered) => {
      expect(then ? answers(then) : answers()).toBe(isAnswered);
    });

    it("whichever of several entries it is, and each time it is asked", () => {
      const then = withEntries(told("2026-12-01"), told("2026-11-30"), told("2026-12-02"));
      expect([question!.isAnsweredBy(then), question!.isAnsweredBy(then)]).toEqual([true, true]);
      expect(answers(told("2026-12-01"), told("2026-12-02"))).toBe(false);
    });
  });
});
