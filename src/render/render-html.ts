import type { PageData } from "../model/page-data.js";
import type { Report } from "../model/report.js";
import { cleanText } from "./shared/clean-text.js";
import { pageFinding } from "./shared/page/page-finding.js";
import { pagePlan, type PlanOfPage } from "./shared/page/page-plan.js";
import { verdictInWords } from "./shared/verdict-words.js";

/** What the page is made of beside the report. */
export interface HtmlOptions {
  /** The page without data, as the build leaves it: its scripts and styles are named by hash in its own policy. */
  readonly template: string;
  readonly version: string;
  /** Folder of the rules' pages, without the last slash; null: rules are not linked. */
  readonly rulesUrl: string | null;
}

/** Stands in the template where the data belongs. */
const DATA_MARK = "__PLAN_GATE_DATA__";

/**
 * The report as one page that needs nothing else. `plans` are the plans of the report, in its order. What a plan says
 * gets into the page as data only: it is never part of its markup or of its code. Throws for a template without a mark.
 */
export function renderHtml(report: Report, plans: readonly PlanOfPage[], options: HtmlOptions): string {
  const { template, version, rulesUrl } = options;
  const { verdict, findings } = report;
  const names = new Set(report.plans.map(({ name }) => name));
  const data: PageData = {
    version,
    rulesUrl,
    outcome: verdict.outcome,
    headline: verdictInWords(verdict, cleanText),
    asOf: verdict.asOf,
    remarks: report.remarks.map((remark) => cleanText(remark)),
    plans: report.plans.map((plan, index) => pagePlan(plan, plans[index]!, findings)),
    otherFindings: findings.filter(({ plan }) => !names.has(plan)).map((finding) => pageFinding(finding)),
  };
  const [before, after, ...more] = template.split(DATA_MARK);
  if (after === undefined || more.length > 0) throw new Error(`The page has not exactly one ${DATA_MARK}.`);
  return `${before}${scriptSafeJson(data)}${after}`;
}

/** JSON that ends no script element and begins no comment in one: the only character that could is `<`. */
const scriptSafeJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
