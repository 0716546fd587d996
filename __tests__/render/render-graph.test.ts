import { existsSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import type { PlanReport } from "../../src/model/report.js";
import { graphRenderers } from "../../src/render/index.js";
import { flowchart } from "../../src/render/shared/markdown/flowchart.js";
import { pictureGraph } from "../../src/render/shared/picture-graph.js";
import { folderOf } from "../cli/temporary-tree.js";
import { changeOf, planOf, reportOf, type PhaseSketch } from "../kit/report-builder.js";
import { HOSTILE_TEXTS } from "./golden-cases.js";

const FERRY: readonly PhaseSketch[] = [
  { id: "1", title: "Quay", weeks: 3, status: "done" },
  { id: "2", title: "Radar & radio", weeks: 4, dependsOn: ["1"] },
  { id: "3", title: 'The "Gull"', weeks: 1, dependsOn: ["1"] },
  { id: "4", title: "Sea trial", weeks: 2, dependsOn: ["2", "3"] },
];

const draw = (format: keyof typeof graphRenderers, ...plans: readonly PlanReport[]): string =>
  graphRenderers[format](reportOf({ plans }));

/** As many phases as asked for, in four chains with links between them, titles taken in turn. */
function many(count: number, titles: readonly string[] = ["Berth"]): PlanReport {
  return planOf(
    Array.from({ length: count }, (_, index): PhaseSketch => {
      const before = [index - 4, ...(index % 3 === 0 ? [index - 9] : [])].filter((other) => other >= 0);
      const title = titles[index % titles.length]!;
      return { id: String(index), title, label: title, weeks: 1 + (index % 5), dependsOn: before.map(String) };
    }),
  );
}

describe("a graph as Mermaid", () => {
  it("has an arrow from each phase to those that wait for it, critical ones marked", () => {
    expect(draw("mermaid", planOf(FERRY))).toBe(`flowchart LR
  n0["Phase 1<br/>Quay<br/>done"]:::done
  n1["Phase 2<br/>Radar #38; radio<br/>4 weeks"]:::critical
  n2["Phase 3<br/>The #34;Gull#34;<br/>1 week"]
  n3["Phase 4<br/>Sea trial<br/>2 weeks"]:::critical
  n0 --> n1
  n0 --> n2
  n1 --> n3
  n2 --> n3
  classDef critical stroke:#d1242f,stroke-width:3px
  classDef changed stroke:#0969da,stroke-width:2px,stroke-dasharray:5 3
  classDef both stroke:#d1242f,stroke-width:3px,stroke-dasharray:5 3
  classDef done stroke:#1a7f37,stroke-width:1px
  linkStyle 2 stroke:#d1242f,stroke-width:3px
`);
  });

  it("puts each of several plans into a frame, and numbers links through", () => {
    const text = draw("mermaid", planOf(FERRY), planOf(FERRY, { name: "docs/b.md" }));
    expect(text).toContain('  subgraph p1["docs/b.md"]\n    p1n0["Phase 1');
    expect(text).toContain("  linkStyle 2,6 ");
  });

  it("says so when there is nothing", () => {
    expect(draw("mermaid")).toBe('flowchart LR\n  nothing["No phases"]\n');
    expect(draw("mermaid", planOf([]))).toBe('flowchart LR\n  nothing["No phases"]\n');
  });

  it.each([
    ["1,000 phases", [many(1000)]],
    ["1,000 phases with the widest texts", [many(1000, ["<".repeat(300)])]],
    ["3,000 phases in a chain", [planOf(chain(3000))]],
    ["40 plans", Array.from({ length: 40 }, () => many(60))],
  ])("stays drawable: %s", (_, plans) => {
    const text = draw("mermaid", ...plans);
    expect(text.length).toBeLessThan(50_000);
    expect(text.match(/ --> /g)!.length).toBeLessThanOrEqual(500);
    expect(text).toContain(":::critical");
    expect(text).toMatch(/Tiers? \d+(–\d+)?<br\/>/);
  });
});

function chain(length: number): PhaseSketch[] {
  return Array.from({ length }, (_, index) => ({
    id: String(index),
    title: "Lock",
    weeks: 1,
    dependsOn: index === 0 ? [] : [String(index - 1)],
  }));
}

describe("what is cut", () => {
  const cut = (plan: PlanReport, phases: number, folds = 9, links = 99) =>
    pictureGraph(plan, { phases, folds, links }).boxes.map((box) =>
      box.kind === "phase" ? box.phase.id : `${box.first}–${box.last}: ${box.phases.map(({ id }) => id).join(" ")}`,
    );

  it("is neither critical nor changed as long as something else is left", () => {
    expect(cut(planOf(FERRY), 2)).toEqual(["2", "4", "1–1: 1", "2–2: 3"]);
    const head = planOf(FERRY);
    const change = changeOf(head, head, [
      { kind: "status-changed", phase: "3", subject: null, from: "unknown", to: "not-started" },
    ]);
    expect(cut({ ...head, change }, 3)).toEqual(["2", "3", "4", "1–1: 1"]);
  });

  it("is folded by tier, and neighbouring tiers together where there are too many", () => {
    expect(cut(planOf(chain(6)), 1, 2)).toEqual(["0", "2–4: 1 2 3", "5–6: 4 5"]);
  });

  it("loses critical links last", () => {
    const { links, linksLeftOut } = pictureGraph(planOf(FERRY), { phases: 9, folds: 9, links: 1 });
    expect(links).toEqual([{ from: 1, to: 3, isCritical: true }]);
    expect(linksLeftOut).toBe(3);
  });

  it("is not lost: every phase is in one box, every link between boxes is there once", () => {
    const plans = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { minLength: 1, maxLength: 20 }).map((rows) =>
      planOf(
        rows.map((row, index) => ({
          id: String(index),
          title: "T",
          weeks: 1,
          dependsOn: [...new Set(row)].filter((other) => other < index).map(String),
        })),
      ),
    );
    fc.assert(
      fc.property(plans, fc.nat(20), fc.integer({ min: 1, max: 5 }), (plan, phases, folds) => {
        const { boxes, links } = pictureGraph(plan, { phases, folds, links: 1000 });
        const members = boxes.map((box) => (box.kind === "phase" ? [box.phase.id] : box.phases.map(({ id }) => id)));
        expect(members.flat().toSorted()).toEqual(plan.phases.map(({ id }) => id).toSorted());
        const boxOf = (id: string) => members.findIndex((ids) => ids.includes(id));
        const expected = plan.phases.flatMap(({ id, dependsOn }) =>
          dependsOn
            .map((on) => `${boxOf(on)} ${boxOf(id)}`)
            .filter((pair) => pair.split(" ")[0] !== pair.split(" ")[1]),
        );
        expect(links.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual([...new Set(expected)].toSorted());
      }),
    );
  });
});

describe("the flowchart of a comment", () => {
  it("holds a small plan whole and folds what is far from anything critical or changed in a large one", () => {
    expect(flowchart(planOf(FERRY))).not.toContain("more phase");
    const text = flowchart(many(200))!;
    expect(text).toMatch(/"Tiers \d+–\d+<br\/>\d+ more phases"\]:::fold/);
    expect(text.match(/^ {2}n\d+\[/gm)!.length).toBeLessThanOrEqual(25 + 8 + 1);
  });
});

describe("a graph as DOT", () => {
  it("has everything, a rank for each tier", () => {
    expect(draw("dot", planOf(FERRY))).toBe(String.raw`digraph plan {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="sans-serif"];
  p0n0 [label="Phase 1\nQuay\ndone", color="#1a7f37"];
  p0n1 [label="Phase 2\nRadar &amp; radio\n4 weeks", color="#d1242f", penwidth=2];
  p0n2 [label="Phase 3\nThe \"Gull\"\n1 week"];
  p0n3 [label="Phase 4\nSea trial\n2 weeks", color="#d1242f", penwidth=2];
  { rank=same; p0n0; }
  { rank=same; p0n1; p0n2; }
  { rank=same; p0n3; }
  p0n0 -> p0n1;
  p0n0 -> p0n2;
  p0n1 -> p0n3 [color="#d1242f", penwidth=2];
  p0n2 -> p0n3;
}
`);
  });

  it("lets no text out of its quotes", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...HOSTILE_TEXTS, "\\", '\\"', "a\\"), fc.string({ unit: "binary" })),
        (title) => {
          const lines = draw("dot", planOf([{ id: "1", label: title, title, weeks: 1 }], { name: title })).split("\n");
          expect(lines[3]).toMatch(/^ {2}p0n0 \[label="(?:[^"\\]|\\["\\n])*", color="#d1242f", penwidth=2\];$/);
          expect(lines).toHaveLength(7);
        },
      ),
    );
  });
});

