import { describe, expect, it } from "@jest/globals";
import { analyzePlan } from "../../src/check-plan.js";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { defaults } from "../../src/config/defaults.js";
import { isSame, overlaps } from "../../src/fix/edit-set.js";
import { fixDocuments } from "../../src/fix/fix-documents.js";
import type { Analysis } from "../../src/model/analysis.js";
import type { Fix, Violation } from "../../src/model/finding.js";
import type { Place } from "../../src/model/place.js";
import type { Phase } from "../../src/model/plan.js";
import type { Settings } from "../../src/model/settings.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { applyWaivers } from "../../src/gate/apply-waivers.js";
import { runRules } from "../../src/gate/run-rules.js";
import { ruleIds } from "../../src/rules/index.js";
import type { AnyRule } from "../../src/rules/rule.js";
import { expectGolden } from "./golden-file.js";

/** A plan in Markdown and what it is judged by. */
export interface PlanCase {
  readonly plan: string;
  readonly base?: string;
  /** A configuration file, for a rule about the policy. */
  readonly policy?: string;
  /** Default: 2026-11-22. */
  readonly today?: string;
  readonly settings?: Partial<Settings>;
}

/** A plan with all that the rule has to say about it. */
export interface InvalidCase extends PlanCase {
  /** `12:3 message`, in the order of the rule; never empty. */
  readonly expect: readonly string[];
  /** The plan after all fixes; required exactly when the rule offers any. */
  readonly fixed?: string;
}

export interface RuleCases {
  readonly valid: readonly (string | PlanCase)[];
  readonly invalid: readonly InvalidCase[];
}

/** A document, line by line. */
export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

/** Makes tests of one rule's cases. What the cases or the rule's fixes lack fails, not only what the rule says wrong. */
export function testRule(rule: AnyRule, { valid, invalid }: RuleCases): void {
  const validCases = valid.map((one) => (typeof one === "string" ? { plan: one } : one));
  describe(`${rule.id}: plans in Markdown`, () => {
    it("has cases of both kinds, and none twice", () => {
      expect(complaintsAboutCases(validCases, invalid)).toEqual([]);
    });
    it.each(validCases.map((one, index) => [index + 1, one] as const))("valid case %i", (_, one) => {
      expect(judge(rule, one).map(shown)).toEqual([]);
    });
    it.each(invalid.map((one, index) => [index + 1, one] as const))("invalid case %i", (_, one) => {
      expect(judge(rule, one).map(shown)).toEqual(one.expect);
      expect(complaintsAboutFixes(rule, one)).toEqual([]);
    });
    it("names the same phases, subjects, places and ways out as it did", () => {
      const found = invalid.map((one) => judge(rule, one).map(besideMessage));
      expectGolden(`rules/${rule.id}.json`, `${JSON.stringify(found, null, 1)}\n`);
    });
  });
}

/** What a case's `expect` does not say. */
const besideMessage = ({ place, phases, subject, related, fix, atMost, toPaste }: Violation) => ({
  at: whereOf(place),
  phases,
  subject,
  atMost,
  related: related?.map((one) => `${whereOf(one.place)} ${one.message}`),
  fix: fix && `${fix.safety}: ${fix.title}`,
  toPaste,
});

const whereOf = ({ revision, line, column, endLine, endColumn }: Place): string =>
  `${revision === undefined ? "" : `${revision} `}${line}:${column}-${endLine}:${endColumn}`;

/** What is wrong with the cases themselves. */
export function complaintsAboutCases(valid: readonly PlanCase[], invalid: readonly InvalidCase[]): string[] {
  const complaints: string[] = [];
  if (valid.length === 0) complaints.push("no valid case");
  if (invalid.length === 0) complaints.push("no invalid case");
  const seen = new Set<string>();
  for (const { plan, base, policy, today, settings } of [...valid, ...invalid]) {
    const key = JSON.stringify([plan, base, policy, today, settings]);
    if (seen.has(key)) complaints.push(`twice: ${JSON.stringify(plan)}`);
    seen.add(key);
  }
  for (const { plan, expect } of invalid) {
    if (expect.length === 0) complaints.push(`expects nothing: ${JSON.stringify(plan)}`);
    for (const line of expect) {
      if (!/^\d+:\d+ \S/.test(line)) complaints.push(`no place or no message: ${JSON.stringify(line)}`);
    }
  }
  return complaints;
}

