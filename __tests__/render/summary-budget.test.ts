import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { renderMarkdown } from "../../src/render/render-markdown.js";
import { findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";

const MOST_BYTES = 900 * 1024;

const OPTIONS = { budget: "summary", version: "1.0.0", links: null, rulesUrl: null, detailsUrl: null } as const;

/** Characters of one to four bytes, some of which are written longer in Markdown than in a plan. */
const title = fc.string({
  unit: fc.constantFrom("a", "é", "渡", "🛳️", "&", "|", "`", "<", " "),
  minLength: 1,
  maxLength: 300,
  size: "max",
});

const report = fc
  .record({
    titles: fc.array(title, { minLength: 1, maxLength: 6 }),
    findings: fc.integer({ min: 0, max: 3000 }),
    plans: fc.integer({ min: 1, max: 60 }),
    remarks: fc.array(title, { maxLength: 3 }),
    severity: fc.constantFrom("error", "warning", "notice"),
    known: fc.boolean(),
  })
  .map(({ titles, findings, plans, remarks, severity, known }) => {
    const text = (index: number) => titles[index % titles.length]!;
    const plan = planOf(
      Array.from({ length: 12 }, (_, index) => ({
        id: String(index + 1),
        title: text(index),
        weeks: index + 1,
        ...(index > 0 && { dependsOn: [String(index)] }),
      })),
    );
    return reportOf({
      plans: Array.from({ length: plans }, (_, index) => ({ ...plan, name: `${index} ${text(index)}` })),
      remarks,
      findings: Array.from({ length: findings }, (_, index) =>
        findingOf({
          ruleId: "r",
          message: text(index).repeat(3),
          severity: severity,
          isNew: !known || index % 2 === 0,
          place: placeAt(index + 1, { path: `docs/${text(index)}.md` }),
          fix: {
            title: text(index + 1),
            safety: "safe",
            edits: [],
            diff: [{ path: "docs/plan.md", line: 1, before: text(index), after: text(index + 1) }],
          },
        }),
      ),
    });
  });

/** How deep in details and code a reader would be at the end of the text. */
function openAtEnd(markdown: string): { details: number; fence: string | null } {
  let fence: string | null = null;
  let details = 0;
  for (const line of markdown.split("\n")) {
    const mark = /^ *(`{3,})[^`]*$/.exec(line)?.[1];
    if (fence === null) {
      if (mark !== undefined) fence = mark;
      else if (line.startsWith("<details")) details += 1;
      else if (line.startsWith("</details>")) details -= 1;
    } else if (mark !== undefined && mark.length >= fence.length && line.trim() === mark) fence = null;
  }
  return { details, fence };
}

describe("the job summary", () => {
  it("stays within 900 KiB in whatever characters, whole in its parts, with verdict and footer", () => {
    let shortened = 0;
    fc.assert(
      fc.property(report, (given) => {
        const markdown = renderMarkdown(given, OPTIONS);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(MOST_BYTES);
        expect(openAtEnd(markdown)).toEqual({ details: 0, fence: null });
        expect(markdown).toMatch(/^### \S+ Plan gate (passed|failed)/);
        expect(markdown).toMatch(/<sub>plan-gate 1\.0\.0[^\n]*<\/sub>\n$/);
        if (markdown.includes("_Left out to stay within GitHub's limit: ")) shortened += 1;
      }),
      { numRuns: 15 },
    );
    expect(shortened).toBeGreaterThan(0);
  });

  it("uses what there is: one finding more or less is what is left out", () => {
    const findings = Array.from({ length: 6000 }, (_, index) =>
      findingOf({ ruleId: "r", message: "渡".repeat(90), place: placeAt(index + 1) }),
    );
    const bytes = Buffer.byteLength(renderMarkdown(reportOf({ findings }), OPTIONS));
    expect(bytes).toBeGreaterThan(MOST_BYTES - 2000);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });
});
