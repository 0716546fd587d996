import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { explainJsonSchema } from "../../scripts/explain-schema.js";
import { explainDocument } from "../../src/check-plan.js";
import { explainText } from "../../src/io/cli/explain-text.js";
import type { ExplainedLine } from "../../src/model/explanation.js";
import type { Settings } from "../../src/model/settings.js";
import { SetupError } from "../../src/model/setup-error.js";
import { settings } from "../kit/plan-builder.js";
import { randomMarkdown } from "../dialects/random-markdown.js";

const lineCount = (text: string): number => text.split(/\r\n|\r|\n/).length;

const explained = (text: string, changed: Partial<Settings> = {}) =>
  explainDocument({
    path: "plan.md",
    documents: [{ path: "plan.md", text }],
    lines: { first: 1, last: lineCount(text) },
    settings: settings(changed),
  });

/** The explanation of the line that begins with `start`. */
function lineOf(text: string, start: string, changed: Partial<Settings> = {}): ExplainedLine {
  const line = explained(text, changed).lines.find((one) => one.text.trimStart().startsWith(start));
  if (!line) throw new Error(`no line begins with ${start}`);
  return line;
}

const reasonOf = (text: string, start: string): string | null => lineOf(text, start).reason;

const FERRY = `---
title: Ferry
---
# Ferry booking

## Phase 1: Identity
**Duration:** 6 weeks
**Status:** ✅ done

## Phase 2: Seats
**Tier:** 1
**Duration:** 2-3 weeks
**Depends on:** Phase 1 ✅ (accounts), Phase 7, the harbour office
**Budget:** 300 crowns
**Blocks:** Phase 3

### Task 2.1: Count the decks

## Phase 3: Wallet
**Duration:** TBD
**Depends on:** None (parallel OK)
`;

describe("what a line was taken for", () => {
  test("a heading is an item of its own section", () => {
    const { kind, items, reason } = lineOf(FERRY, "## Phase 2");
    expect({ kind, reason }).toEqual({ kind: "heading", reason: null });
    expect(items).toMatchObject([
      {
        id: "2",
        label: "Phase 2",
        title: "Seats",
        mention: "section",
        dialect: "heading-fields",
        isDefinition: true,
        standing: { kind: "scheduled", phase: "2" },
        facts: [],
      },
    ]);
  });

  test.each([
    ["**Tier:** 1", "tier", "Tier 1", true],
    ["**Duration:** 2-3", "duration", "2 to 3 weeks, planned with 3 weeks", true],
    ["**Duration:** 6", "duration", "6 weeks", true],
    ["**Duration:** TBD", "duration", "no length that can be read", false],
    ["**Status:**", "status", "done", true],
    ["**Depends on:** None", "dependsOn", "none", null],
    ["**Blocks:**", "blocks", "what is named waits for it", null],
  ])("%s", (start, fact, meaning, counts) => {
    const { facts, place } = lineOf(FERRY, start).items[0]!;
    expect(facts).toMatchObject([{ fact, meaning, counts, evidence: "explicit", isShared: false }]);
    expect(place.line).toBeLessThan(lineCount(FERRY));
  });

  test("each name in a list of dependencies is an edge, or says why not", () => {
    expect(lineOf(FERRY, "**Depends on:** Phase 1").items[0]!.facts[0]!.references).toEqual([
      { text: "Phase 1", item: "Phase 1", phase: "1", satisfied: true, note: "accounts", reason: null },
      {
        text: "Phase 7",
        item: null,
        phase: null,
        satisfied: false,
        note: null,
        reason: "it has the shape of an item, but the plan defines none of that name",
      },
      { text: "the harbour office", item: null, phase: null, satisfied: false, note: null, reason: "it names no item" },
    ]);
    const itself = "## Phase 1: A\n**Depends on:** Phase 1\n";
    expect(lineOf(itself, "**Depends").items[0]!.facts[0]!.references).toMatchObject([
      { item: "Phase 1", phase: null, reason: "it names itself" },
    ]);
  });

  test("an item below a phase is a part of it, and of none where the level is another", () => {
    expect(lineOf(FERRY, "### Task 2.1").items[0]!.standing).toEqual({ kind: "part", phase: "2" });
    expect(lineOf(FERRY, "## Phase 2", { level: "task" }).items[0]!.standing).toEqual({
      kind: "other-level",
      phase: null,
    });
    expect(lineOf(FERRY, "### Task 2.1", { level: "task" }).items[0]!.standing.kind).toBe("scheduled");
  });

  test("an edge to a part is an edge to the whole", () => {
    const parts = "## Phase 1: A\n\n### Task 1.1: B\n\n## Phase 2: C\n**Depends on:** Task 1.1\n";
    expect(lineOf(parts, "**Depends").items[0]!.facts[0]!.references).toMatchObject([{ item: "Task 1.1", phase: "1" }]);
  });

  test("a tangent is known and not scheduled", () => {
    const tangent = "## Phase 1: A\n**Status:** tangent\n\n## Phase 2: B\n**Depends on:** none\n";
    expect(lineOf(tangent, "## Phase 1").items[0]!.standing).toEqual({ kind: "not-planned", phase: "1" });
  });

  test("what nothing defines is no phase", () => {
    const text = "## Phase 1: A\n\n| Phase | Remarks |\n|---|---|\n| Phase 1 | soon |\n| Phase 9 | later |\n";
    const passing = explained(text).lines.flatMap(({ items }) => items.filter(({ isDefinition }) => !isDefinition));
    expect(passing.map(({ label, standing }) => [label, standing.kind])).toEqual([
      ["Phase 1", "scheduled"],
      ["Phase 9", "undefined"],
    ]);
  });

  test("of two statements the one that counts is told", () => {
    const text =
      "## Phase 1: A\n**Duration:** 6 weeks\n\n## Overview\n\n| Phase | Duration | Tier |\n|---|---|---|\n| 1 | 4 weeks | 2 |\n";
    expect(lineOf(text, "| 1").items[0]!.facts).toMatchObject([
      { fact: "duration", counts: false },
      { fact: "tier", counts: true },
    ]);
  });

  test("a tier's heading speaks of all its members", () => {
    const text = "### Tier 1: Base\n\n- Phase 1: A\n- Phase 2: B\n";
    const { items } = lineOf(text, "### Tier 1");
    expect(items.map(({ label, facts }) => [label, facts[0]!.meaning, facts[0]!.isShared])).toEqual([
      ["Phase 1", "Tier 1", true],
      ["Phase 2", "Tier 1", true],
    ]);
  });

  test("a row of breaking changes gives its days", () => {
    const text =
      "## Breaking changes\n\n| Service | Change | Version | Announced | Effective | Phase | Affects | Migration |\n" +
      "|---|---|---|---|---|---|---|---|\n| Pay | cents | 1 → 2 | 2026-11-20 | soon | 4 | 5 | none |\n";
    expect(lineOf(text, "| Pay")).toMatchObject({
      reason: null,
      breakingChanges: [{ subject: "Pay", change: "cents", announced: "2026-11-20", effective: null }],
    });
  });

  test("rows of registries and locks say of which service they speak", () => {
    const text =
      "| Service | Owner | Version |\n|--|--|--|\n| `Pay` | Phase 1 | 1 |\n\n" +
      "| Service | Locked by | From |\n|--|--|--|\n| Mail | Phase 1 | Week 1 |\n";
    expect(lineOf(text, "| `Pay`")).toMatchObject({ reason: null, services: [{ kind: "service", service: "Pay" }] });
    expect(lineOf(text, "| Mail")).toMatchObject({ reason: null, services: [{ kind: "lock", service: "Mail" }] });
  });
});