/** The texts and classes of an SVG; throws where it is no XML. */
function parsed(svg: string): { texts: string[]; elements: string[] } {
  const texts: string[] = [];
  const elements: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => elements.push([name, attributes["class"]].filter(Boolean).join(".")));
  parser.on("text", (text) => text.trim() && texts.push(text));
  parser.write(svg).close();
  return { texts, elements };
}

describe("a graph as SVG", () => {
  it("has a column a tier, a box a phase and an arrow a link", () => {
    const { texts, elements } = parsed(draw("svg", planOf(FERRY)));
    expect(texts.filter((text) => /^Tier/.test(text))).toEqual(["Tier 1", "Tier 2", "Tier 3"]);
    expect(texts).toEqual(expect.arrayContaining(["Radar & radio", 'The "Gull"', "4 weeks, critical", "done"]));
    const count = (what: string) => elements.filter((element) => element === what).length;
    expect([count("rect.box done"), count("rect.box critical"), count("rect.box plain")]).toEqual([1, 2, 1]);
    expect([count("path.link"), count("path.link hot")]).toEqual([3, 1]);
  });

  it("shows no two boxes in one place", () => {
    const corners = [...draw("svg", many(200), many(30)).matchAll(/class="box [^"]*" x="(\d+)" y="(\d+)"/g)];
    expect(corners).toHaveLength(230);
    expect(new Set(corners.map(([, x, y]) => `${x} ${y}`)).size).toBe(230);
  });

  it("draws a cycle and what has no tier, and says when there is nothing", () => {
    const cycle = planOf(
      [
        { id: "1", title: "A", weeks: 1, dependsOn: ["2"] },
        { id: "2", title: "B", weeks: 1, dependsOn: ["1"] },
      ],
      { unschedulable: ["1", "2"] },
    );
    expect(parsed(draw("svg", cycle)).texts).toContain("No tier");
    expect(parsed(draw("svg")).texts).toContain("No phases");
  });

  it("is XML without scripts or addresses, whatever a plan says", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" })), (title) => {
        const svg = draw("svg", planOf([{ id: "1", label: title, title, weeks: 1 }], { name: title }));
        expect(new Set(parsed(svg).elements.map((element) => element.split(".")[0]))).toEqual(
          new Set(["svg", "title", "style", "rect", "text", "g"]),
        );
      }),
    );
  });
});

