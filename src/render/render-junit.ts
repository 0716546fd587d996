import type { FindingRow, Report, RuleRow } from "../model/report.js";
import { groupFindings } from "./shared/group-findings.js";
import { plainText } from "./shared/plain-text.js";

/**
 * The findings as a report of tests, as Jenkins, GitLab and others read it: a suite for each plan, a case for each rule
 * that is on. A case fails by the findings that close the gate, is skipped where all that was found is accepted, and
 * passes otherwise; warnings and notices stand in its output. XML 1.0.
 */
export function renderJunit(report: Report): string {
  const { blocking, others, alreadyOnBase, waived } = groupFindings(report);
  const groups = { blocking, remarks: [...others, ...alreadyOnBase], waived };
  const rules = report.rules.filter(({ severity }) => severity !== "off");
  const names = new Set([...report.plans.map(({ name }) => name), ...report.findings.map(({ plan }) => plan)]);
  const suites = [...names].map((name) => suiteOf(name, rules, groups));
  const count = (key: "tests" | "failures" | "skipped") => suites.reduce((sum, suite) => sum + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element("testsuites", {
      name: "plan-gate",
      tests: count("tests"),
      failures: count("failures"),
      errors: 0,
      skipped: count("skipped"),
    }),
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
    "",
  ].join("\n");
}

type Groups = Readonly<Record<"blocking" | "remarks" | "waived", readonly FindingRow[]>>;

function suiteOf(name: string, rules: readonly RuleRow[], groups: Groups) {
  const cases = rules.map((rule) => {
    const own = (group: readonly FindingRow[]) =>
      group.filter(({ plan, ruleId }) => plan === name && ruleId === rule.id);
    return caseOf(name, rule, {
      blocking: own(groups.blocking),
      remarks: own(groups.remarks),
      waived: own(groups.waived),
    });
  });
  const failures = cases.filter(({ outcome }) => outcome === "failed").length;
  const skipped = cases.filter(({ outcome }) => outcome === "skipped").length;
  const attributes = { name, tests: cases.length, failures, errors: 0, skipped };
  const lines = [`  ${element("testsuite", attributes)}`, ...cases.flatMap((one) => one.lines), "  </testsuite>"];
  return { tests: cases.length, failures, skipped, lines };
}

function caseOf(plan: string, rule: RuleRow, { blocking, remarks, waived }: Groups) {
  const first = blocking[0] ?? remarks[0] ?? waived[0];
  const place = first && { file: first.place.path, line: first.place.line };
  const open = element("testcase", { classname: plan, name: rule.id, ...place });
  const inside = [
    ...blocking.map((finding) =>
      text("failure", { type: finding.severity, message: finding.message }, described(finding)),
    ),
    ...(blocking.length === 0 && remarks.length === 0 && waived.length > 0
      ? [`<skipped message="${attribute(`accepted: ${waived.map(described).join("; ")}`)}"/>`]
      : []),
    ...(remarks.length > 0 ? [text("system-out", {}, remarks.map(described).join("\n"))] : []),
  ];
  return {
    outcome: blocking.length > 0 ? "failed" : inside[0]?.startsWith("<skipped") ? "skipped" : "passed",
    lines: [`    ${open}`, ...inside.map((line) => `      ${line}`), "    </testcase>"],
  };
}

function described({ severity, message, place, fix }: FindingRow): string {
  const where = `${place.path}:${place.line}:${place.column}${place.revision === "base" ? " in base" : ""}`;
  const wayOut = fix === null ? "" : ` Way out: ${plainText(fix.title, 500)}`;
  return `${plainText(where)} ${severity}: ${plainText(message)}${wayOut}`;
}

type Attributes = Readonly<Record<string, string | number>>;

const element = (name: string, attributes: Attributes): string =>
  `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${attribute(String(value))}"`)].join(" ")}>`;

const text = (name: string, attributes: Attributes, content: string): string =>
  `${element(name, attributes)}${escaped(content)}</${name}>`;

const attribute = (value: string): string => escaped(plainText(value)).replaceAll('"', "&quot;");

/** Non-characters are in no XML document; control characters and lone surrogates are gone from plain text already. */
const escaped = (value: string): string =>
  value
    .replace(/[\uFFFE\uFFFF]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
