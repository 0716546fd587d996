import { describe, expect, it } from "@jest/globals";
import { declarationsOf, edges, placeFaults, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

/** Phases as spec-kit writes them, each with one task. */
const phases = (...titles: string[]): string =>
  titles.map((title, i) => `## Phase ${i + 1}: ${title}\n\n- [ ] T00${i + 1} Do part ${i + 1}\n`).join("\n");

const dependencies = (...lines: string[]): string =>
  `\n## Dependencies & Execution Order\n\n### Phase Dependencies\n\n${lines.join("\n")}\n`;

const bakery = phases(
  "Setup (Shared Infrastructure)",
  "Foundational (Blocking Prerequisites)",
  "User Story 1 - Order bread (Priority: P1) 🎯 MVP",
  "User Story 2 - Pay at the counter (Priority: P2)",
  "User Story 3 - Cancel an order (Priority: P3)",
  "Polish & Cross-Cutting Concerns",
);

const edgesOf = (...lines: string[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(edges(readMarkdown(bakery + dependencies(...lines)))).filter(([, to]) => to.length),
  );

describe("spec-kit phases and their dependency section", () => {
  it("reads the section as the template writes it", () => {
    const plan = readMarkdown(
      bakery +
        dependencies(
          "- **Setup (Phase 1)**: No dependencies - can start immediately",
          "- **Foundational (Phase 2)**: Depends on Setup completion - BLOCKS all user stories",
          "- **User Stories (Phase 3+)**: All depend on Foundational phase completion",
          "  - User stories can then proceed in parallel (if staffed)",
          "  - Or sequentially in priority order (P1 → P2 → P3)",
          "- **Polish (Final Phase)**: Depends on all desired user stories being complete",
          "",
          "### User Story Dependencies",
          "",
          "- **User Story 1 (P1)**: Can start after Foundational (Phase 2) - No dependencies on other stories",
          "- **User Story 2 (P2)**: Can start after Foundational (Phase 2) - May integrate with US1 but stays testable",
          "- **User Story 3 (P3)**: Can start after Foundational (Phase 2) - May integrate with US1/US2",
        ),
    );
    expect(edges(plan)).toEqual({ 1: [], 2: ["1"], 3: ["2"], 4: ["2"], 5: ["2"], 6: ["3", "4", "5"] });
    expect([...plan.phases.values()].flatMap(({ unresolved }) => unresolved)).toEqual([]);
    expect([...plan.phases.values()].map(({ status }) => status)).toEqual(Array(6).fill("not-started"));
  });

  it.each([
    [
      "a range on the left, with an en dash",
      "- **User Stories (Phases 3–4)**: All depend on Setup",
      { 3: ["1"], 4: ["1"] },
    ],
    ["a name on both sides", "- **Polish**: Depends on Foundational phase completion", { 6: ["2"] }],
    ["`Foundation` for `Foundational`", "- **Polish**: Requires the Foundation phase", { 6: ["2"] }],
    ["a story by its short name", "- **US2 (P2)**: Depends only on Foundational", { 4: ["2"] }],
    ["several stories", "- **US3**: Depends on US1 and User Story 2 (payments)", { 5: ["3", "4"] }],
    ["a range of stories", "- **Polish**: Depends on US1-US3", { 6: ["3", "4", "5"] }],
    ["a range of stories in words", "- **Polish**: Depends on User Stories 2-3", { 6: ["4", "5"] }],
    ["a plain entry", "- Phase 4 depends on Phase 3", { 4: ["3"] }],
    ["a story beside its phase", "- **Phase 4 (US2)**: Depends on Phase 2 completion", { 4: ["2"] }],
    ["a second sentence", "- **US3**: Depends on Foundational. Requires US1 for the basket", { 5: ["2", "3"] }],
    ["the other side", "- **Foundational (Phase 2)**: BLOCKS all user stories", { 3: ["2"], 4: ["2"], 5: ["2"] }],
    ["stories parted by a slash", "- **Polish**: Depends on US1/US2", { 6: ["3", "4"] }],
    ["the stories that a note names", "- **Polish**: Depends on core user stories (US1, US3)", { 6: ["3", "5"] }],
    ["`after` alone", "- **US3**: After US1 completes (shares its form)", { 5: ["3"] }],
    ["a completion", "- **US3**: Depends on completion of Foundational", { 5: ["2"] }],
    ["a field below", "- **User Story 3**\n  - Depends on: US2", { 5: ["4"] }],
  ])("reads %s", (_, line, expected) => {
    expect(edgesOf(line)).toEqual(expected);
  });

  it.each([
    "- **US2**: No dependencies on US1",
    "- **US2**: Does not depend on US1",
    "- **US2**: Independent of US1 at runtime",
    "- **US2**: Reuses the basket from US1; touches the US3 form",
    "- **US2**: May depend on US1",
    "- **US2**: Integrates with US1 but should be independently testable",
    "- **Tests for US2**: Depend on US1",
    "- **US2**: Can run in parallel with US1",
  ])("makes nothing of %s", (line) => {
    expect(edgesOf(line)).toEqual({});
  });

  it("stops where a clause turns to something softer", () => {
    expect(edgesOf("- **US3**: Depends on Foundational, NOT on US1")).toEqual({ 5: ["2"] });
    expect(edgesOf("- **US3**: Depends on Foundational, can integrate with US1")).toEqual({ 5: ["2"] });
    expect(edgesOf("- **US3**: Depends on Foundational; reuses the form of US2")).toEqual({ 5: ["2"] });
  });

  it("knows stories with names of their own, in another order than the phases", () => {
    const plan = readMarkdown(
      phases("Setup", "User Story SHOP-US2 - Pay", "User Story SHOP-US1 - Browse") +
        dependencies(
          "- **SHOP-US2 (Pay)**: Depends on SHOP-US1 (needs the basket)",
          "- **SHOP-US1**: Depends on Setup",
        ),
    );
    expect(edges(plan)).toEqual({ 1: [], 2: ["3"], 3: ["1"] });
  });

  it("gives no name to two phases", () => {
    const plan = readMarkdown(
      phases("Convergence", "Convergence", "Wrap-up") + dependencies("- **Wrap-up**: Depends on Convergence"),
    );
    expect(edges(plan)).toEqual({ 1: [], 2: [], 3: [] });
  });

  it("keeps a phase about dependencies a phase", () => {
    const plan = readMarkdown(
      phases("Setup", "Dependency injection") + dependencies("- **Phase 2**: Depends on Setup"),
    );
    expect(edges(plan)).toEqual({ 1: [], 2: ["1"] });
    expect(plan.phases.get([...plan.phases.keys()][1]!)!.children).toEqual({ count: 1, done: 0 });
  });

  it("says where each dependency stands", () => {
    const text = bakery + dependencies("- **Polish (Final Phase)**: Depends on `US2` being complete");
    const plan = readMarkdown(text);
    const [dependency] = [...plan.phases.values()][5]!.dependsOn;
    expect(textAt(text, dependency!.place)).toBe("US2");
    expect(placeFaults(plan, text)).toEqual([]);
  });
});

describe("spec-kit tasks", () => {
  it("are what is scheduled where only they have dependencies", () => {
    const plan = readMarkdown(
      [
        "## Phase 1: Oven",
        "",
        "- [x] T001 [P] Buy the oven",
        "- [ ] T002 [P] [US1] connect the oven (depends on T001)",
        "- [ ] T003 Bake a loaf in `oven/`. Depends on T001, T002.",
        "- [ ] T004 [US1] Install flour (dependencies: wheat, rye)",
      ].join("\n"),
    );
    expect(stated(plan)).toEqual({
      T001: { title: "Buy the oven", status: "done" },
      T002: { title: "connect the oven", dependsOn: ["T001"], status: "not-started" },
      T003: {
        title: "Bake a loaf in oven/. Depends on T001, T002.",
        dependsOn: ["T001", "T002"],
        status: "not-started",
      },
      T004: { title: "Install flour (dependencies: wheat, rye)", status: "not-started" },
    });
  });

  it("roll up into their phase", () => {
    const plan = readMarkdown(
      "## Phase 1: Setup\n\n- [x] T001 Mix\n- [ ] T002 Knead\n\n## Phase 2: Oven\n\n- [X] T003 Heat\n" +
        dependencies("- **Phase 2**: Depends on Phase 1"),
    );
    expect([...plan.phases.values()].map(({ status, children }) => ({ status, children }))).toEqual([
      { status: "in-progress", children: { count: 2, done: 1 } },
      { status: "done", children: { count: 1, done: 1 } },
    ]);
  });

  it("may wait for one another in a dependency section", () => {
    const plan = readMarkdown(
      "## Phase 1: All\n\n- [ ] T001 Mix\n- [ ] T002 Bake\n\n## Dependencies\n\n- T001 blocks T002\n",
    );
    expect(edges(plan)).toEqual({ T001: [], T002: ["T001"] });
  });
});

it("does not multiply the lines of a document by its phases", () => {
  const stories = Array.from({ length: 300 }, (_, i) => `User Story ${i + 1} - More`);
  const plan = readMarkdown(
    phases(...stories) + dependencies(...stories.map(() => "- **User Stories**: Depends on all user stories")),
  );
  expect(plan.phases.size).toBe(300);
  expect([...plan.phases.values()].every(({ dependsOn }) => dependsOn.length === 0)).toBe(true);
});

it("leaves other documents alone", () => {
  const text = "## Phase 1: Setup\n\nText.\n\n## Phase 2: More\n" + dependencies("- **Phase 2**: Depends on Setup");
  expect(declarationsOf(text).filter((one) => one.kind === "item" && one.dialect === "spec-kit")).toEqual([]);
});
