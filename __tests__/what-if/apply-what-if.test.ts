import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { SetupError } from "../../src/model/setup-error.js";
import type { Phase, Plan } from "../../src/model/plan.js";
import type { WhatIf } from "../../src/model/what-if.js";
import { applyWhatIf } from "../../src/what-if/apply-what-if.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { phaseId, place, plan, settings, type PhaseNotation } from "../kit/plan-builder.js";
import { edges, readMarkdown } from "../kit/read-markdown.js";
import { randomPlan } from "../schedule/random-plan.js";

const FERRY = plan({
  1: { title: "Identity", duration: 6, status: "done", tier: 0 },
  3: { title: "Seats", duration: [4, 5], tier: 1, dependsOn: ["1"] },
  4: { title: "Payments", duration: 9, tier: 1, dependsOn: ["1"], status: "in-progress", progress: 50 },
  5: { title: "Wallet", tier: 2, dependsOn: ["3", "4"], sequencedAfter: ["4"], parallelWith: ["3"] },
  "5.1": { label: "Phase 5.1", duration: 1 },
});

const set = (phase: string, field: string, value: string): WhatIf => ({ kind: "set", phase, field, value });

function tried(...whatIfs: readonly WhatIf[]): { plan: Plan; phase: (id: string) => Phase; said: string[] } {
  const { plans, rows } = applyWhatIf([FERRY], whatIfs, settings());
  const [only] = plans;
  return {
    plan: only!,
    phase: (id) => only!.phases.get(phaseId(id))!,
    said: rows.map(({ sentence }) => sentence),
  };
}

function troubleOf(plans: readonly Plan[], ...whatIfs: readonly WhatIf[]): { message: string; mend: string } {
  try {
    applyWhatIf(plans, whatIfs, settings());
  } catch (error) {
    if (error instanceof SetupError && error.code === "bad-arguments")
      return { message: error.message, mend: error.detail.mend };
    throw error;
  }
  throw new Error("that was understood");
}

describe("--set", () => {
  test.each([
    ["8w", 8, 8, "Phase 3 takes 8 weeks"],
    ["1 week", 1, 1, "Phase 3 takes 1 week"],
    ["2-3 days", 0.4, 0.6, "Phase 3 takes 0.6 weeks"],
    ["7", 7, 7, "Phase 3 takes 7 weeks"],
    ["1.5 months", 6, 6, "Phase 3 takes 6 weeks"],
  ])("a duration of %s", (value, low, high, sentence) => {
    const { phase, said } = tried(set("3", "duration", value));
    expect(phase("3").duration).toEqual({
      low,
      high,
      weeks: high,
      text: value,
      fromWindow: false,
      place: place(2, 7),
    });
    expect(phase("3").remainingWeeks).toBe(high);
    expect(said).toEqual([sentence]);
  });

  test("a duration where none is stated stands where the phase stands", () => {
    expect(tried(set("5", "duration", "3 weeks")).phase("5").duration).toMatchObject({ weeks: 3, place: place(4) });
  });

  test("a duration keeps the progress made, unless it says something else", () => {
    expect(tried(set("4", "duration", "12w")).phase("4")).toMatchObject({ progressPercent: 50, remainingWeeks: 6 });
    expect(tried(set("4", "duration", "12w (25% complete)")).phase("4").remainingWeeks).toBe(9);
    expect(tried(set("4", "duration", "12w, 2 weeks remaining")).phase("4").remainingWeeks).toBe(2);
  });

  test.each([
    ["done", { status: "done", progressPercent: null, remainingWeeks: 0 }, "Phase 4 is done"],
    ["in progress", { status: "in-progress", progressPercent: 50, remainingWeeks: 4.5 }, "Phase 4 is in progress"],
    ["not started", { status: "not-started", progressPercent: null, remainingWeeks: 9 }, "Phase 4 is not started"],
    ["20%", { status: "in-progress", progressPercent: 20, remainingWeeks: 7.2 }, "Phase 4 is in progress (20 %)"],
    ["paused", { status: "paused", progressPercent: 50, remainingWeeks: 4.5 }, "Phase 4 is paused"],
  ])("a status of %s", (value, expected, sentence) => {
    const { phase, said } = tried(set("4", "status", value));
    expect(phase("4")).toMatchObject(expected);
    expect(said).toEqual([sentence]);
  });

  test("weeks left that the author stated outlast another status of the same work", () => {
    const stated = plan({ 1: { duration: 9, remaining: 2, status: "in-progress" } });
    const after = (value: string) =>
      applyWhatIf([stated], [set("1", "status", value)], settings()).plans[0]!.phases.get(phaseId("1"))!.remainingWeeks;
    expect([after("blocked"), after("done"), after("not started")]).toEqual([2, 0, 9]);
  });

  test("a tier offers no edit of the number in the document", () => {
    const { phase, said } = tried(set("3", "tier", "Tier 2"), set("4", "tier", "N/A"));
    expect(phase("3").tier).toEqual({
      number: 2,
      text: "Tier 2",
      place: place(2, 5),
      isOwnText: false,
      isHistorical: false,
    });
    expect(phase("4").tier).toMatchObject({ number: null, isHistorical: true });
    expect(said).toEqual(["Phase 3 is in Tier 2", "Phase 4 has a tier of the past"]);
  });

  test.each([
    ["duration", "TBD", '"TBD" is no duration that can be read, for Phase 3.'],
    ["status", "purple", '"purple" is no status that can be read, for Phase 3.'],
    ["tier", "Tier 1 or Tier 2", '"Tier 1 or Tier 2" is no tier that can be read, for Phase 3.'],
    ["durations", "8w", '"durations" of Phase 3 cannot be set. Did you mean duration?'],
    ["constructor", "8w", '"constructor" of Phase 3 cannot be set.'],
  ])("%s %s is refused", (field, value, message) => {
    const trouble = troubleOf([FERRY], set("3", field, value));
    expect(trouble.message).toBe(message);
    expect(trouble.mend).not.toBe("");
  });
});