describe("why nothing", () => {
  const PAGE = `---
owner: harbour
---
# Plan

Some prose, at length.
Budget: 300 crowns
Depends on: Phase 1

<!-- Phase 8: hidden -->

<div>Phase 9</div>

> ## Phase 10: quoted

---

[link]: https://example.com

    Phase 11: code

\`\`\`ts
const phase = 12;
\`\`\`

\`\`\`
nothing of the kind
\`\`\`

\`\`\`mermaid
pie title Crew
\`\`\`

| Boat | Crew |
|------|------|
| Tern | 4    |

- apples
- [ ] polish the bell

## Phase 1: A
**Duration:** 1 week

| Phase | Duration |
|:------|---------:|
| 1     | 1 week   |
| none  | 2 weeks  |
`;

  test.each([
    ["owner:", /^Front matter/],
    ["# Plan", /^The heading names no item/],
    ["Some prose", /^Prose that states no field/],
    ["Budget:", /^"Budget" is no field/],
    ["Depends on:", /^"Depends on" is a field of plans, but/],
    ["<!--", /HTML comment/],
    ["<div>", /^HTML is not read/],
    ["> ##", /^A quotation/],
    ["[link]", /link or footnote/],
    ["Phase 11", /indented by four/],
    ["const", /"ts" is no language of plans/],
    ["nothing of the kind", /^Fenced code is an example/],
    ["pie", /chart/],
    ["| Boat", /^This table is not read/],
    ["| Tern", /^This table is not read/],
    ["- apples", /^The list entry opens with no id/],
    ["- [ ] polish", /^A check box without an id/],
    ["| Phase", /^The head of a table/],
    ["|:---", /^The line under the head/],
    ["| none", /^This row of the table has no id/],
  ])("%s", (start, reason) => {
    expect(reasonOf(PAGE, start)).toMatch(reason);
    expect(lineOf(PAGE, start).items).toEqual([]);
  });

  test("a fence that follows another at once has its own language, and a row is told of the rows beside it", () => {
    const fences = "```ts\nlet a;\n```\n~~~py\nb = 1\n~~~\n\n```\nc\n```\n";
    expect(reasonOf(fences, "let a")).toContain('"ts" is no language');
    expect(reasonOf(fences, "b =")).toContain('"py" is no language');
    expect(reasonOf(fences, "c")).not.toContain("language");
    const below = "| Phase | Tier |\n|---|---|\n| none | 1 |\n| 1 | 1 |\n";
    expect(reasonOf(below, "| none")).toMatch(/^This row of the table/);
  });

  test("a document of many lines is explained in one pass", () => {
    const long = `\`\`\`text\n${"x\n".repeat(100_000)}\`\`\`\n\n| a | b |\n|---|---|\n${"| x | y |\n".repeat(20_000)}`;
    expect(explained(long).lines).toHaveLength(lineCount(long));
  });

  test("blank lines, lines across the page and lines nested too deeply", () => {
    expect(explained("\n").lines.map(({ reason }) => reason)).toEqual(["The line is blank.", "The line is blank."]);
    expect(reasonOf("a\n\n***\n", "***")).toMatch(/across the page/);
    expect(reasonOf(`${">".repeat(600)} x\n`, ">")).toMatch(/nested too deeply/);
  });
});

