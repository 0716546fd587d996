import { describe, expect, it } from "@jest/globals";
import { declarationsOf, edges, placeFaults, readFiles, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

const task = (...lines: readonly string[]): string => `---\n${lines.join("\n")}\n---\n\n## Description\n\nText.\n`;
const seats = task("id: task-1", "title: Seats", "status: Done", "dependencies: []");

describe("a folder of tasks", () => {
  it.each([
    ["on one line", ["dependencies: [task-1, task-2]"]],
    ["quoted", ["dependencies: ['task-1', \"task-2\"]"]],
    ["one a line", ["dependencies:", "  - task-1", "  - task-2"]],
    ["not indented", ["dependencies:", "- task-1", "- task-2"]],
    ["in capitals", ["dependencies: [TASK-1, TASK-2]"]],
    ["as numbers", ["dependencies: [1, 2]"]],
    ["under another name", ["depends_on: [task-1, task-2]"]],
  ])("is one plan, with dependencies %s", (_, dependencies) => {
    const plan = readFiles({
      "task-1 - Seats.md": seats,
      "task-2 - Prices.md": task("id: task-2", "title: Prices", "status: To Do", "dependencies: [task-1]"),
      "task-3 - Sale.md": task("id: task-3", "title: Sale", "status: To Do", ...dependencies),
    });
    expect(edges(plan)).toEqual({ "task-1": [], "task-2": ["task-1"], "task-3": ["task-1", "task-2"] });
  });

  it("tells of tasks that are not there", () => {
    const plan = readMarkdown(task("id: task-3", "title: Sale", "dependencies: [task-9]"));
    expect(stated(plan)).toEqual({ "task-3": { title: "Sale", unresolved: ["task-9"] } });
    expect([...plan.phases.values()][0]!.unresolved[0]!.reason).toBe("unknown-phase");
  });

  it("puts a part below its task", () => {
    const plan = readFiles({
      "task-1.md": seats,
      "task-1.1.md": task("id: task-1.1", "title: Rows", "status: Done", "parent_task_id: task-1"),
    });
    expect(Object.keys(stated(plan))).toEqual(["task-1"]);
  });
});

describe("what front matter says of a task", () => {
  const one = (...lines: readonly string[]): unknown =>
    stated(readMarkdown(task("id: BACK-7", "dependencies: []", ...lines)))["BACK-7"];

  it.each([
    [["title: Seats"], { title: "Seats" }],
    [['title: "Seats: upper deck"'], { title: "Seats: upper deck" }],
    [["title: 'It''s'"], { title: "It's" }],
    [["title: >-", "  Seats and", "  prices"], { title: "Seats and prices" }],
    [["status: Done"], { status: "done" }],
    [["status: In Progress"], { status: "in-progress" }],
    [["status: To Do"], { status: "not-started" }],
    [["status:"], {}],
    [["estimate: 2w"], { weeks: 2 }],
    [["tier: 2"], { tier: 2 }],
    [["priority: high", "labels: [a, b]", "ordinal: 1000", "created_date: '2026-01-05 10:00'"], {}],
  ])("%j", (lines, expected) => {
    expect(one(...lines)).toEqual(expected);
  });

  it("stands where it stands", () => {
    for (const text of [seats, seats.replaceAll("\n", "\r\n"), `\uFEFF${seats}`]) {
      const { places, statusPlace } = [...readMarkdown(text).phases.values()][0]!;
      expect([textAt(text, places[0]!), textAt(text, statusPlace!)]).toEqual(["task-1", "Done"]);
      expect(placeFaults(declarationsOf(text), text)).toEqual([]);
    }
  });

  it("counts the boxes of its criteria, and no item inside", () => {
    const plan = readMarkdown(`${seats}\n### Phase 1: Rows\n\n- [x] Numbered\n- [ ] Phase 2: Painted (1 week)\n`);
    expect([...plan.phases.values()].map(({ id, children }) => [id, children])).toEqual([
      ["task-1", { count: 2, done: 1 }],
    ]);
  });
});

describe("front matter that is no task", () => {
  it.each([
    ["of a page", ["id: intro", "title: Ferries", "status: draft"]],
    ["of a numbered page", ["id: page-2", "title: Ferries", "status: draft"]],
    ["of a post", ["title: Ferries", "status: draft", "date: 2026-01-05"]],
    ["of a page that needs libraries", ["id: lesson-3", "title: Charts", "dependencies: [plotting]"]],
    ["of a task without anything planned", ["id: task-3", "title: Sale", "assignee: [ann]"]],
    ["with a number for an id", ["id: 12", "title: Sale", "status: Done"]],
    ["with an id that is a list", ["id: [task-1]", "title: Sale", "status: Done"]],
    ["that is a list", ["- id: task-1", "- status: Done"]],
  ])("%s", (_, lines) => {
    expect(declarationsOf(task(...lines))).toEqual([]);
  });

  it("leaves the rest of the page to be read", () => {
    const text = `${task("id: intro", "status: draft")}\n## Phase 1: Seats\n\n**Duration:** 2 weeks\n`;
    expect(stated(readMarkdown(text))).toEqual({ "1": { title: "Seats", weeks: 2 } });
  });
});

describe("front matter built to hurt", () => {
  it.each([
    ["broken", ["status: [Done"]],
    ["nested deeply", [`status: ${"[".repeat(9000)}`]],
    ["with a key twice", ["status: Done", "status: To Do"]],
  ])("%s, is said not to be read", (_, lines) => {
    const { phases, notices } = readMarkdown(task("id: task-1", "title: Seats", ...lines));
    expect(phases.size).toBe(0);
    expect(notices.map(({ message }) => message)).toEqual(["This front matter of a task is not readable as YAML."]);
  });

  it("does not follow aliases", () => {
    const text = task(
      "id: task-1",
      "title: &t Seats",
      "status: Done",
      "dependencies: []",
      "tier: *t",
      "x: &x [*t, *t]",
    );
    expect(stated(readMarkdown(text))).toEqual({ "task-1": { title: "Seats", status: "done" } });
  });

  it("is not read when it is longer than anybody's", () => {
    expect(declarationsOf(task("id: task-1", "title: Seats", "status: Done", `notes: ${"x".repeat(20_000)}`))).toEqual(
      [],
    );
  });
});
