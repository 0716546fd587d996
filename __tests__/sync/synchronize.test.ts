import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { analyzePlan } from "../../src/check-plan.js";
import { SECTION_NAMES } from "../../src/grammar/managed-section.js";
import { SetupError } from "../../src/model/setup-error.js";
import { staleSection } from "../../src/rules/stale-section.js";
import { outdatedSections } from "../../src/sync/outdated-sections.js";
import { synchronize, type SyncedDocument } from "../../src/sync/synchronize.js";
import { settings } from "../kit/plan-builder.js";
import { stated } from "../kit/read-markdown.js";
import { judge, lines } from "../kit/test-rule.js";

const analyze = (text: string) => analyzePlan("plan.md", [{ path: "plan.md", text }], settings());
const sync = (text: string): SyncedDocument => synchronize([{ path: "plan.md", text }], analyze(text))[0]!;
const section = (name: string, content = ""): string =>
  `<!-- plan-gate:begin ${name} -->\n${content}<!-- plan-gate:end ${name} -->\n`;

const PLAN = lines(
  "| Phase | Name | Tier | Depends on | Duration | Status |",
  "|---|---|---|---|---|---|",
  "| 1 | Pier | 0 | none | 3 weeks | done |",
  "| 2 | Ramp | 1 | 1 | 2 weeks | in progress |",
  "| 3 | Locks | 1 | 1 | 6 weeks | not started |",
  "| 4 | Radio | 2 | 2 | 4 weeks | not started |",
  "",
);
const contentOf = (name: string, plan = PLAN): string =>
  sync(plan + section(name))
    .newText.slice(plan.length)
    .split("\n")
    .slice(2, -3)
    .join("\n");

describe("the text of each section", () => {
  it.each([
    [
      "tiers",
      lines(
        "| Tier | Phases | Weeks | Decided by | State |",
        "| --: | :-- | :-- | :-- | :-- |",
        "| 0 | Phase 1 | 1–3 | Phase 1 | done |",
        "| 1 | Phase 2, Phase 3 | 4–9 | Phase 3 | in progress |",
        "| 2 | Phase 4 | 10–13 | Phase 4 | waiting |",
      ),
    ],
    [
      "timeline",
      lines(
        "- Tier 0: weeks 1–3",
        "  - Phase 1 Pier: weeks 1–3, done",
        "- Tier 1: weeks 4–9",
        "  - Phase 2 Ramp: weeks 4–5",
        "  - Phase 3 Locks: weeks 4–9",
        "- Tier 2: weeks 10–13",
        "  - Phase 4 Radio: weeks 10–13",
        "",
        "In all 13 weeks, tier by tier.",
      ),
    ],
    ["critical-path", "Critical path: Phase 2 (2) → Phase 4 (4) = 6 weeks left\n"],
    ["queue", lines("| Phase | Waits for | Ready in week |", "| :-- | :-- | --: |", "| Phase 4 Radio | Phase 2 | 7 |")],
    [
      "status",
      lines(
        "1 of 4 phases done; 10 weeks left tier by tier, 6 weeks by dependencies.",
        "",
        "In progress:",
        "",
        "- Phase 2 Ramp, 2 weeks left",
      ),
    ],
  ])("%s", (name, expected) => {
    expect(`${contentOf(name)}\n`).toBe(expected);
  });

  it("gantt draws what is left", () => {
    expect(contentOf("gantt")).toContain("    Phase 4 Radio :crit, 2000, 6000\n");
  });

  it.each([
    ["critical-path", "Nothing is left to do."],
    ["gantt", "Nothing is left to do."],
    ["queue", "Nobody is waiting."],
    ["status", "0 of 0 phases done; nothing is left."],
    ["tiers", "No phase has a tier."],
    ["timeline", "No phase has dates."],
  ])("%s of a document without phases", (name, expected) => {
    expect(contentOf(name, "# Nothing\n\n")).toBe(expected);
  });
});

it("does not read what it wrote: a section brings no phase into being", () => {
  const ghost = section("tiers", "## Phase 9: Ghost\n\n**Depends on:** Phase 4\n");
  expect(stated(analyze(PLAN + ghost).plan)).toEqual(stated(analyze(PLAN).plan));
});

it("keeps the line ends of the document", () => {
  const text = (PLAN + section("tiers") + section("queue")).replace(/\n/g, "\r\n");
  const { newText } = sync(text);
  expect(newText.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  expect(sync(newText).written).toEqual([]);
});

it.each([
  ["a mark that is never closed", "<!-- plan-gate:begin tiers -->\n", /"tiers" cannot be written: it is never closed/],
  ["a section nobody knows", section("tides"), /there is no such section; there is tiers, timeline/],
  ["a section that is there twice", section("tiers") + section("tiers"), /it is there twice/],
  ["a section inside another", section("tiers", section("queue")), /not closed before "queue" begins/],
])("writes nothing for %s", (_, marks, message) => {
  expect(() => sync(PLAN + marks)).toThrow(SetupError);
  expect(() => sync(PLAN + marks)).toThrow(message);
});

const HOSTILE = [
  "-->",
  "<!-- plan-gate:end tiers -->",
  "`",
  "```",
  "\\|",
  "@everyone",
  "<img src=x>",
  "[a](b)",
  "#1",
  "Pier",
];
const title = fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
const hostilePlan = fc
  .tuple(
    fc.array(title, { minLength: 1, maxLength: 5 }),
    fc.subarray([...SECTION_NAMES], { minLength: 1 }),
    fc.boolean(),
  )
  .map(([titles, names, isCrlf]) => {
    const rows = titles.map(
      (one, index) => `| ${index + 1} | ${one} | ${index === 0 ? "none" : index} | ${index + 1} weeks |`,
    );
    const text = lines("# Plan", "", "| Phase | Name | Depends on | Duration |", "|---|---|---|---|", ...rows, "");
    const whole = text + names.map((name) => `${section(name)}\nbetween\n\n`).join("");
    return { text: isCrlf ? whole.replace(/\n/g, "\r\n") : whole, names };
  });
const outside = (text: string): string =>
  text.replace(/^(<!-- plan-gate:begin (\S+) -->\r?\n)[^]*?^(?=<!-- plan-gate:end \2 -->)/gm, "$1");

describe("whatever the titles are", () => {
  it("a second time changes nothing, the rule is content, and all outside is kept", () => {
    fc.assert(
      fc.property(hostilePlan, ({ text, names }) => {
        const once = sync(text);
        expect(once.written).toEqual(names);
        expect(sync(once.newText).newText).toBe(once.newText);
        expect(outdatedSections(analyze(once.newText))).toEqual([]);
        expect(judge(staleSection, { plan: once.newText })).toEqual([]);
        expect(outside(once.newText)).toBe(outside(text));
        expect(stated(analyze(once.newText).plan)).toEqual(stated(analyze(text).plan));
      }),
      { numRuns: 60 },
    );
  });

  it("a title stays text", () => {
    const plan = lines(
      "| Phase | Name | Duration |",
      "|---|---|---|",
      "| 1 | --> a < b @crew `x` a\\|b | 2 weeks |",
      "",
    );
    expect(contentOf("timeline", plan)).toContain("--&gt; a &lt; b @\u2060crew x a\\|b");
  });
});