describe("--drop", () => {
  test("takes the phase and everything that waits for it, and says so", () => {
    const { plan, said } = tried({ kind: "drop", phase: "3" });
    expect(edges(plan)).toEqual({ 1: [], 4: ["1"], 5: ["4"], "5.1": [] });
    expect(said).toEqual(["Phase 3 is dropped, and nothing waits for it any more (Phase 5)"]);
    expect(plan.phases.get(phaseId("5"))!.parallelWith).toEqual([]);
    expect(tried({ kind: "drop", phase: "4" }).phase("5").sequencedAfter).toEqual([]);
    expect(tried({ kind: "drop", phase: "5" }).said).toEqual(["Phase 5 is dropped"]);
  });

  test("names five of many", () => {
    const ids = Array.from({ length: 7 }, (_, index) => String(index + 2));
    const many = plan([["1", {}], ...ids.map((id) => [id, { dependsOn: ["1"] }] as const)]);
    const { rows } = applyWhatIf([many], [{ kind: "drop", phase: "1" }], settings());
    expect(rows[0]!.sentence).toMatch(/\(Phase 2, Phase 3, Phase 4, Phase 5, Phase 6 and 2 more\)$/);
  });

  test("a phase that was dropped is there no more", () => {
    expect(troubleOf([FERRY], { kind: "drop", phase: "5.1" }, set("5.1", "tier", "2")).message).toMatch(
      /^There is no phase "5\.1"/,
    );
  });
});

describe("--add-dependency and --remove-dependency", () => {
  test("change one edge and nothing else", () => {
    const added = tried({ kind: "add-dependency", phase: "5.1", on: "5" });
    expect(added.phase("5.1").dependsOn).toEqual([
      { id: "5", evidence: "explicit", satisfied: false, note: null, place: place(5) },
    ]);
    expect(added.said).toEqual(["Phase 5.1 waits for Phase 5"]);
    const removed = tried({ kind: "remove-dependency", phase: "5", on: "4" });
    expect(edges(removed.plan)).toMatchObject({ 5: ["3"] });
    expect(removed.phase("5").sequencedAfter).toEqual([]);
    expect(removed.said).toEqual(["Phase 5 no longer waits for Phase 4"]);
  });

  test.each([
    ["add-dependency", "5", "5", "Phase 5 cannot wait for itself."],
    ["add-dependency", "5", "3", "Phase 5 waits for Phase 3 already."],
    ["remove-dependency", "5", "1", "Phase 5 does not wait for Phase 1. Did you mean 5:3?"],
    ["remove-dependency", "1", "5", "Phase 1 does not wait for Phase 5."],
    ["add-dependency", "5", "6", 'There is no phase "6". Did you mean 1?'],
  ] as const)("%s %s:%s is refused", (kind, phase, on, message) => {
    expect(troubleOf([FERRY], { kind, phase, on }).message).toBe(message);
  });
});

describe("a phase is called", () => {
  const other = plan({ 3: {}, 12: {} }, { name: "docs/other.md" });
  const named = (written: string): string[] =>
    applyWhatIf([FERRY, other], [set(written, "tier", "9")], settings()).rows.map(({ plan, phase }) =>
      [plan, phase].join(" "),
    );

  test.each([
    ["4", "plan.md 4"],
    ["phase 4", "plan.md 4"],
    ["12", "docs/other.md 12"],
    ["plan.md/3", "plan.md 3"],
    ["docs/other.md/Phase 3", "docs/other.md 3"],
  ])("%s", (written, expected) => {
    expect(named(written)).toEqual([expected]);
  });

  test("by its plan, too, where several have it", () => {
    expect(troubleOf([FERRY, other], set("3", "tier", "1"))).toEqual({
      message: 'Several plans have a phase "3": plan.md, docs/other.md.',
      mend: "Put the plan before it, such as plan.md/3.",
    });
  });

  test.each([
    ["Phase 55", 'There is no phase "Phase 55". Did you mean Phase 5?'],
    ["docs/other.md/13", 'There is no phase "docs/other.md/13". Did you mean 3?'],
    ["x".repeat(100), `There is no phase "${"x".repeat(100)}".`],
  ])("%s is none", (written, message) => {
    expect(troubleOf([FERRY, other], set(written, "tier", "1")).message).toBe(message);
  });
});

