import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { reportJsonSchema } from "../../scripts/report-schema.js";
import { defaults } from "../../src/config/defaults.js";
import { buildReport } from "../../src/gate/build-report.js";
import { decideVerdict } from "../../src/gate/decide-verdict.js";
import type { Report } from "../../src/model/report.js";
import { renderMarkdown } from "../../src/render/render-markdown.js";
import { renderText } from "../../src/render/render-text.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { type PlanNotation, plan } from "../kit/plan-builder.js";
import { methodology } from "../outlook/methodology.js";

const TODAY = "2026-02-02";

function reportOn(notation: PlanNotation, calendar: Partial<typeof defaults.calendar> = {}): Report {
  const config = { ...defaults, calendar: { ...defaults.calendar, ...calendar } };
  return buildReport({
    verdict: decideVerdict([], config, TODAY),
    findings: [],
    plans: [{ documents: [], head: builtAnalysis(plan(notation)), base: null, comparison: null }],
    config,
    remarks: [],
  });
}

const markdown = (report: Report, budget: "comment" | "summary" = "comment"): string =>
  renderMarkdown(report, { budget, version: "1.0.0", links: null, rulesUrl: null, detailsUrl: null });
const text = (report: Report): string => renderText(report, { color: false, width: 100, depth: true });
/** The part behind a title up to the next one. */
const part = (written: string, title: string): string =>
  new RegExp(`\\*\\*${title}\\*\\*\\n\\n([^]*?)(?=\\n\\n\\*\\*|\\n\\n</details>)`).exec(written)?.[1] ?? "";
const titles = (written: string): string[] =>
  [...written.slice(written.indexOf("Schedule in depth")).matchAll(/^\*\*(.+)\*\*$/gm)].map(([, title]) => title!);

const dated = { start: "2026-01-05", targetWeeks: 100, holidays: [] };
const ranged: PlanNotation = { A: { duration: [2, 4] }, B: { duration: [1, 3], dependsOn: ["A"] } };

