import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { edges, readMarkdown, textAt } from "../kit/read-markdown.js";

const REASON = "This sentence is not read as a dependency. If it is one, make it a field: `Depends on: Phase 1`.";
const plan = (...lines: readonly string[]): string =>
  ["# Plan", "", "## Phase 1: Pier", "", "## Phase 2: Ramp", "", ...lines, ""].join("\n");
const noticed = (text: string): string[] =>
  readMarkdown(text).notices.flatMap(({ message, place }) => (message === REASON ? [textAt(text, place)] : []));

describe("a dependency in a sentence", () => {
  it.each([
    "Depends on Phase 1.",
    "- Depends on Phase 1",
    "This phase depends upon Phase 1",
    "It is built on the beach.\nBlocked by Phase 1",
    "Waits for phases 1 and 3",
    "**Requires** Phase 1",
    "Must follow Phase 1.",
  ])("is not read, and the author is told: %j", (line) => {
    const text = plan(line);
    expect(edges(readMarkdown(text))).toEqual({ 1: [], 2: [] });
    expect(noticed(text)).toHaveLength(1);
    expect(line.replaceAll("*", "")).toContain(noticed(text)[0]!.replaceAll("*", ""));
  });

  it.each([
    "**Depends on:** Phase 1",
    "Depends on the weather.",
    "Depends on Phase 1 and on the weather.",
    "The crew depends on Phase 1.",
    "If it depends on Phase 1, it waits.",
    "> Depends on Phase 1.",
    "```\nDepends on Phase 1\n```",
  ])("is none, or one that is read: %j", (line) => {
    expect(noticed(plan(line))).toEqual([]);
  });

  it("is looked for in sections of items only", () => {
    expect(noticed("# Plan\n\n## Phase 1: Pier\n\n# Notes\n\nDepends on Phase 1.\n")).toEqual([]);
  });

  it("is told of in the report, the first of them and how many more", () => {
    const text = plan("Depends on Phase 1.", "", "- Requires Phase 1", "- Waits for Phase 1");
    const head = [{ path: "plan.md", text }];
    const { remarks } = checkPlan({
      plans: [{ name: "plan.md", head, base: null }],
      config: defaults,
      today: "2026-11-22",
    });
    expect(remarks).toContain(`plan.md:7: ${REASON} So are 2 more.`);
  });
});
