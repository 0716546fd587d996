import { describe, expect, it } from "@jest/globals";
import { renderMarkdown } from "../../src/render/render-markdown.js";
import { renderText } from "../../src/render/render-text.js";
import { columnsOf } from "../../src/render/shared/text-cells.js";
import { findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";
import { GOLDEN_CASES } from "./golden-cases.js";

const COLOUR = new RegExp(String.raw`\u001B\[[\d;]+m`, "g");

describe("renderText", () => {
  it.each(Object.keys(GOLDEN_CASES))("says the same of %s with and without colour", (name) => {
    const report = GOLDEN_CASES[name]!();
    const colored = renderText(report, { color: true, width: 80 });
    expect(colored).toMatch(COLOUR);
    expect(colored.replace(COLOUR, "")).toBe(renderText(report, { color: false, width: 80 }));
  });

  it.each(Object.keys(GOLDEN_CASES))("of %s can neither steer a terminal nor command a runner", (name) => {
    const text = renderText(GOLDEN_CASES[name]!(), { color: false, width: 60 });
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(text).not.toMatch(/##\[|^\s*::/m);
  });

  it("when quiet shows what makes the report fail, and nothing when it passes", () => {
    const findings = [
      findingOf({ ruleId: "tier-zero", message: "early", severity: "warning" }),
      findingOf({ ruleId: "unknown-dependency", message: "lost" }),
    ];
    const quiet = { color: false, width: 100, quiet: true };
    expect(renderText(reportOf({ findings }), quiet)).toBe(
      [
        "✖ Plan gate failed: 1 error, 1 warning",
        "",
        "docs/plan.md",
        "  1:1      error    lost",
        "                    unknown-dependency\n",
      ].join("\n"),
    );
    expect(renderText(reportOf({ findings: findings.slice(0, 1) }), quiet)).toBe("");
  });

  it("stays within the width, words longer than a line aside", () => {
    const finding = findingOf({ ruleId: "r", message: "中文 words ".repeat(30), place: placeAt(1) });
    const text = renderText(reportOf({ findings: [finding] }), { color: false, width: 50 });
    expect(Math.max(...text.split("\n").map(columnsOf))).toBeLessThanOrEqual(50);
  });

  it("shows what is accepted in a part of its own: by whom, until when, why", () => {
    const findings = [findingOf({ ruleId: "tier-zero", message: "late", severity: "warning", waivedBy: "Kim" })];
    const row = { finding: findings[0]!.fingerprint, owner: "Kim", reason: "agreed", expires: "2026-12-01" };
    const shown = (daysLeft: number) =>
      renderText(reportOf({ findings, accepted: [{ ...row, daysLeft }] }), { color: false, width: 100 });
    expect(shown(9)).toContain(
      [
        "Accepted, not counted: 1 finding",
        "  warning: late (docs/plan.md:1, tier-zero)",
        "    accepted by Kim until 2026-12-01 (9 days left): agreed\n",
      ].join("\n"),
    );
    expect(shown(0)).toContain("(its last day): agreed");
  });

  it("says first who has opened the gate, and when", () => {
    const override = { label: "go\u001B[31m", by: "bob", at: "2026-11-22T10:05:09Z" };
    const report = reportOf({
      findings: [findingOf({ ruleId: "r", message: "m" })],
      verdict: { outcome: "pass", override },
    });
    expect(renderText(report, { color: false, width: 100 })).toMatch(
      /^✔ Plan gate opened by the label “go\S*” \(set by bob on 2026-11-22 10:05 UTC\) in spite of 1 error\n/,
    );
    const options = { budget: "comment", version: "1", links: null, rulesUrl: null, detailsUrl: null } as const;
    const markdown = renderMarkdown(
      { ...report, verdict: { ...report.verdict, override: { ...override, label: "<b>@x" } } },
      options,
    );
    expect(markdown).toMatch(/^### ⚠️ Plan gate opened by the label “&lt;b&gt;@\S?x”/);
    expect(markdown).toContain("#### 1 error would block this change");
  });

  it("tells what the team can do, where it says how many they are", () => {
    const row = { agents: 2, weeks: 9, lowerBound: 8, proven: false };
    const plan = planOf([{ id: "1", title: "Pier", weeks: 8 }]);
    const line = (team: typeof row) =>
      renderText(reportOf({ plans: [{ ...plan, team }] }), { color: false, width: 100 }).split("\n")[1];
    expect(line(row)).toBe("  critical path 8 weeks, with 2 agents: 9 weeks (not below 8)");
    expect(line({ ...row, weeks: 8, proven: true })).toBe(
      "  critical path 8 weeks, with 2 agents: 8 weeks (proven best)",
    );
  });

  it("groups findings by file, in the order given", () => {
    const at = (path: string, line: number) =>
      findingOf({ ruleId: "r", message: `${path} ${line}`, place: placeAt(line, { path }) });
    const text = renderText(reportOf({ findings: [at("a.md", 1), at("b.md", 2), at("a.md", 3)] }), {
      color: false,
      width: 80,
    });
    expect(text.match(/^[ab]\.md$/gm)).toEqual(["a.md", "b.md"]);
    expect(text.indexOf("a.md 3")).toBeLessThan(text.indexOf("b.md 2"));
  });
});
