import type { FindingRow, Report, RuleRow } from "../model/report.js";
import { acceptedInWords } from "./shared/accepted-words.js";
import { groupBy } from "./shared/group-by.js";
import { groupFindings } from "./shared/group-findings.js";
import { plainText } from "./shared/plain-text.js";
import { plural } from "./shared/plural.js";
import { xmlText } from "./shared/xml-text.js";

/** Lines that one case shows; the JSON report has everything. */
const MOST_LINES = 200;

interface Case {
  /** Its id. */
  readonly rule: string;
  readonly failures: readonly FindingRow[];
  /** Why nothing fails that would. */
  readonly skipped: readonly string[];
  /** What there is beside, which fails nothing. */
  readonly notes: readonly string[];
}

/**
 * The report as JUnit XML, as CI systems read test results: a suite for each plan, a case for each rule that ran. What
 * closes the gate is a failure, what the team has accepted is skipped, everything else is output.
 */
export function renderJunit(report: Report): string {
  const { plans, findings } = report;
  const judge = judgement(report);
  const byPlan = groupBy(findings, ({ plan }) => plan);
  const planNames = new Set(plans.map(({ name }) => name));
  const suites = [
    ...plans.map(({ name, change }) => {
      const ran = (rule: RuleRow) => rule.about === "plan" || (rule.about === "change" && change !== null);
      return suite(name, casesOf(report.rules.filter(ran), byPlan.get(name) ?? [], judge));
    }),
    // The configuration's own findings.
    ...[...byPlan].flatMap(([name, own]) => (planNames.has(name) ? [] : [suite(name, casesOf([], own, judge))])),
  ];
  const sum = (count: (one: Suite) => number) => suites.reduce((total, one) => total + count(one), 0);
  const counts = attributes({
    tests: sum((one) => one.tests),
    failures: sum((one) => one.failures),
    errors: 0,
    skipped: sum((one) => one.skipped),
  });
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="plan-gate"${counts}>`,
    ...suites.map(({ text }) => text),
    "</testsuites>",
    "",
  ].join("\n");
}

type Judge = (finding: FindingRow) => { readonly as: "failure" | "skipped" | "note"; readonly text: string };

/** What a finding means for the test it belongs to. */
function judgement(report: Report): Judge {
  const { verdict } = report;
  const blocking = new Set(groupFindings(report).blocking);
  const accepted = acceptedInWords(report, plainText);
  return (finding) => {
    const text = lineOf(finding);
    if (finding.waivedBy !== null) return { as: "skipped", text: `${text} (${accepted(finding)})` };
    if (!blocking.has(finding)) {
      const isKnown = verdict.gate === "new" && !finding.isNew;
      return { as: "note", text: `${text} (${finding.severity}${isKnown ? ", already on base" : ""})` };
    }
    // A label has opened the gate: the job is green, and its tests are.
    if (!verdict.override) return { as: "failure", text };
    return { as: "skipped", text: `${text} (opened by the label “${plainText(verdict.override.label, 100)}”)` };
  };
}

/** Of the rules that ran, and of whatever else was found. */
function casesOf(ran: readonly RuleRow[], findings: readonly FindingRow[], judge: Judge): Case[] {
  const byRule = groupBy(findings, ({ ruleId }) => ruleId);
  const ids = new Set([...ran.filter(({ severity }) => severity !== "off").map(({ id }) => id), ...byRule.keys()]);
  return [...ids].map((rule) => {
    const own = (byRule.get(rule) ?? []).map((finding) => ({ finding, ...judge(finding) }));
    const texts = (as: ReturnType<Judge>["as"]) => own.filter((one) => one.as === as).map(({ text }) => text);
    const failures = own.filter((one) => one.as === "failure").map(({ finding }) => finding);
    return { rule, failures, skipped: texts("skipped"), notes: texts("note") };
  });
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
  readonly text: string;
}

function suite(name: string, cases: readonly Case[]): Suite {
  const shown = plainText(name, 300);
  const failures = cases.filter((one) => one.failures.length > 0).length;
  const skipped = cases.filter((one) => one.failures.length === 0 && one.skipped.length > 0).length;
  const counts = { tests: cases.length, failures, errors: 0, skipped };
  const text = [
    `  <testsuite${attributes({ name: shown, ...counts })}>`,
    ...cases.map((one) => testCase(one, shown)),
    "  </testsuite>",
  ].join("\n");
  return { ...counts, text };
}

function testCase({ rule, failures, skipped, notes }: Case, plan: string): string {
  const [first] = failures;
  const head = `    <testcase${attributes({ name: rule, classname: plan, ...(first && { file: plainText(first.place.path) }) })}`;
  const parts = first
    ? [element("failure", failures.map(lineOf), { type: rule })]
    : skipped.length > 0
      ? [element("skipped", skipped)]
      : [];
  const output = first ? [...skipped, ...notes] : notes;
  if (output.length > 0) parts.push(`      <system-out>${lines(output)}</system-out>`);
  return parts.length === 0 ? `${head}/>` : [`${head}>`, ...parts, "    </testcase>"].join("\n");
}

/** One element however many findings there are: most readers show no more than the first. */
function element(name: string, texts: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const message = texts.length === 1 ? texts[0]! : plural(texts.length, "finding");
  return `      <${name}${attributes({ message, ...more })}>${lines(texts)}</${name}>`;
}

/** `docs/PLAN.md:12:3: message`, as editors and terminals know places. */
function lineOf({ place, message, fix }: FindingRow): string {
  const revision = place.revision === "base" ? " (in base)" : "";
  const wayOut = fix ? ` Way out: ${plainText(fix.title, 300)}` : "";
  return `${plainText(place.path)}:${place.line}:${place.column}${revision}: ${plainText(message)}${wayOut}`;
}

function lines(texts: readonly string[]): string {
  const more = texts.length - MOST_LINES;
  const shown = texts.slice(0, MOST_LINES).map(xmlText);
  return [...shown, ...(more > 0 ? [`and ${more} more: see the JSON report`] : [])].join("\n");
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");
