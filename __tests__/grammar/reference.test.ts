import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isExplicitNone, parseReferences, type ItemReference } from "../../src/grammar/reference.js";

/** `phase 8`, `phase 1..3`, `phase 3+`, `T6`, `all`; entries that name nothing are given as `"text"`. */
const named = (text: string): string[] =>
  parseReferences(text).flatMap((part) => {
    const names = part.references.map(short);
    if (part.isAllPrevious) names.push("all");
    return names.length > 0 ? names : [`"${part.text}"`];
  });

const short = ({ word, id, lastId, isOpenEnded }: ItemReference): string =>
  `${word} ${id}${lastId === null ? "" : `..${lastId}`}${isOpenEnded ? "+" : ""}`.trim();

describe("single items", () => {
  it.each([
    ["Phase 8", ["phase 8"]],
    ["phase 8.4", ["phase 8.4"]],
    ["PHASE 08", ["phase 8"]],
    ["Phase #8", ["phase 8"]],
    ["Phase: 8", ["phase 8"]],
    ["Phase F", ["phase F"]],
    ["8", ["8"]],
    ["`T-02`", ["T-02"]],
    ["T006 (uses catalog)", ["T006"]],
    ["User Story 1", ["story 1"]],
    ["M3.5", ["M3.5"]],
    ["P0-3", ["P0-3"]],
    ["Worker 5", ["worker 5"]],
    ["#12", ['"#12"']],
    ["3 agents", ['"3 agents"']],
    ["v1.2", ['"v1.2"']],
    ["Apache Arrow", ['"Apache Arrow"']],
    ["Phaser 3", ['"Phaser 3"']],
    ["Phases", ['"Phases"']],
  ])("%s → %j", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("lists", () => {
  it.each([
    ["Phase 1, Phase 2", ["phase 1", "phase 2"]],
    ["Phases 2, 3", ["phase 2", "phase 3"]],
    ["Phase 1; Phase 2", ["phase 1", "phase 2"]],
    ["Phase 14 + Phase 8 identity", ["phase 14", "phase 8"]],
    ["Phase 1 & 2", ["phase 1", "phase 2"]],
    ["Phase 1 and Phase 2", ["phase 1", "phase 2"]],
    ["Phase 1 or Phase 2", ["phase 1", "phase 2"]],
    ["Phase 1 + Phase 2 & Phase 3 and Phase 4", ["phase 1", "phase 2", "phase 3", "phase 4"]],
    ["Phases 1, 2 and 3", ["phase 1", "phase 2", "phase 3"]],
    ["Phase 1\nPhase 2", ["phase 1", "phase 2"]],
    ["8, 14", ["8", "14"]],
    ["4.4, 5.1", ["4.4", "5.1"]],
    ["T006 T007", ["T006", "T007"]],
    ["T006, T004 (uses resolver, and more)", ["T006", "T004"]],
    ["Phase 1, , Phase 2,", ["phase 1", "phase 2"]],
    ["Phase 1, design sign-off", ["phase 1", '"design sign-off"']],
    ["Branding and Phase 2", ['"Branding"', "phase 2"]],
    ["Task 3, Phase 2, 4", ["task 3", "phase 2", "phase 4"]],
  ])("%j → %j", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("ranges", () => {
  it.each([
    ["Phases 1-3", ["phase 1..3"]],
    ["Phases 1–3", ["phase 1..3"]],
    ["Phases 1 — 3", ["phase 1..3"]],
    ["Phases 1 to 3", ["phase 1..3"]],
    ["Phases 1 through 3", ["phase 1..3"]],
    ["Phases 1..3", ["phase 1..3"]],
    ["Phase 1 - Phase 3", ["phase 1..3"]],
    ["Phases 4.5-6", ["phase 4.5..6"]],
    ["T006–T009", ["T006..T009"]],
    ["P1.1–1.15", ["P1.1..1.15"]],
    ["1-3", ["1..3"]],
    ["1-3, 5", ["1..3", "5"]],
    ["Phase 3+", ["phase 3+"]],
    ["Phase 3+, Phase 9", ["phase 3+", "phase 9"]],
    ["Workers 1-4", ["worker 1..4"]],
    ["Phases 2\u20113", ["phase 2..3"]],
    ["Phase 1 (done ✅), Phases 2 – 3", ["phase 1", "phase 2..3"]],
  ])("%s → %j", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it("leaves a hyphen between two prefixed ids to whoever knows which ids there are", () => {
    expect(named("T010-T014")).toEqual(["T010-T014"]);
  });
});

describe("all previous", () => {
  it.each(["All previous tasks", "all the preceding phases", "All above", "all prior work"])("%s", (text) => {
    expect(named(text)).toEqual(["all"]);
  });
});

describe("sub-references", () => {
  it.each([
    ["Phase 8 Section 8.4", ["phase 8.4"]],
    ["Phase 8 Section 9.1", ["phase 8", "section 9.1"]],
    ["Section 8.4", ["section 8.4"]],
  ])("%s → %j", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("what is not waited for", () => {
  it.each([
    ["No dependencies on Phase 14, 15, 16", []],
    ["Phase 12 (can run in parallel with Phases 14-16)", ["phase 12"]],
    ["Phase 12, can run in parallel with Phases 14-16", ["phase 12"]],
    ["Phase 2; blocks Phase 9", ["phase 2"]],
    ["Phase 2, NOT on Phase 3", ["phase 2"]],
    ["Runs in parallel; long-horizon", ['"Runs in parallel"', '"long-horizon"']],
    ["Phase 3 (model to serve). Terraform can begin in parallel with Phase 3.", ["phase 3"]],
    ["independent of Phase 3", []],
    ["NOT on US1", []],
  ])("%s → %j", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("explicit none", () => {
  it.each([
    "None",
    "none",
    "None (parallel OK)",
    "none hard (all infra exists)",
    "Nothing (first phase)",
    "N/A",
    "n/a",
    "-",
    "–",
    "—",
    "--",
    "No",
    "No dependencies",
    "Not applicable",
    "Independent",
    "×",
    "∅",
    " None. ",
    "Start immediately",
    "standalone",
  ])("%j says it and names nothing", (text) => {
    expect(isExplicitNone(text)).toBe(true);
    expect(parseReferences(text)).toEqual([]);
  });

  it.each(["Phase 1", "Nonexistent service", "Norway", "", "Nadir", "- Phase 1", "independently tested API"])(
    "%j does not say it",
    (text) => {
      expect(isExplicitNone(text)).toBe(false);
    },
  );
});

describe("notes and ticks", () => {
  it("keeps what stands in parentheses", () => {
    expect(parseReferences("Phase 8 (ferryId), Phase 14").map(({ note }) => note)).toEqual(["ferryId", null]);
  });

  it("looks into the parentheses when the entry itself names nothing", () => {
    expect(named("Foundational (Phase 2)")).toEqual(["phase 2"]);
    expect(named("Foundational (can run in parallel with Phase 2)")).toEqual([
      '"Foundational (can run in parallel with Phase 2)"',
    ]);
  });

  it("survives parentheses that are never closed", () => {
    expect(named("Phase 8 (ferryId, Phase 14")).toEqual(["phase 8"]);
    expect(named("Phase 8) Phase 9")).toEqual(["phase 8", "phase 9"]);
  });

  it.each([
    ["Phase 8 ✅", true],
    ["Phase 8 ✅ Complete", true],
    ["[x] Phase 8", true],
    ["Phase 8 (✅ done)", true],
    ["Phase 8 ⏳", false],
    ["Phase 8", false],
  ])("%s is met: %j", (text, isSatisfied) => {
    expect(parseReferences(text).map((part) => part.isSatisfied)).toEqual([isSatisfied]);
  });

  it("ticks only the entry that has the tick", () => {
    expect(parseReferences("Phase 8 ✅, Phase 9").map((part) => part.isSatisfied)).toEqual([true, false]);
  });
});

it("says where each reference and each entry stands", () => {
  const text = "Phase 8 (id), Phases 1–3 + `T-02`; sign-off";
  expect(
    parseReferences(text).map((part) => [
      text.slice(part.start, part.end),
      ...part.references.map(({ start, end }) => text.slice(start, end)),
    ]),
  ).toEqual([["Phase 8 (id)", "Phase 8"], ["Phases 1–3", "Phases 1–3"], ["`T-02`", "T-02"], ["sign-off"]]);
});

describe("a list of nothing but names", () => {
  const entry = fc
    .tuple(
      fc.constantFrom("", "", "Phase ", "Phases ", "phase ", "Task ", "tasks "),
      fc.constantFrom("", "", "T", "T-", "UI-", "A", "TASK-"),
      fc.constantFrom("1", "8", "007", "4.5", "12.3.1", "1234567"),
    )
    .map((parts) => parts.join(""));

  it("is read like any other text", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const text = entries.join(", ");
        // The blank before the comma sends it the long way.
        const wider = entries.join(" , ");
        const shown = (list: string) =>
          parseReferences(list).map(({ references, text: said, ...rest }) => ({
            ...rest,
            said,
            references: references.map((one) => ({
              ...one,
              written: list.slice(one.start, one.end),
              start: 0,
              end: 0,
            })),
            start: list.slice(rest.start, rest.end) === said,
            end: 0,
          }));
        fc.pre(entries.length > 1);
        expect(shown(text)).toEqual(shown(wider));
      }),
      { numRuns: 2000 },
    );
  });
});
