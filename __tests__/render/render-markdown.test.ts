import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Nodes } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { renderMarkdown } from "../../src/render/render-markdown.js";
import type { MarkdownOptions } from "../../src/render/render.js";
import { findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";
import { GOLDEN_CASES } from "./golden-cases.js";

const PLAIN: MarkdownOptions = { budget: "comment", version: "1.0.0", links: null, rulesUrl: null, detailsUrl: null };
const LINKED: MarkdownOptions = {
  ...PLAIN,
  links: { repositoryUrl: "https://github.com/octo/plans", headSha: "a".repeat(40), baseSha: "b".repeat(40) },
  rulesUrl: "https://github.com/octo/gate/blob/main/docs/rules",
};
const firstLine = (text: string): string => text.slice(0, text.indexOf("\n"));
const PHASES = [
  { id: "1", title: "One", weeks: 3.5 },
  { id: "2", title: "Two", weeks: 4, dependsOn: ["1"] },
];

function* nodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* nodes(child);
}
const parse = (markdown: string) => [...nodes(remark().use(remarkGfm).parse(markdown))];

describe("the first line", () => {
  it.each([
    ["red", "### ❌ Plan gate failed: 2 errors, 1 warning, 1 notice · critical path 72 → 75 weeks (+3)"],
    ["green", "### ✅ Plan gate passed with 1 notice · critical path 72 weeks (unchanged)"],
    ["first-run", "### ✅ Plan gate passed · critical path 72 weeks"],
    ["cycle", "### ❌ Plan gate failed: 1 error · critical path ≥ 72 weeks"],
    ["missing-durations", "### ✅ Plan gate passed with 1 warning · critical path ≥ 22 weeks"],
    ["no-durations", "### ❌ Plan gate failed: 1 error · no durations stated, so no weeks"],
    ["all-done", "### ✅ Plan gate passed · nothing left"],
  ])("of %s is the verdict", (name, expected) => {
    expect(firstLine(renderMarkdown(GOLDEN_CASES[name]!(), PLAIN))).toBe(expected);
  });

  it("counts the plans when there are several, and names each further down", () => {
    const plans = ["a.md", "b.md"].map((name) => planOf(PHASES, { name }));
    const markdown = renderMarkdown(reportOf({ plans }), PLAIN);
    expect(firstLine(markdown)).toBe("### ✅ Plan gate passed · 2 plans");
    expect(markdown).toContain("#### b.md: critical path 7.5 weeks");
  });

  it("stands alone, with the footer, when no plan was touched", () => {
    expect(renderMarkdown(reportOf(), PLAIN)).toBe(
      "### ✅ Plan gate passed\n\n<sub>plan-gate 1.0.0 · judged as of 2026-11-22</sub>\n",
    );
  });
});

describe("links", () => {
  const finding = findingOf({
    ruleId: "some-rule",
    message: "m",
    place: placeAt(3, { path: "my docs/a (b).md", endLine: 5, endColumn: 4 }),
    related: [{ place: placeAt(9, { revision: "base" }), message: "was" }],
  });

  it("lead to the lines at the revision they were read from, and to the rule's page", () => {
    const urls = parse(renderMarkdown(reportOf({ findings: [finding] }), LINKED)).flatMap((node) =>
      node.type === "link" ? [node.url] : [],
    );
    expect(urls).toEqual([
      `https://github.com/octo/plans/blob/${"a".repeat(40)}/my%20docs/a%20%28b%29.md?plain=1#L3-L5`,
      "https://github.com/octo/gate/blob/main/docs/rules/some-rule.md",
      `https://github.com/octo/plans/blob/${"b".repeat(40)}/docs/plan.md?plain=1#L9`,
      `https://github.com/octo/plans/commit/${"a".repeat(40)}`,
      `https://github.com/octo/plans/commit/${"b".repeat(40)}`,
    ]);
  });

  it("are plain code when nobody says where the files are", () => {
    const markdown = renderMarkdown(reportOf({ findings: [finding] }), PLAIN);
    expect(markdown).toContain("`my docs/a (b).md:3` · `some-rule`");
    expect(markdown).toContain("was: `docs/plan.md:9` (in base)");
    expect(markdown).not.toContain("](");
  });
});

describe("what blocks", () => {
  const warning = findingOf({ ruleId: "r", severity: "warning", message: "careful" });

  it("follows `fail-on` and `gate`", () => {
    const blocking = { outcome: "fail", failOn: "warning" } as const;
    expect(renderMarkdown(reportOf({ findings: [warning], verdict: blocking }), PLAIN)).toContain(
      "#### 1 warning blocks this change",
    );
    expect(renderMarkdown(reportOf({ findings: [warning] }), PLAIN)).not.toContain("block");
    const old = { ...warning, isNew: false };
    expect(renderMarkdown(reportOf({ findings: [old] }), PLAIN)).toContain("1 finding already on base (not counted)");
    expect(renderMarkdown(reportOf({ findings: [old], verdict: { gate: "all" } }), PLAIN)).not.toContain(
      "already on base",
    );
  });
});