/** What is wrong with the fixes a rule offers for a case. */
export function complaintsAboutFixes(rule: AnyRule, one: InvalidCase): string[] {
  const fixes = fixesOf(judge(rule, one));
  if (fixes.length === 0) return one.fixed === undefined ? [] : ["`fixed` is given, but the rule offers no fix"];
  if (one.fixed === undefined) return ["the rule offers a fix, but `fixed` is missing"];

  const complaints: string[] = [];
  const edits = fixes.flatMap((fix, index) => fix.edits.map((edit) => ({ edit, index })));
  for (const [at, { edit, index }] of edits.entries()) {
    for (const other of edits.slice(at + 1)) {
      if (!overlaps(edit, other.edit)) continue;
      if (index === other.index || !isSame(edit, other.edit)) {
        complaints.push(`edits overlap: ${edit.place.line}:${edit.place.column}`);
      }
    }
  }
  const once = fixed(one.plan, fixes);
  if (once !== one.fixed) complaints.push(`fixed differently: ${once}`);
  const twice = fixed(once, fixesOf(judge(rule, { ...one, plan: once })));
  if (twice !== once) complaints.push(`a second time changes it again: ${twice}`);
  complaints.push(...changesElsewhere(analyze(one, one.plan), analyze(one, once), fixes));
  return complaints;
}

/** What is wrong with a plan after its fixes: the same finding still there, or something else that reads differently. */
export function complaintsAfterFixes(rule: AnyRule, one: PlanCase): string[] {
  const violations = judge(rule, one);
  const fixes = fixesOf(violations);
  if (fixes.length === 0) return [];
  const { documents, applied } = fixDocuments([{ path: PATH, text: one.plan }], fixes);
  const { text } = documents[0]!;
  const mended = violations.filter(({ fix }) => fix && applied.includes(fix)).map(identity);
  const left = judge(rule, { ...one, plan: text }).map(identity);
  return [
    ...left.filter((print) => mended.includes(print)).map((print) => `still there after its fix: ${print}`),
    ...changesElsewhere(analyze(one, one.plan), analyze(one, text), applied),
  ];
}

const identity = ({ phases, subject }: Violation): string => `${phases.join(", ")} ${subject ?? ""}`;

/** Everything that reads differently about phases and breaking changes that no edit touched. */
function changesElsewhere(before: Analysis, after: Analysis, fixes: readonly Fix[]): string[] {
  const places = fixes.flatMap((fix) => fix.edits.map((edit) => edit.place));
  const isTouched = (own: readonly Place[]) => own.some((one) => places.some((edit) => isOnLinesOf(edit, one)));
  return comparePlans(before, after)
    .changes.filter((change) => {
      if (change.kind === "breaking-change-edited") return !isTouched([change.before.place]);
      const phase = "id" in change ? before.plan.phases.get(change.id) : undefined;
      return phase === undefined || !isTouched(placesOf(phase));
    })
    .map(
      (change) => `reads differently elsewhere: ${change.kind} ${"id" in change ? change.id : change.entry.subject}`,
    );
}

const placesOf = ({ places, tier, duration, statusPlace, dependsOn }: Phase): Place[] =>
  [...places, tier?.place, duration?.place, statusPlace, ...dependsOn.map(({ place }) => place)].filter(
    (place) => place != null,
  );

const isOnLinesOf = (edit: Place, own: Place): boolean => edit.line >= own.line && edit.line <= own.endLine;

const PATH = "plan.md";

function analyze({ settings }: PlanCase, text: string): Analysis {
  return analyzePlan(PATH, [{ path: PATH, text }], { ...defaults.settings, ...settings });
}

/** What the rule says about a case. */
export function judge(rule: AnyRule, one: PlanCase): Violation[] {
  const today = one.today ?? "2026-11-22";
  const head = analyze(one, one.plan);
  const comparison = one.base === undefined ? null : comparePlans(analyze(one, one.base), head);
  if (rule.about === "policy") {
    const config = parseConfig(one.policy ?? "", "plan-gate.yml", ruleIds);
    const { waivers } = applyWaivers(runRules(head, comparison, config, today), config.waivers, today);
    return [...rule.check(waivers, { today, comparison: null })];
  }
  if (rule.about === "plan") return [...rule.check(head, { today, comparison })];
  return comparison === null ? [] : [...rule.check(comparison, { today, comparison })];
}

const fixesOf = (violations: readonly Violation[]): Fix[] => violations.flatMap(({ fix }) => (fix ? [fix] : []));

const fixed = (text: string, fixes: readonly Fix[]): string =>
  fixDocuments([{ path: PATH, text }], fixes).documents[0]!.text;

const shown = ({ place, message }: Violation): string => `${place.line}:${place.column} ${message}`;
