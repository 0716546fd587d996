import { describe, expect, it } from "@jest/globals";
import { placeFaults, readMarkdown, stated, textAt, wordFaults } from "../kit/read-markdown.js";

describe("entries that are phases", () => {
  it.each([
    [
      "check boxes",
      "- [x] **Phase 1: Base** - the start\n- [ ] **Phase 2: Next** (depends on Phase 1)\n",
      {
        1: { title: "Base - the start", status: "done" },
        2: { title: "Next", dependsOn: ["1"], status: "not-started" },
      },
    ],
    [
      "tasks with notes behind",
      "- [x] T001 [P] Set up\n- [ ] T002 [US1] Record (depends on T001)\n- [ ] T003 Show (depends on T001, T002) in x.ts\n",
      {
        T001: { title: "Set up", status: "done" },
        T002: { title: "[US1] Record", dependsOn: ["T001"], status: "not-started" },
        T003: { title: "Show", dependsOn: ["T001", "T002"], status: "not-started" },
      },
    ],
    [
      "a mark and a requirement",
      "- Phase 8: Base ✅ Complete\n- Phase 19: Match - ⏳ Unassigned (requires Phase 8 done)\n",
      { 8: { title: "Base", status: "done" }, 19: { title: "Match", dependsOn: ["8"], status: "not-started" } },
    ],
    [
      "fields nested below",
      "- [ ] Phase 1: Base\n- [ ] Phase 2: Next\n  - **Depends on:** Phase 1\n  - **Duration:** 2 weeks\n  - Status: in progress\n",
      {
        1: { title: "Base", status: "not-started" },
        2: { title: "Next", dependsOn: ["1"], weeks: 2, status: "in-progress" },
      },
    ],
    [
      "fields on the lines below",
      "- [ ] Phase 1: Base\n- [ ] Phase 2: Next\n  **Depends on:** Phase 1\n  **Duration:** 2 weeks\n",
      {
        1: { title: "Base", status: "not-started" },
        2: { title: "Next", dependsOn: ["1"], weeks: 2, status: "not-started" },
      },
    ],
    [
      "a list of values below a field",
      "- [ ] Phase 1: Base\n- [ ] Phase 2: Next\n- [ ] Phase 3: Last\n  - Dependencies:\n    - Phase 1\n    - Phase 2\n",
      {
        1: { title: "Base", status: "not-started" },
        2: { title: "Next", status: "not-started" },
        3: { title: "Last", dependsOn: ["1", "2"], status: "not-started" },
      },
    ],
  ])("%s", (_, text, expected) => {
    for (const written of [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`]) {
      const plan = readMarkdown(written);
      expect(stated(plan)).toEqual(expected);
      expect(placeFaults(plan, written)).toEqual([]);
      expect(wordFaults(plan, written)).toEqual([]);
    }
  });

  it("stand where they stand", () => {
    const text = "Intro.\n\n* [ ] Phase 1: Base\n* [X] **Phase 2: Next** (after Phase 1)\n";
    const second = [...readMarkdown(text).phases.values()][1]!;
    expect(second.dependsOn[0]!.place).toMatchObject({ line: 4, column: 32 });
    expect(textAt(text, second.dependsOn[0]!.place)).toBe("Phase 1");
    expect(textAt(text, second.statusPlace!)).toBe("[X]");
  });
});

describe("lines that report on a phase defined elsewhere", () => {
  const plan = (line: string): string => `## Phase 15: Reservations\n\n## Log\n\n${line}\n`;
  it.each([
    ["- **Seat Map Subsystem (Phase 15):** ✅ 100% (4/4 sections)", { status: "done", progress: 100 }],
    ["**Phase 15 Status (updated 2026-01-06):** ✅ complete", { status: "done" }],
    ["- Phase 15 Status: 60%", { status: "in-progress", progress: 60 }],
    ["Week 1-4: Phase 15", { window: "1-4", weeks: 4 }],
    ["- **Week 3**: Phase 15", { window: "3-3", weeks: 1 }],
  ])("%s", (line, expected) => {
    expect(stated(readMarkdown(plan(line)))[15]).toEqual({ title: "Reservations", ...expected });
  });

  it("bring none into being", () => {
    expect(stated(readMarkdown("Phase 15 Status: done\n\nWeek 1-4: Phase 16\n"))).toEqual({});
  });
});

describe("lists that hold no plan", () => {
  it.each([
    ["prose", "- Phase 1 was hard\n- in Phase 2 we rest\n- after Phase 3, celebrate\n"],
    ["bare names", "- Phase 1: Base\n- Phase 2: Next\n"],
    ["how-tos", "1. Clone the repository\n2. Run `npm install`\n3. Step 3: enjoy\n"],
    ["requirements", "- REQ-1: The system shall hold\n- REQ-2: It shall not fall\n"],
    ["pricing", "- Tier 1: free\n- Tier 2: 10 $\n"],
    ["notes on ranges", "- Phases 1-3: all about the base ✅\n"],
    ["boxes without ids", "- [ ] Write tests\n- [x] Ship it\n"],
  ])("%s", (_, text) => {
    expect(stated(readMarkdown(`# Plan\n\n${text}`))).toEqual({});
  });
});

it("reads an entry that goes on in the next line", () => {
  expect(stated(readMarkdown("- T-1: Moor the ferry\nat the pier\n\n## T-1\n\n**Duration:** 1 week\n"))).toMatchObject({
    "T-1": { weeks: 1 },
  });
});
