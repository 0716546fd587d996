import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { edges, readFiles, stated } from "../kit/read-markdown.js";

const PLAN = `# Ferry
| Phase | Name | Tier | Depends on | Duration | Status |
|---|---|---|---|---|---|
| 1 | Timetable | 1 | none | 4 weeks | not started |
| 2 | Fares | 2 | Phase 1, Phase 3 | 6 weeks | ✅ |
`;
const TRACKER = `# How far we are
| Phase | Name | Status |
|---|---|---|
| 1 | Timetable | 🟡 60% |
| 2 | Fares | in progress |
`;
const APPENDIX = `# Appendix
### Phase 3: Moorings
- **Tier:** 1
- **Duration:** 2 weeks
- **Blocks:** Phase 2
`;
const files = { "docs/PLAN.md": PLAN, "docs/status.md": TRACKER, "docs/appendix.md": APPENDIX };
const documents = Object.entries(files).map(([path, text]) => ({ path, text }));

describe("several documents as one plan", () => {
  it("mention one phase in several places, and refer to each other", () => {
    const plan = readFiles(files);
    expect(edges(plan)).toEqual({ 1: [], 2: ["1", "3"], 3: [] });
    expect([...plan.phases.values()].map(({ places }) => places.map(({ path }) => path))).toEqual([
      ["docs/PLAN.md", "docs/status.md"],
      ["docs/PLAN.md", "docs/status.md"],
      ["docs/appendix.md"],
    ]);
    expect(plan.documents).toEqual(["docs/PLAN.md", "docs/status.md", "docs/appendix.md"]);
  });

  it("say the same in whatever order they are read", () => {
    const read = (all: Readonly<Record<string, string>>) =>
      Object.values(stated(readFiles(all, { statusDocument: "docs/status.md" })))
        .map((phase) => ({ ...phase, dependsOn: phase.dependsOn?.toSorted() }))
        .sort((a, b) => a.title!.localeCompare(b.title!));
    expect(read(Object.fromEntries(Object.entries(files).reverse()))).toEqual(read(files));
  });
});

describe("the status document", () => {
  const phases = (statusDocument: string | null) => [...readFiles(files, { statusDocument }).phases.values()];

  it("goes before every other document, and only in status and progress", () => {
    expect(
      phases("docs/status.md").map(({ status, progressPercent, remainingWeeks, duration }) => ({
        status,
        progressPercent,
        remainingWeeks,
        weeks: duration?.weeks,
      })),
    ).toEqual([
      { status: "in-progress", progressPercent: 60, remainingWeeks: 1.6, weeks: 4 },
      { status: "in-progress", progressPercent: null, remainingWeeks: 6, weeks: 6 },
      { status: "unknown", progressPercent: null, remainingWeeks: 2, weeks: 2 },
    ]);
  });

  it("is one of several where none is named", () => {
    expect(phases(null).map(({ status }) => status)).toEqual(["not-started", "done", "unknown"]);
  });

  it("goes even before the phase's own section, and takes its progress from nowhere else", () => {
    const own = "### Phase 1: Timetable\n\n**Status:** in progress\n**Progress:** 80%\n";
    const tracker = "| Phase | Name | Status |\n|---|---|---|\n| 1 | Timetable | paused |\n";
    const plan = readFiles({ "PLAN.md": own, "status.md": tracker }, { statusDocument: "status.md" });
    expect(stated(plan)).toEqual({ 1: { title: "Timetable", status: "paused" } });
  });

  const report = (statusDocument: string | null, head = documents) =>
    checkPlan({
      plans: [{ name: "ferry", head, base: null, statusDocument }],
      config: defaults,
      today: "2026-11-22",
    });
  const conflicts = (statusDocument: string | null) =>
    report(statusDocument)
      .findings.filter(({ ruleId }) => ruleId === "conflicting-facts")
      .map(({ place, message }) => `${place.path}:${place.line} ${message}`);

  it("is named, with both places, where another document says otherwise", () => {
    expect(conflicts("docs/status.md")).toEqual([
      'docs/PLAN.md:4 Phase 1 has the status "not started" here and "🟡 60%" in docs/status.md:4; "🟡 60%" counts, because the status document goes before all others.',
      'docs/PLAN.md:5 Phase 2 has the status "✅" here and "in progress" in docs/status.md:5; "in progress" counts, because the status document goes before all others.',
    ]);
    expect(conflicts(null)).toEqual([
      'docs/status.md:4 Phase 1 has the status "🟡 60%" here and "not started" in docs/PLAN.md:4; "not started" counts, because the first of two places alike goes before the other.',
      'docs/status.md:5 Phase 2 has the status "in progress" here and "✅" in docs/PLAN.md:5; "✅" counts, because the first of two places alike goes before the other.',
    ]);
  });

  it("is missed where it is named and not there", () => {
    const rest = documents.filter(({ path }) => path !== "docs/status.md");
    expect(report("docs/status.md", rest).remarks).toEqual([
      "docs/status.md, which should say how far ferry is, is not there.",
    ]);
    expect(report("docs/status.md").remarks).toEqual([]);
  });
});
