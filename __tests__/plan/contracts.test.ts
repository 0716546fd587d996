import { describe, expect, it } from "@jest/globals";
import { contractDocuments } from "../../src/dialects/contract-documents.js";
import { createMarkdownParser } from "../../src/dialects/index.js";
import { placeFaults, readFiles, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

const PLAN = "| Phase | Depends on |\n|---|---|\n| 8 | none |\n| 9 | 8 |\n";
const contractsIn = (files: Readonly<Record<string, string>>) => {
  const { phases } = readFiles({ "PLAN.md": PLAN, ...files });
  return [...phases.values()].map(({ outputItems, requirements }) =>
    [outputItems, requirements].map((items) =>
      items.map(({ name, version }) => [name, version].filter(Boolean).join(" ")),
    ),
  );
};

describe("a contract document", () => {
  it("is about the phase in its name, be its title another", () => {
    expect(contractsIn({ "PHASE_9_OUTPUT_CONTRACTS.md": "# Phase 8 Output Contracts\n\n- Mail v1.0\n" })).toEqual([
      [[], []],
      [["Mail v1.0"], []],
    ]);
  });

  it("is known by its title where its name does not tell", () => {
    expect(contractsIn({ "x.md": "# Phase 8: Mail – Output Contracts\n\n- Mail v1.0\n" })[0]).toEqual([
      ["Mail v1.0"],
      [],
    ]);
  });

  it.each([
    ["phases", "# Phase 7 Output Contracts\n\n## Phase 10: New\n\n**Depends on:** 8\n"],
    ["tables of phases", "# Contracts\n\n| Phase | Depends on |\n|---|---|\n| 20 | 8 |\n"],
    ["lists of phases", "- [x] Phase 8: Mail\n- [x] Phase 21: Post (depends on Phase 8)\n"],
    ["nothing", ""],
  ])("brings no phases into being out of %s", (_, text) => {
    const { phases } = readFiles({ "PLAN.md": PLAN, "PHASE_7_OUTPUT_CONTRACTS.md": text });
    expect([...phases.values()].map(({ id, status }) => [id, status])).toEqual([
      ["8", "unknown"],
      ["9", "unknown"],
    ]);
  });

  it("tells when nothing is found in it, or nobody knows whose it is", () => {
    const { notices } = readFiles({
      "PLAN.md": PLAN,
      "PHASE_8_OUTPUT_CONTRACTS.md": "# Phase 8 Output Contracts\n\nSoon.\n",
      "PHASE_X_INPUT_REQUIREMENTS.md": "# Phase X Input Requirements\n",
    });
    expect(notices.map(({ message, place }) => `${place.path}: ${message}`)).toEqual([
      "PHASE_8_OUTPUT_CONTRACTS.md: No output is found in this document.",
      "PHASE_X_INPUT_REQUIREMENTS.md: Neither the name nor the title of this document says whose contract it is.",
    ]);
  });

  it("reads headings, lists and tables, with versions, sources and places", () => {
    const text = [
      "# Phase 9 Input Requirements",
      "",
      "**Date:** 2026-01-01",
      "",
      "## Services from Phase 8",
      "",
      "### `RouteApi`",
      "- **File:** `lib/route.ts`",
      "- **Required version:** >= 1.2",
      "",
      "### Methods used",
      "- `find()` - finds",
      "",
      "## Required models",
      "",
      "- `Sailing` v2 - one departure",
      "  - From: Phase 8",
      "- **Validation:** none",
      "",
      "| Model | Version | Provided by |",
      "|---|---|---|",
      "| Seat | 1.0 | third party |",
      "| — | | |",
      "",
      "## Tests",
      "",
      "- [ ] RouteApi answers",
      "",
    ].join("\n");
    const path = "PHASE_9_INPUT_REQUIREMENTS.md";
    const { requirements } = readFiles({ "PLAN.md": PLAN, [path]: text }).phases.get("9" as never)!;
    expect(
      requirements.map(({ name, version, from, source, place }) => [
        textAt(text, place),
        name,
        version,
        from,
        source?.text,
      ]),
    ).toEqual([
      ["RouteApi", "RouteApi", ">= 1.2", ["8"], "Phase 8"],
      ["Sailing", "Sailing", "v2", ["8"], "Phase 8"],
      ["Seat", "Seat", "1.0", [], "third party"],
    ]);
    const declarations = [...contractDocuments.read(createMarkdownParser()({ path, text }), () => null as never)];
    expect(placeFaults(declarations, text)).toEqual([]);
  });

  it("names an output once, however often it is stated", () => {
    const files = { "PHASE_8_OUTPUT_CONTRACTS.md": "# Phase 8 Output Contracts\n\n- Mail v1\n- mail v1\n- Mail v2\n" };
    expect(contractsIn(files)[0]).toEqual([["Mail v1", "Mail v2"], []]);
    expect(readFiles({ "PLAN.md": PLAN, ...files }).phases.get("8" as never)!.outputs).toEqual(["Mail"]);
  });
});

describe("contracts in a plan", () => {
  it("stand in fields, apart from what is only said about them", () => {
    const text = "## Phase 1: A\n\n- **Outputs:** RouteApi v1.2 (REST, JSON), Seat map\n- **Consumes:** Mail >= 2\n";
    const phase = readMarkdown(text).phases.get("1" as never)!;
    expect(stated(readMarkdown(text))).toEqual({
      1: { title: "A", outputs: ["RouteApi v1.2", "Seat map"], requires: ["Mail >= 2"] },
    });
    expect(phase.outputItems.map(({ place }) => textAt(text, place))).toEqual(["RouteApi", "Seat map"]);
  });

  it("count for the phase that their item is a part of", () => {
    const text =
      "| Phase | Depends on |\n|---|---|\n| 1 | none |\n| 2 | 1 |\n\n## Phase 1: A\n\n### Task 1.1: B\n\n**Outputs:** Mail\n";
    expect(
      readMarkdown(text)
        .phases.get("1" as never)!
        .outputItems.map(({ name }) => name),
    ).toEqual(["Mail"]);
  });

  it("are no phases, and check points neither", () => {
    const text = `${PLAN}\n## Input requirements\n\n| Phase | Requires | From |\n|---|---|---|\n| 9 | Mail | 8 |\n| 11 | Mail | 8 |\n\n## Integration checkpoints\n\n- [x] Phase 8 → Phase 9\n- [ ] Phase 9: (depends on Phase 12)\n`;
    const plan = readMarkdown(text);
    expect(stated(plan)).toEqual({ 8: {}, 9: { dependsOn: ["8"], requires: ["Mail from 8"] } });
    expect(plan.checkpoints.map(({ entries }) => entries.length)).toEqual([2]);
  });
});