describe("the schedule in depth", () => {
  it("has every table that has something to say, folded", () => {
    const written = markdown(reportOn({ ...methodology(true), 21: { tier: 3, duration: [60, 90] } }, dated));
    expect(titles(written)).toEqual([
      "Progress",
      "Tier queue",
      "What is left, in weeks",
      "What tier barriers cost",
      "Dates",
      "When it may end",
      "First week of each phase",
      "Schedule health",
      "Working by tiers is optional for what is left.",
    ]);
    expect(written).toContain("<details>\n<summary>Schedule in depth</summary>");
  });

  it("is left out of the text report unless asked for, which says where it is", () => {
    const report = reportOn(ranged);
    const brief = renderText(report, { color: false, width: 100 });
    const more = "Progress, queue, dates and health: plan-gate check --depth, or plan-gate schedule.";
    expect(brief).toContain(`${more}\n\nJudged as of`);
    expect(brief).not.toContain("Schedule health");
    expect(text(report)).toContain("Schedule health");
    expect(text(report)).not.toContain(more);
    expect(renderText(reportOn({}), { color: false, width: 100 })).not.toContain(more);
  });

  it("explains each table in one line", () => {
    const written = markdown(reportOn({ ...methodology(true), 21: { tier: 3, duration: [60, 90] } }, dated));
    for (const title of titles(written).slice(0, -1)) expect(part(written, title)).toMatch(/\n\n_[A-Z][^\n]+\._$/);
  });

  it("shows nothing that is empty", () => {
    expect(titles(markdown(reportOn({ A: { duration: 3, status: "done" } })))).toEqual(["Progress"]);
    expect(markdown(reportOn({}))).not.toContain("Schedule in depth");
    expect(titles(markdown(reportOn({ A: {}, B: { dependsOn: ["A"] } })))).toEqual(["Queue"]);
    expect(titles(markdown(reportOn(ranged)))).toEqual([
      "Queue",
      "What is left, in weeks",
      "When it may end",
      "Schedule health",
    ]);
  });

  it("gives the hint in one sentence", () => {
    const hint =
      "Hint: moving Phase 15, Phase 17, Phase 19 to Tier 3 would end the plan in week 95 instead of 112 under tier barriers.";
    expect(markdown(reportOn(methodology(false))).replaceAll("\u00A0", " ")).toContain(hint);
    expect(text(reportOn(methodology(false))).replace(/\n +/g, " ")).toContain(hint);
  });

  it("says who waits for whom", () => {
    expect(part(markdown(reportOn(methodology(true))), "Tier queue").replaceAll("\u00A0", " ")).toContain(
      "| Phase 18 | 2 | Phase 14; Tier 1 | 3 | 16 |",
    );
    expect(text(reportOn(methodology(true)))).toMatch(/^ {2}Phase 18 +2 +Phase 14; Tier 1 +3 +16$/m);
  });

  it("shows days beside weeks and whether the plan is in time", () => {
    const row = { A: { duration: 4 }, B: { duration: 4, dependsOn: ["A"], status: "not-started" } } as const;
    const written = markdown(reportOn({ ...row, A: { ...row.A, status: "in-progress", progress: 50 } }, dated));
    expect(part(written, "Dates").replaceAll("\u00A0", " ")).toContain(
      "| Phase B | 5–8 | 2026-02-02 to 2026-02-27 | 2026-02-16 to 2026-03-13 |",
    );
    expect(part(written, "Progress")).toContain(
      "By today 4 weeks of work were planned and 2 are done: 2 weeks behind the plan.",
    );
  });

  it("says with which chance it ends when, and from how many samples", () => {
    const written = part(markdown(reportOn(ranged)), "When it may end");
    expect(written).toMatch(/takes at most [45](\.\d)? weeks with a chance of 50 %, \d(\.\d)? weeks with 80 %/);
    expect(written).toContain("10000 times");
  });

  it("marks what is only a lower bound", () => {
    expect(markdown(reportOn({ ...ranged, C: { dependsOn: ["B"] } }))).toContain("Not less than shown");
    expect(markdown(reportOn(ranged))).not.toContain("Not less than shown");
  });

  it("cuts long tables and says by how much", () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `p${index}`,
        { duration: 1, dependsOn: index > 0 ? [`p${index - 1}`] : [] },
      ]),
    );
    expect(part(markdown(reportOn(many)), "Queue")).toContain("and 27 more phases");
  });

  it("lets names from the plan be nothing but text", () => {
    const label = "@octocat <b> | **x** </details> ::error::";
    const hostile = { A: { duration: [2, 4], label }, B: { duration: 3, dependsOn: ["A"], label } } as const;
    const written = markdown(reportOn(hostile)).slice(markdown(reportOn(hostile)).indexOf("Schedule in depth"));
    expect(
      written
        .replaceAll("</details>", "")
        .replaceAll("<br>", "")
        .match(/<(?!\/?sub>|\/summary>|\/?details)/g),
    ).toBeNull();
    expect(written).not.toMatch(/@octocat/);
    expect(written.match(/^<\/details>$/gm)).toHaveLength(1);
    expect(text(reportOn(hostile))).not.toMatch(/::error::/);
  });

  it("is the first to go when a comment grows too long", () => {
    const report = reportOn(methodology(true));
    const written = markdown({ ...report, plans: Array.from({ length: 16 }, () => report.plans[0]!) });
    expect(written.length).toBeLessThanOrEqual(60_000);
    expect(written).toMatch(/_Left out to stay within GitHub's limit: [^_]*tables of the schedule in depth/);
    expect(written.match(/Critical path:/g)).toHaveLength(16);
    expect(written.match(/```mermaid/g)!.length).toBe(16 * markdown(report).match(/```mermaid/g)!.length);
  });

  it("is described by the schema", () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(reportJsonSchema());
    const report = reportOn({ ...methodology(true), 21: { tier: 3, duration: [60, 90] } }, dated);
    expect(validate(JSON.parse(JSON.stringify(report))) ? [] : validate.errors).toEqual([]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