describe("laws", () => {
  const totalsOf = (tried: Plan) => {
    const { schedule } = builtAnalysis(tried);
    const of = (models: typeof schedule.full) =>
      [models.sequential, models.tiered, models.tieredComputed, models.gated, models.dependencies].map(
        ({ makespan, low, high, criticalPath }) => ({ makespan, low, high, criticalPath }),
      );
    return [of(schedule.full), of(schedule.remaining)];
  };
  const applied = (notation: Parameters<typeof plan>[0], ...whatIfs: readonly WhatIf[]): Plan =>
    applyWhatIf([plan(notation)], whatIfs, settings()).plans[0]!;

  test("nothing tried is the plan itself", () => {
    expect(applyWhatIf([FERRY], [], settings()).plans[0]).toBe(FERRY);
  });

  test("what is tried leaves the plan as it was", () => {
    const before = structuredClone(FERRY);
    tried({ kind: "drop", phase: "4" }, set("3", "duration", "8w"), set("3", "status", "done"));
    expect(FERRY).toEqual(before);
  });

  test("a plan without a phase has the same totals as one that never had it", () => {
    fc.assert(
      fc.property(randomPlan(12), fc.nat(), (notation, seed) => {
        const [gone] = notation[seed % notation.length]!;
        const rest = notation
          .filter(([id]) => id !== gone)
          .map(([id, phase]): [string, PhaseNotation] => [
            id,
            {
              ...phase,
              dependsOn: (phase.dependsOn ?? []).filter((one) => (typeof one === "string" ? one : one.id) !== gone),
              sequencedAfter: (phase.sequencedAfter ?? []).filter((id) => id !== gone),
            },
          ]);
        expect(totalsOf(applied(notation, { kind: "drop", phase: gone }))).toEqual(totalsOf(plan(rest)));
      }),
    );
  });

  test("a dependency added and removed again leaves the same totals", () => {
    fc.assert(
      fc.property(randomPlan(12), fc.nat(), fc.nat(), (notation, one, other) => {
        const [phase, { dependsOn = [] }] = notation[one % notation.length]!;
        const [on] = notation[other % notation.length]!;
        fc.pre(phase !== on && dependsOn.every((known) => (typeof known === "string" ? known : known.id) !== on));
        const both = (["add-dependency", "remove-dependency"] as const).map((kind) => ({ kind, phase, on }));
        // A plan without the dependency is sequenced after nothing it does not wait for, so the notation holds.
        expect(totalsOf(applied(notation, ...both))).toEqual(totalsOf(plan(notation)));
      }),
    );
  });

  const documents = fc
    .array(
      fc.record({
        weeks: fc.integer({ min: 1, max: 20 }),
        tier: fc.nat(4),
        status: fc.constantFrom("✅ done", "🟡 40%", "⏳ not started", "in progress"),
        after: fc.nat(9),
      }),
      { minLength: 2, maxLength: 7 },
    )
    .map((phases) => phases.map((phase, index) => ({ ...phase, id: index + 1, after: phase.after % (index + 1) })));
  const written = (
    phases: readonly { id: number; weeks: number | string; tier: number | string; status: string; after: number }[],
  ) =>
    phases
      .map(
        ({ id, weeks, tier, status, after }) =>
          `## Phase ${id}: Part ${id}\n\n**Tier:** ${tier}\n**Duration:** ${typeof weeks === "number" ? `${weeks} weeks` : weeks}\n` +
          `**Status:** ${status}\n**Depends on:** ${after === 0 ? "none" : `Phase ${after}`}\n`,
      )
      .join("\n");
  /** What is read, without where it stands. */
  const content = ({ phases }: Plan): unknown =>
    JSON.parse(
      JSON.stringify([...phases.values()], (key: string, value: unknown) =>
        /place$|^places$|^isOwnText$/i.test(key) ? undefined : value,
      ),
    );

  test.each([
    ["duration", "weeks", ["8w", "2-3 days", "1.5 months", "4 weeks (2 weeks remaining)"]],
    ["status", "status", ["done", "not started", "blocked", "70%", "in progress"]],
    ["tier", "tier", ["3", "Tier 0", "N/A"]],
  ] as const)("to set a %s is to edit the document and read it again", (field, key, values) => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.constantFrom(...values), (phases, seed, value) => {
        const chosen = phases[seed % phases.length]!;
        // The progress of a status goes on while the work does; a document would lose it with the text.
        fc.pre(key !== "status" || !chosen.status.includes("%") || /done|not|%/.test(value));
        const edited = phases.map((phase) => (phase === chosen ? { ...phase, [key]: value } : phase));
        const set = { kind: "set", phase: String(chosen.id), field, value } as const;
        const tried = applyWhatIf([readMarkdown(written(phases))], [set], settings()).plans[0]!;
        expect(content(tried)).toEqual(content(readMarkdown(written(edited))));
      }),
    );
  });
});
