import { describe, expect, it } from "@jest/globals";
import { makeBadge } from "badge-maker";
import fc from "fast-check";
import { COLORS, LABEL_COLOR, type Badge, type Tone } from "../../../src/render/badges/badge.js";
import { textWidth } from "../../../src/render/shared/text-width.js";
import { badgeSvg } from "../../../src/render/badges/badge-svg.js";

const aBadge = (more: Partial<Badge> = {}): Badge => ({
  kind: "gate",
  label: "plan gate",
  message: "passing",
  tone: "good",
  isError: false,
  sentence: "plan gate: passing",
  ...more,
});

const widthOf = (svg: string): number => Number(/<svg [^>]*?width="(\d+)"/.exec(svg)![1]);
const theirs = (label: string, message: string): number => widthOf(makeBadge({ label, message }));
const ours = (label: string, message: string): number => widthOf(badgeSvg(aBadge({ label, message })));

describe("the width of a badge", () => {
  it.each([
    ["plan gate", "passing"],
    ["plan gate", "12 errors"],
    ["plan gate", "1 warning"],
    ["critical path", "≥ 72.5 weeks"],
    ["progress", "tier 1 · 40 %"],
    ["next breaking change", "in 9 days"],
    ["next breaking change", "none"],
  ])("of %s | %s is badge-maker's", (label, message) => {
    expect(ours(label, message)).toBe(theirs(label, message));
  });

  it("is badge-maker's for every character of ASCII", () => {
    for (let code = 33; code < 127; code++) {
      const text = String.fromCharCode(code).repeat(21);
      expect([text, ours("x", text)]).toEqual([text, theirs("x", text)]);
    }
  });

  it("is badge-maker's for any two texts of ASCII", () => {
    // Theirs is a sum of fractions that may end a hair below a whole number; ours is exact.
    const isNearEdge = (text: string) => Number.isInteger(textWidth(text));
    const unit = fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code));
    const text = fc.string({ unit, minLength: 1 }).filter((one) => !isNearEdge(one));
    fc.assert(fc.property(text, text, (label, message) => ours(label, message) === theirs(label, message)));
  });

  it("leaves more room than is needed for a character it does not know", () => {
    expect(ours("x", "Ж")).toBeGreaterThanOrEqual(theirs("x", "Ж"));
  });
});

describe("the SVG of a badge", () => {
  it("says the same to those who cannot see it", () => {
    const svg = badgeSvg(aBadge({ sentence: "docs/PLAN.md: plan gate: passing" }));
    expect(svg).toContain('role="img" aria-label="docs/PLAN.md: plan gate: passing"');
    expect(svg).toContain("<title>docs/PLAN.md: plan gate: passing</title>");
  });

  it("asks for nothing from elsewhere and holds no script", () => {
    const svg = badgeSvg(aBadge());
    expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
    expect(svg).not.toMatch(/<(?:script|style|image|use|a|foreignObject)\b|\bon[a-z]+=|href/);
  });

  it("keeps any text a text", () => {
    const frame = structureOf(badgeSvg(aBadge({ sentence: "x" })));
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"><script>', "]]>", "<!--", "&lt;", "\uFFFE"),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const svg = badgeSvg(aBadge({ label: text, message: text, sentence: text }));
        expect(structureOf(svg)).toEqual(frame);
        expect(svg).not.toMatch(/[\uFFFE\uFFFF]|&(?!#\d+;)/);
      }),
    );
  });

  it("has enough contrast in every colour", () => {
    for (const tone of Object.keys(COLORS) as Tone[])
      expect(contrastWithWhite(COLORS[tone])).toBeGreaterThanOrEqual(4.5);
    expect(contrastWithWhite(LABEL_COLOR)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Tags with the names of their attributes. */
function structureOf(svg: string): string[] {
  const tags = svg.match(/<[^>]*>/g) ?? [];
  return tags.map((tag) => tag.replace(/="[^"]*"/g, ""));
}

/** As WCAG 2 reckons it. */
function contrastWithWhite(color: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}
