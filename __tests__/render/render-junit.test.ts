import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import type { FindingRow, Report } from "../../src/model/report.js";
import { renderers } from "../../src/render/index.js";
import { findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML 1.0 strictly: anything that is not well-formed throws. */
function parsed(xml: string): XmlElement {
  const top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: "" };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => (open.at(-1)!.text += text));
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

const RULES: Report["rules"] = [
  { id: "tier-inversion", summary: "A phase must not wait for a later tier.", severity: "error", about: "plan" },
  { id: "tier-zero", summary: "What many wait for is Tier 0.", severity: "warning", about: "plan" },
  { id: "stale-claim", summary: "What a plan says of itself must be true.", severity: "off", about: "plan" },
];

const finding = (changed: Partial<FindingRow> = {}): FindingRow =>
  findingOf({
    ruleId: "tier-inversion",
    severity: "error",
    message: "Phase 3 waits.",
    plan: "docs/PLAN.md",
    ...changed,
  });

const junit = (...findings: readonly FindingRow[]): XmlElement =>
  parsed(renderers.junit(reportOf({ plans: [planOf([])], findings, rules: RULES })));

const cases = (root: XmlElement) => root.children.flatMap(({ children }) => children);

describe("the report as JUnit XML", () => {
  it("has a suite for each plan and a case for each rule that is on", () => {
    const root = junit();
    expect(root.name).toBe("testsuites");
    expect(root.children.map(({ attributes }) => attributes["name"])).toEqual([planOf([]).name]);
    expect(cases(root).map(({ attributes }) => attributes["name"])).toEqual(["tier-inversion", "tier-zero"]);
    expect(root.attributes).toMatchObject({ tests: "2", failures: "0", errors: "0", skipped: "0" });
  });

  it("fails a case by what closes the gate, with its place", () => {
    const root = junit(
      finding({ plan: planOf([]).name, message: "Phase 3 waits.", place: { ...placeAt(7), column: 5 } }),
    );
    const [failed, passed] = cases(root);
    expect(failed!.attributes).toMatchObject({ line: "7", file: placeAt(7).path });
    expect(failed!.children.map(({ name, attributes }) => [name, attributes["message"]])).toEqual([
      ["failure", "Phase 3 waits."],
    ]);
    expect(failed!.children[0]!.text).toBe(`${placeAt(7).path}:7:5 error: Phase 3 waits.`);
    expect(passed!.children).toEqual([]);
    expect(root.attributes).toMatchObject({ tests: "2", failures: "1", skipped: "0" });
  });

  it("passes a case with warnings only and shows them", () => {
    const root = junit(finding({ plan: planOf([]).name, ruleId: "tier-zero", severity: "warning", message: "Look." }));
    expect(cases(root)[1]!.children.map(({ name }) => name)).toEqual(["system-out"]);
    expect(cases(root)[1]!.children[0]!.text).toContain("warning: Look.");
    expect(root.attributes["failures"]).toBe("0");
  });

  it("skips a case where all is accepted, and only there", () => {
    const accepted = finding({ plan: planOf([]).name, waivedBy: "Ann" });
    expect(cases(junit(accepted))[0]!.children.map(({ name }) => name)).toEqual(["skipped"]);
    const both = junit(accepted, finding({ plan: planOf([]).name, fingerprint: "other" }));
    expect(cases(both)[0]!.children.map(({ name }) => name)).toEqual(["failure"]);
    expect(both.attributes).toMatchObject({ failures: "1", skipped: "0" });
  });

  it("has a suite for findings about the policy, which is no plan", () => {
    const root = junit(finding({ plan: ".github/plan-gate.yml" }));
    expect(root.children.map(({ attributes }) => attributes["name"])).toEqual([
      planOf([]).name,
      ".github/plan-gate.yml",
    ]);
  });

  it("is well-formed whatever a plan says", () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom("<", "&", "]]>", '"', "\u0000", "\uFFFE", "\uD800", "\n"),
        fc.string({ unit: "binary", maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, (message, plan, path) => {
        const place = { ...placeAt(1), path };
        const root = junit(finding({ message, plan, place }), finding({ message, plan, waivedBy: message }));
        expect(Number(root.attributes["failures"])).toBe(1);
      }),
    );
  });
});
