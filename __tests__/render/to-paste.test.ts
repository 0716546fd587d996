import { describe, expect, it } from "@jest/globals";
import type { Nodes } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import type { FindingRow } from "../../src/model/report.js";
import { annotations, renderers } from "../../src/render/index.js";
import type { RenderOptions } from "../../src/render/index.js";
import { JOINER } from "../../src/render/shared/clean-text.js";
import { findingOf, reportOf } from "../kit/report-builder.js";
import { HOSTILE_TEXTS } from "./golden-cases.js";

const OPTIONS: RenderOptions = {
  budget: "comment",
  version: "1.0.0",
  links: null,
  rulesUrl: null,
  detailsUrl: null,
  color: false,
  width: 60,
};
const ROW = "| PaymentService | amounts become cents | 1.0.0 → 2.0.0 | 2026-11-22 | 2026-12-06 | 4 | 5, 9 | guide.md |";
const FENCES = ["```", "````\n```", "`````markdown\n# out\n`````", "  ```\n</details>\n<!-- plan-gate -->", "~~~\n~~~"];

const reportWith = (toPaste: string, more: Partial<FindingRow> = {}) =>
  reportOf({ findings: [findingOf({ ruleId: "some-rule", message: "m", toPaste, ...more })] });

function* nodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* nodes(child);
}
const parse = (markdown: string) => [...nodes(remark().use(remarkGfm).parse(markdown))];
const visible = (text: string) => text.replaceAll(JOINER, "").replace(/\s+/g, " ").trim();

describe("what is to be pasted", () => {
  it("is whole in every format, on a line of its own where people copy it from", () => {
    expect(JSON.parse(renderers.json(reportWith(ROW)))).toMatchObject({ findings: [{ toPaste: ROW }] });
    const text = renderers.text(reportWith(ROW), OPTIONS).split("\n");
    expect(text.map((line) => line.trim())).toContain(ROW);
    const markdown = parse(renderers.markdown(reportWith(ROW), OPTIONS));
    expect(markdown).toContainEqual(expect.objectContaining({ type: "code", lang: "markdown", value: ROW }));
    expect(annotations(reportWith(ROW))[0]?.message).toBe(`m\nThis would pass: ${ROW}`);
  });

  it("is shown as code for a finding that does not block", () => {
    const markdown = parse(renderers.markdown(reportWith(ROW, { severity: "warning" }), OPTIONS));
    expect(markdown).toContainEqual(expect.objectContaining({ type: "inlineCode", value: ROW }));
  });

  it("keeps its lines, however long they are", () => {
    const long = `| ${"x".repeat(900)} |`;
    const [code] = parse(renderers.markdown(reportWith(`${ROW}\r\n${long}`), OPTIONS)).filter(
      (node) => node.type === "code",
    );
    expect(code).toMatchObject({ value: `${ROW}\n${long}` });
    const text = renderers.text(reportWith(`${ROW}\n${long}`), OPTIONS).split("\n");
    expect(text.map((line) => line.trim())).toEqual(expect.arrayContaining([ROW, long]));
  });

  it("is not shown where there is nothing", () => {
    const report = reportOf({ findings: [findingOf({ ruleId: "some-rule", message: "m" })] });
    expect(renderers.text(report, OPTIONS)).not.toContain("way out");
    expect(renderers.markdown(report, OPTIONS)).not.toContain("Way out");
    expect(renderers.json(report)).not.toContain("toPaste");
  });

  it.each([...FENCES, ...HOSTILE_TEXTS].flatMap((text) => [[text], [`a\n${text}\nb`]]))(
    "never breaks out of its fence: %j",
    (toPaste) => {
      const finding = { fix: null, related: [] };
      const markdown = renderers.markdown(reportWith(toPaste, finding), OPTIONS);
      const plain = parse(renderers.markdown(reportWith("x", finding), OPTIONS));
      const found = parse(markdown);
      // The same tree as with a harmless text: one block of code, and nothing else came of it.
      expect(found.map(({ type }) => type)).toEqual(plain.map(({ type }) => type));
      const code = found.filter((node) => node.type === "code");
      expect(code).toHaveLength(1);
      expect(visible(code[0]!.value).length).toBeGreaterThan(0);
      expect(markdown).not.toMatch(/<!--|##\[|^\s*::/m);
    },
  );

  it.each(HOSTILE_TEXTS)("neither steers a terminal nor commands a runner: %j", (toPaste) => {
    const text = renderers.text(reportWith(toPaste), OPTIONS);
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(text).not.toMatch(/##\[|^\s*::/m);
    expect(renderers.json(reportWith(toPaste))).not.toMatch(/##\[|^\s*::/m);
  });
});
