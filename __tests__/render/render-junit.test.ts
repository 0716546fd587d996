import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import type { Report, RuleRow } from "../../src/model/report.js";
import { renderJunit } from "../../src/render/render-junit.js";
import { xmlText } from "../../src/render/shared/xml-text.js";
import { GOLDEN_CASES } from "./golden-cases.js";
import { changeOf, findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

// eslint-disable-next-line no-control-regex -- control characters are what this is about
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Reads XML 1.0 by the letter: whatever is not well-formed is an error. */
function readXml(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (read) => (open.at(-1)!.text += read));
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return root.children[0]!;
}

const rule = (id: string, more: Partial<RuleRow> = {}): RuleRow => ({
  id,
  summary: `About ${id}.`,
  severity: "error",
  about: "plan",
  ...more,
});

const plan = planOf([{ id: "1", title: "Slipway", weeks: 4 }]);
const read = (more: Parameters<typeof reportOf>[0]) => readXml(renderJunit(reportOf({ plans: [plan], ...more })));
const cases = (more: Parameters<typeof reportOf>[0]) => read(more).children.flatMap(({ children }) => children);

describe("JUnit XML", () => {
  it.each(Object.keys(GOLDEN_CASES))("can be read, and counts what it holds, for the report of %s", (name) => {
    const root = readXml(renderJunit(GOLDEN_CASES[name]!()));
    const all = root.children.flatMap(({ children }) => children);
    const having = (part: string) => all.filter(({ children }) => children.some((child) => child.name === part)).length;
    expect(root.attributes).toEqual({
      name: "plan-gate",
      tests: String(all.length),
      failures: String(having("failure")),
      errors: "0",
      skipped: String(having("skipped")),
    });
  });

  it("has a suite for each plan and a case for each rule that ran", () => {
    const rules = [
      rule("a"),
      rule("b", { severity: "off" }),
      rule("c", { about: "change" }),
      rule("d", { about: "policy" }),
    ];
    const changed = { ...plan, name: "docs/other.md", change: changeOf(plan, plan, []) };
    const root = read({ rules, plans: [plan, changed] });
    expect(
      root.children.map(({ attributes, children }) => [
        attributes["name"],
        children.map((one) => one.attributes["name"]),
      ]),
    ).toEqual([
      ["docs/plan.md", ["a"]],
      ["docs/other.md", ["a", "c"]],
    ]);
  });

  it("fails the rule whose finding closes the gate, once, with every place", () => {
    const findings = [
      findingOf({ ruleId: "a", message: "sinks", place: placeAt(3, { column: 5 }) }),
      findingOf({
        ruleId: "a",
        message: "leaks",
        place: placeAt(8),
        fix: { title: "Mend it", safety: "safe", edits: [] },
      }),
    ];
    const [first] = cases({ rules: [rule("a")], findings });
    expect(first!.attributes).toEqual({ name: "a", classname: "docs/plan.md", file: "docs/plan.md" });
    expect(first!.children).toEqual([
      {
        name: "failure",
        attributes: { message: "2 findings", type: "a" },
        text: "docs/plan.md:3:5: sinks\ndocs/plan.md:8:1: leaks Way out: Mend it",
        children: [],
      },
    ]);
    const [single] = cases({ rules: [rule("a")], findings: findings.slice(0, 1) });
    expect(single!.children[0]!.attributes["message"]).toBe("docs/plan.md:3:5: sinks");
  });

  it("skips what is accepted and what a label lets pass, and only tells of what does not close the gate", () => {
    const waived = findingOf({ ruleId: "a", message: "waived", waivedBy: "kim" });
    const names = (more: Parameters<typeof reportOf>[0]) =>
      cases({ rules: [rule("a")], ...more }).flatMap(({ children }) =>
        children.map(({ name, text }) => `${name}: ${text}`),
      );
    expect(names({ findings: [waived] })).toEqual(["skipped: docs/plan.md:1:1: waived (accepted by kim)"]);
    const error = findingOf({ ruleId: "a", message: "m" });
    const override = { label: "go", by: "bob", at: "2026-11-22T09:00:00Z" };
    expect(names({ findings: [error], verdict: { outcome: "pass", override } })).toEqual([
      "skipped: docs/plan.md:1:1: m (opened by the label “go”)",
    ]);
    expect(names({ findings: [{ ...error, severity: "warning" }] })).toEqual([
      "system-out: docs/plan.md:1:1: m (warning)",
    ]);
    expect(names({ findings: [{ ...error, isNew: false }] })).toEqual([
      "system-out: docs/plan.md:1:1: m (error, already on base)",
    ]);
    expect(names({ findings: [error, waived] }).map((text) => text.split(":")[0])).toEqual(["failure", "system-out"]);
  });

  it("has a suite for findings about the configuration", () => {
    const rules = [rule("a"), rule("expired", { about: "policy" })];
    const findings = [findingOf({ ruleId: "expired", message: "m", plan: ".github/plan-gate.yml" })];
    expect(
      read({ rules, findings }).children.map(({ attributes }) => [attributes["name"], attributes["tests"]]),
    ).toEqual([
      ["docs/plan.md", "1"],
      [".github/plan-gate.yml", "1"],
    ]);
  });

  it("loses no finding of a rule that it knows nothing of", () => {
    const [only] = cases({ rules: [], findings: [findingOf({ ruleId: "new", message: "m" })] });
    expect([only!.attributes["name"], only!.children[0]!.name]).toEqual(["new", "failure"]);
  });

  it("shows no more lines than people read", () => {
    const findings = Array.from({ length: 300 }, (_, line) =>
      findingOf({ ruleId: "a", message: "m", place: placeAt(line + 1) }),
    );
    const lines = cases({ rules: [rule("a")], findings })[0]!.children[0]!.text.split("\n");
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe("and 100 more: see the JSON report");
  });

  it("gives any text back to a reader, in an element and in an attribute; what XML cannot say is marked", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (one, other) => {
          for (const text of [one, other, one + other]) {
            const root = readXml(`<a b="${xmlText(text)}">${xmlText(text)}</a>`);
            const said = text.replace(/\p{Cs}/gu, "\uFFFD").replace(NOT_XML, "\uFFFD");
            expect([root.attributes["b"], root.text]).toEqual([said, said]);
          }
        },
      ),
    );
  });

  it("can be read whatever a plan says", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const finding = fc
      .record({ message: text, path: text, waivedBy: fc.option(text) })
      .map(({ message, path, waivedBy }) => findingOf({ ruleId: "a", message, place: placeAt(1, { path }), waivedBy }));
    fc.assert(
      fc.property(fc.array(finding), text, (findings, name) => {
        const report: Report = reportOf({
          plans: [{ ...plan, name }],
          rules: [rule("a")],
          findings: findings.map((one) => ({ ...one, plan: name })),
        });
        expect(readXml(renderJunit(report)).children).toHaveLength(1);
      }),
    );
  });
});