describe("the budget", () => {
  it("holds whatever comes, and keeps verdict and errors to the last", () => {
    const severities = fc.constantFrom("error", "warning", "notice");
    const counts = fc.tuple(fc.nat(400), severities, fc.integer({ min: 1, max: 3000 }), fc.nat(200), fc.nat(300));
    fc.assert(
      fc.property(counts, ([count, severity, length, phases, plans]) => {
        const findings = Array.from({ length: count }, (_, index) =>
          findingOf({ ruleId: "r", severity, message: "<|@#".repeat(length), place: placeAt(index + 1) }),
        );
        const plan = planOf(
          Array.from({ length: phases }, (_, index) => ({ id: `${index}`, title: "é<".repeat(40), weeks: 1 })),
        );
        const report = reportOf({ findings, plans: Array.from({ length: plans }, () => plan) });
        const markdown = renderMarkdown(report, {
          ...LINKED,
          detailsUrl: "https://github.com/octo/plans/actions/runs/1",
        });
        expect(markdown.length).toBeLessThanOrEqual(60_000);
        expect(firstLine(markdown)).toContain(report.verdict.outcome === "fail" ? "failed" : "passed");
        expect(markdown).toMatch(/judged as of 2026-11-22<\/sub>\n$/);
        if (severity === "error" && count > 0) expect(markdown).toContain("❌ **Error:**");
        const opened = markdown.match(/^<details/gm)?.length ?? 0;
        expect(markdown.match(/^<\/details>/gm)?.length ?? 0).toBe(opened);
      }),
      { numRuns: 25 },
    );
  });

  it("leaves out what matters less before anything that matters more, and keeps the counts", () => {
    const many = fc.record({ errors: fc.nat(120), warnings: fc.nat(400), notices: fc.nat(400), length: fc.nat(2000) });
    fc.assert(
      fc.property(many, ({ errors, warnings, notices, length }) => {
        const some = (count: number, severity: "error" | "warning" | "notice") =>
          Array.from({ length: count }, (_, index) =>
            findingOf({
              ruleId: "r",
              severity,
              message: `${severity} ${"x ".repeat(length)}`,
              place: placeAt(index + 1),
            }),
          );
        const findings = [...some(errors, "error"), ...some(warnings, "warning"), ...some(notices, "notice")];
        const report = reportOf({ findings });
        const markdown = renderMarkdown(report, PLAIN);
        expect(markdown.length).toBeLessThanOrEqual(60_000);
        if (errors > 0) expect(firstLine(markdown)).toContain(`${errors} error`);
        if (warnings > 0) expect(firstLine(markdown)).toContain(`${warnings} warning`);
        const shown = (severity: string) => markdown.split(`${severity} x`).length - 1;
        if (length === 0) return;
        if (shown("warning") > 0) expect(shown("error")).toBe(errors);
        if (shown("notice") > 0) expect(shown("warning")).toBe(warnings);
        if (errors > 0) expect(shown("error")).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it("says what is missing and where to find it", () => {
    const options = { ...LINKED, detailsUrl: "https://github.com/octo/plans/actions/runs/1" };
    expect(renderMarkdown(GOLDEN_CASES["over-budget"]!(), options)).toMatch(
      /_Left out .*: the flowchart, .*the totals, the tiers, 60 of 60 notices, .* \[The complete report is here\]\(https/,
    );
  });

  it("counts bytes in a summary", () => {
    const findings = Array.from({ length: 3000 }, (_, index) =>
      findingOf({ ruleId: "r", message: "中".repeat(500), place: placeAt(index + 1) }),
    );
    const bytes = new TextEncoder().encode(renderMarkdown(reportOf({ findings }), { ...PLAIN, budget: "summary" }));
    expect(bytes.length).toBeLessThanOrEqual(900 * 1024);
    expect(bytes.length).toBeGreaterThan(800 * 1024);
  });
});

describe("hostile plans", () => {
  const links = (name: string, options: MarkdownOptions) =>
    parse(renderMarkdown(GOLDEN_CASES[name]!(), options)).flatMap((node) => (node.type === "link" ? [node.url] : []));

  it.each(["comment", "summary"] as const)("add no link, image or tag to a %s", (budget) => {
    const all = parse(renderMarkdown(GOLDEN_CASES["hostile"]!(), { ...LINKED, budget }));
    const tags = all.flatMap((node) => (node.type === "html" ? node.value.split("\n") : []));
    expect(
      all.some((node) => node.type === "image" || node.type === "imageReference" || node.type === "linkReference"),
    ).toBe(false);
    expect(
      tags.filter((tag) => !/^(<br>|<\/?sub>|<details( open)?>|<summary>[^<@]*<\/summary>|<\/details>)$/.test(tag)),
    ).toEqual([]);
    expect(
      links("hostile", { ...LINKED, budget }).filter((url) => !url.startsWith("https://github.com/octo/")),
    ).toEqual([]);
  });

  it.each(["comment", "summary"] as const)("cannot plant a marker or a runner command in a %s", (budget) => {
    const markdown = renderMarkdown(GOLDEN_CASES["hostile"]!(), { ...LINKED, budget });
    expect(markdown).not.toMatch(/<!--|##\[|^\s*::/m);
  });
});