const checker = "tools/render/check-mermaid.mjs";
const isInstalled = existsSync("tools/render/node_modules/mermaid");
if (!isInstalled) process.stderr.write("Diagrams are not parsed: run `npm ci` in tools/render.\n");

(isInstalled ? describe : describe.skip)("Mermaid itself", () => {
  it("takes every diagram: hostile texts, 1,000 phases, several plans, comments", () => {
    const block = (text: string) => `\`\`\`mermaid\n${text}\`\`\`\n`;
    const hostile = [
      ...HOSTILE_TEXTS,
      "end",
      "subgraph",
      "a --> b",
      "%%{init: {}}%%",
      "click n0 call x()",
      '"]',
      "#quot;",
    ];
    const named = many(hostile.length * 2, hostile);
    const documents = {
      "hostile.md": block(draw("mermaid", named)) + flowchart(many(80, hostile))!,
      "named.md": block(draw("mermaid", ...hostile.map((name) => ({ ...planOf(FERRY), name })))),
      "large.md": block(draw("mermaid", many(1000, hostile))) + flowchart(many(1000, hostile))!,
      "chain.md": block(draw("mermaid", planOf(chain(1000)))),
      "empty.md": block(draw("mermaid")),
    };
    const folder = folderOf({});
    for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, name), text);
    const files = Object.keys(documents).map((name) => join(folder, name));
    const { stdout, stderr } = spawnSync(process.execPath, [checker, ...files], { encoding: "utf8", timeout: 60_000 });
    expect(stderr).toBe("");
    expect(stdout).toBe("7 diagrams in 5 files, 0 wrong\n");
  }, 90_000);
});
