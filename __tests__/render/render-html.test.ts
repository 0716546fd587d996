import { describe, expect, test } from "@jest/globals";
import { checkPlans } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import type { PageData } from "../../src/model/page-data.js";
import { renderHtml } from "../../src/render/render-html.js";
import { hostileTitles } from "../e2e/hostile-titles.js";

const TEMPLATE = "<script>__PLAN_GATE_DATA__</script>";

const document = (text: string) => [{ path: "docs/PLAN.md", text }];

function page(head: string, base: string | null = null, template = TEMPLATE): string {
  const { report, plans } = checkPlans({
    plans: [{ name: "Ferry", head: document(head), base: base === null ? null : document(base) }],
    config: defaults,
    today: "2026-11-22",
    remarks: ["first run"],
  });
  return renderHtml(report, plans, { template, version: "1.2.3", rulesUrl: "https://rules.test" });
}

const dataOf = (html: string): PageData => JSON.parse(/<script>(.*)<\/script>/s.exec(html)![1]!) as PageData;

const HEAD = `
## Phase 1: Pier

**Duration:** 2-3 weeks
**Status:** done

## Phase 2: Ramp

**Depends on:** Phase 1 ✅
**Duration:** 4 weeks
**Status:** 50%
**Tier:** 2

## Phase 3: Radio

**Depends on:** Phase 2
`;

describe("the data of a page", () => {
  const data = dataOf(page(HEAD, HEAD.replace("4 weeks", "3 weeks").replace("Radio", "Horn")));

  test("is what was decided", () => {
    expect(data).toMatchObject({
      version: "1.2.3",
      rulesUrl: "https://rules.test",
      outcome: "pass",
      asOf: "2026-11-22",
      remarks: ["first run"],
      otherFindings: [],
    });
    expect(data.headline).toMatch(/^Plan gate passed/);
  });

  test("is what the schedule is computed from, short", () => {
    const [{ head }] = data.plans as [PageData["plans"][number]];
    expect(head.phases).toEqual([
      {
        id: "1",
        label: "Phase 1",
        title: "Pier",
        status: "done",
        path: "docs/PLAN.md",
        line: 2,
        duration: { low: 2, high: 3, weeks: 3 },
        remainingWeeks: 0,
      },
      {
        id: "2",
        label: "Phase 2",
        title: "Ramp",
        status: "in-progress",
        path: "docs/PLAN.md",
        line: 7,
        duration: { low: 4, high: 4, weeks: 4 },
        remainingWeeks: 2,
        progressPercent: 50,
        tier: { number: 2 },
        dependsOn: [0],
        met: [0],
      },
      { id: "3", label: "Phase 3", title: "Radio", status: "unknown", path: "docs/PLAN.md", line: 14, dependsOn: [1] },
    ]);
  });

  test("has base, and what the change does in words", () => {
    const [{ base, changes }] = data.plans as [PageData["plans"][number]];
    expect(base!.phases[1]!.duration).toEqual({ low: 3, high: 3, weeks: 3 });
    expect(changes).toEqual([
      [1, "duration 3 weeks → 4 weeks"],
      [2, "renamed: Horn → Radio"],
    ]);
  });
});

test("findings name their phases by number, and their place", () => {
  const plan = "## Phase 1: Pier\n\n**Depends on:** Phase 2\n\n## Phase 2: Ramp\n\n**Depends on:** Phase 1\n";
  const { findings } = dataOf(page(plan)).plans[0]!;
  expect(findings.find(({ ruleId }) => ruleId === "dependency-cycle")).toMatchObject({
    severity: "error",
    path: "docs/PLAN.md",
    line: 3,
    phases: [0, 1],
    isNew: true,
    waivedBy: null,
  });
});

test("no title ends the element that the data stand in", () => {
  const plan = hostileTitles.map((title, index) => `## Phase ${index + 1}: ${title}\n`).join("\n");
  const html = page(plan);
  expect(html.match(/</g)).toHaveLength(2);
  const titles = dataOf(html).plans[0]!.head.phases.map(({ title }) => title);
  expect(titles.some((title) => title.includes("<script>"))).toBe(true);
  expect(titles.join("")).not.toMatch(/[\p{Cf}\p{Cc}]/u);
});

test("dollar signs of a plan stay what they are", () => {
  expect(dataOf(page("## Phase 1: $& $1 $$\n\n**Duration:** 1 week\n")).plans[0]!.head.phases[0]!.title).toBe(
    "$& $1 $$",
  );
});

test.each(["no mark", `${TEMPLATE}${TEMPLATE}`])("a template needs one mark: %s", (template) => {
  expect(() => page(HEAD, null, template)).toThrow("not exactly one");
});