describe("of several documents of one plan", () => {
  const documents = [
    { path: "a.md", text: "## Phase 1: A\n**Depends on:** Phase 2\n" },
    { path: "b.md", text: "## Phase 2: B\n" },
  ];

  test("an edge into another one is found, and only the document's own lines are explained", () => {
    const explain = (path: string, last: number) =>
      explainDocument({ path, documents, lines: { first: 1, last }, settings: settings() });
    expect(explain("a.md", 2).lines[1]!.items[0]!.facts[0]!.references).toMatchObject([{ phase: "2", reason: null }]);
    expect(explain("b.md", 1).lines[0]!.items.map(({ label }) => label)).toEqual(["Phase 2"]);
  });
});

test("a line beyond the end is wrong use", () => {
  const explain = () =>
    explainDocument({
      path: "plan.md",
      documents: [{ path: "plan.md", text: "# Plan\n" }],
      lines: { first: 1, last: 40 },
      settings: settings(),
    });
  expect(explain).toThrow(SetupError);
  expect(explain).toThrow("plan.md has no line 40.");
});

describe("for people", () => {
  const textOf = (text: string, start: string): string =>
    explainText({ schemaVersion: 1, path: "plan.md", lines: [lineOf(text, start)] });

  test("what was made of a line", () => {
    expect(textOf(FERRY, "**Depends on:** Phase 1")).toBe(
      `plan.md:13  **Depends on:** Phase 1 ✅ (accounts), Phase 7, the harbour office
  Phase 2 "Seats": definition, own section (heading-fields) at plan.md:10
    scheduled, as phase 2
    dependsOn "Phase 1 ✅ (accounts), Phase 7, the harbour office": waits for what is named
      "Phase 1" is Phase 1: dependency with phase 1 (marked as met; note "accounts")
      "Phase 7": no dependency: it has the shape of an item, but the plan defines none of that name
      "the harbour office": no dependency: it names no item
`,
    );
  });

  test("or why nothing", () => {
    expect(textOf(FERRY, "**Budget")).toBe(
      'plan.md:14  **Budget:** 300 crowns\n  Nothing: "Budget" is no field that means something to a plan.\n',
    );
  });

  test("without anything that steers a terminal", () => {
    const hostile = "## Phase 1: A\u001B[31m\u202E\n**Depends on:** Phase 2 (\u001B]0;x\u0007)\n";
    // eslint-disable-next-line no-control-regex
    expect(explainText(explained(hostile))).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
  });
});

describe("laws", () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(explainJsonSchema());

  test("every line has an explanation or a reason, never both, as the schema describes", () => {
    fc.assert(
      fc.property(randomMarkdown, (text) => {
        const explanation = explained(text);
        expect(explanation.lines.map(({ line }) => line)).toEqual(
          Array.from({ length: lineCount(text) }, (_, index) => index + 1),
        );
        for (const { items, breakingChanges, services, reason } of explanation.lines)
          expect(items.length + breakingChanges.length + services.length > 0).toBe(reason === null);
        expect(validate(JSON.parse(JSON.stringify(explanation))) ? [] : validate.errors).toEqual([]);
        expect(explainText(explanation)).toMatch(/\n$/);
      }),
    );
  });

  test.each(["head", "base"])("every line of the ferry example is explained: %s", (side) => {
    const text = readFileSync(`examples/ferry/${side}/docs/PLAN.md`, "utf8");
    const { lines } = explained(text);
    expect(lines).toHaveLength(lineCount(text));
    expect(
      lines.every(
        ({ items, breakingChanges, services, reason }) =>
          reason !== null || items.length + breakingChanges.length + services.length > 0,
      ),
    ).toBe(true);
    const rows = lines.filter(({ text }) => /^\| \d/.test(text));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every(({ items }) => items.some(({ standing }) => standing.kind === "scheduled"))).toBe(true);
  });
});
