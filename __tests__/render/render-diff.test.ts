import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { diffPlans } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { diffRenderers } from "../../src/render/index.js";
import { diffJsonSchema } from "../../scripts/diff-schema.js";

const table = (...rows: readonly string[]): string =>
  [
    "# Plan",
    "",
    "| Phase | Name | Tier | Depends on | Duration | Status |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
const BEFORE = table(
  "| 1 | Quay | 0 | none | 3 weeks | done |",
  "| 2 | Import | 1 | 1 | 1 week | |",
  "| 3 | Bar | 1 | 1 | 2 weeks | |",
);
const AFTER = table(
  "| 1 | Quay | 0 | none | 3 weeks | done |",
  "| 2 | Import | 1 | 1 | 4 weeks | |",
  "| 4 | Radar | 2 | 2 | 2 weeks | |",
);

const plan = (base: string | null, head: string | null, name = "docs/PLAN.md") => {
  const documents = (text: string | null) => (text === null ? [] : [{ path: "docs/PLAN.md", text }]);
  return { name, head: documents(head), base: base === null ? null : documents(base) };
};
const difference = (...plans: ReturnType<typeof plan>[]) =>
  diffPlans({ plans, config: defaults, today: "2026-11-22", base: "main", head: "HEAD", remarks: [] });
const shown = (format: keyof typeof diffRenderers, ...plans: ReturnType<typeof plan>[]) =>
  diffRenderers[format](difference(...plans), { color: false, width: 100 });

describe("a difference as text", () => {
  it("says what was edited, what follows, and the totals", () => {
    expect(shown("text", plan(BEFORE, AFTER))).toBe(`main → HEAD

docs/PLAN.md: 3 changes, critical path 2 → 6 weeks (+4)
  ~ Phase 2: duration 1 week → 4 weeks
  + Phase 4: added
  - Phase 3: removed

  What follows  Computed tier  Weeks from now  Critical
  Phase 2       1              1 → 1–4         – → critical

  Weeks                              whole       left
  One phase after the other          6 → 9 (+3)  3 → 6 (+3)
  Tier by tier, as declared          5 → 9 (+4)  2 → 6 (+4)
  Tier by tier, as computed          5 → 9 (+4)  2 → 6 (+4)
  Tier 0 first, then dependencies    5 → 9 (+4)  2 → 6 (+4)
  Dependencies only (critical path)  5 → 9 (+4)  2 → 6 (+4)

  Critical path was: Phase 3
  Critical path is:  Phase 2 → Phase 4
`);
  });

  it("says when nothing has changed, and which plans are new or gone", () => {
    expect(shown("text", plan(BEFORE, BEFORE))).toBe(
      "main → HEAD\n\ndocs/PLAN.md: no changes, critical path 2 weeks as before\n",
    );
    expect(shown("text", plan(null, AFTER))).toContain("docs/PLAN.md: new, with 3 phases\n");
    expect(shown("text", plan(BEFORE, null))).toContain("docs/PLAN.md: gone, with 3 phases\n  - Phase 1: removed\n");
  });

  it("lets no text steer a terminal or command a runner", () => {
    const text = shown("text", plan(BEFORE, AFTER.replace("Import", "\u001B[31m ##[error]x"), "::set-env::"));
    expect(text).not.toContain("\u001B");
    expect(text).not.toMatch(/##\[|^\s*::/m);
  });
});

describe("a difference as Markdown", () => {
  it("has a table of the phases and one of the totals", () => {
    const markdown = shown("markdown", plan(BEFORE, AFTER)).replaceAll("\u00A0", " ");
    expect(markdown).toContain("### docs/PLAN.md: 3 changes, critical path 2 → 6 weeks (+4)\n");
    expect(markdown).toContain("| Phase 2 | duration 1 week → 4 weeks | 1 | 1 → **1–4** | no → **🔴 yes** |");
    expect(markdown).toContain("| Dependencies only (critical path) | 5 → 9 (+4) | 2 → 6 (+4) |");
    expect(markdown).toContain("**Critical path:** Phase 2 → Phase 4\n");
  });
});

describe("a difference as JSON", () => {
  it("is as its schema says", () => {
    const validate = new Ajv2020({ strict: false }).compile(diffJsonSchema());
    for (const one of [plan(BEFORE, AFTER), plan(null, AFTER), plan(BEFORE, null), plan(BEFORE, BEFORE)]) {
      const json = JSON.parse(shown("json", one)) as unknown;
      validate(json);
      expect(validate.errors).toBeNull();
      expect(json).toEqual(JSON.parse(JSON.stringify(difference(one))));
    }
  });
});
