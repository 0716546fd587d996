import { describe, expect, it } from "@jest/globals";
import { limits } from "../../src/model/limits.js";
import { readMarkdown } from "../kit/read-markdown.js";

const table = (count: number, dependsOn: (row: number) => string): string => {
  const rows = Array.from({ length: count }, (_, index) => `| ${index + 1} | Berth | ${dependsOn(index + 1)} |`);
  return ["| Phase | Name | Depends on |", "|---|---|---|", ...rows, ""].join("\n");
};

const countEdges = (text: string) => {
  const plan = readMarkdown(text);
  const phases = [...plan.phases.values()];
  return {
    edges: phases.reduce((sum, { dependsOn }) => sum + dependsOn.length, 0),
    unread: phases.flatMap(({ unresolved }) => unresolved.filter(({ reason }) => reason === "too-many")).length,
    notices: plan.notices.map(({ place, message }) => `${place.line} ${message}`),
  };
};

describe("ranges that name more than a plan may have", () => {
  it.each([
    ["all previous tasks", () => "all previous tasks"],
    ["a range", () => "Phases 1-5000"],
    ["an open end", () => "Phase 1+"],
  ])("are left out: %s", (_, dependsOn) => {
    const { edges, unread, notices } = countEdges(table(5000, dependsOn));
    expect(edges).toBeLessThanOrEqual(limits.dependenciesFromRanges);
    expect(edges).toBeGreaterThan(limits.dependenciesFromRanges * 0.9);
    expect(unread).toBeGreaterThan(4000);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(
      /^\d+ ".+" and \d+ more like it would bring .* above 250000; what is above is not read\.$/,
    );
  });

  it("say where the first one stands", () => {
    const { unread, notices } = countEdges(table(710, () => "all previous tasks"));
    expect(unread).toBe(3);
    expect(notices).toEqual([
      '710 "all previous tasks" and 2 more like it would bring the dependencies that this plan states by ranges above 250000; what is above is not read.',
    ]);
  });

  it("leave single references alone", () => {
    const { edges, unread } = countEdges(table(3000, (row) => (row % 2 === 0 ? "Phase 1" : "all previous tasks")));
    expect(unread).toBeGreaterThan(0);
    expect(edges).toBeGreaterThan(limits.dependenciesFromRanges);
    expect(edges).toBeLessThanOrEqual(limits.dependenciesFromRanges + 1500);
  });

  it("are no matter for a plan of five hundred tasks", () => {
    expect(countEdges(table(500, () => "all previous tasks"))).toEqual({
      edges: (500 * 499) / 2,
      unread: 0,
      notices: [],
    });
  });
});
