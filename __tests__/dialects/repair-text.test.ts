import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { repairText } from "../../src/dialects/shared/repair-text.js";
import { SourceText } from "../../src/dialects/shared/source-text.js";
import { placeFaults, readMarkdown, stated, textAt } from "../kit/read-markdown.js";
import { randomMarkdown } from "./random-markdown.js";

const PAGES = ["windows-1252", "macintosh"] as const;

/** What becomes of a text whose bytes are taken for another encoding: of each character, its characters there. */
function damageEach(text: string, page: (typeof PAGES)[number]): string[] {
  const decoder = new TextDecoder(page);
  return [...text].map((character) => decoder.decode(new TextEncoder().encode(character)));
}

const damage = (text: string, page: (typeof PAGES)[number]): string => damageEach(text, page).join("");

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Characters as plans have them, and any others but a byte order mark, which no damage leaves at the start. A dash goes
 * before: two characters alone may be the damage of either encoding.
 */
const soundText = fc
  .array(fc.oneof(fc.constantFrom(..."éßçÃ–—“”…✅🟡≥→é日本ё \n|"), fc.string({ unit: "grapheme", maxLength: 1 })), {
    maxLength: 60,
  })
  .map((parts) => `– ${parts.join("")}`)
  .filter((text) => !LONE_SURROGATE.test(text) && !text.includes("\ufeff"));

describe.each(PAGES)("text that was taken for %s", (page) => {
  it("is read as it was meant", () => {
    fc.assert(
      fc.property(soundText, (text) => {
        const damaged = damage(text, page);
        expect(repairText(damaged)?.text ?? damaged).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every character in its place in the file", () => {
    fc.assert(
      fc.property(soundText, (text) => {
        const each = damageEach(text, page);
        const damaged = each.join("");
        const source = new SourceText({ path: "plan.md", text: damaged });
        let index = 0;
        for (const [at, character] of [...text].entries()) {
          const place = source.place(index, index + character.length);
          expect(textAt(damaged, place)).toBe(each[at]);
          expect(source.range(place)).toEqual([index, index + character.length]);
          index += character.length;
        }
        expect(placeFaults(source.place(0, text.length), damaged)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same plan, with all places in the file", () => {
    fc.assert(
      fc.property(randomMarkdown, (written) => {
        const text = `– ${written}`.replaceAll("\ufeff", "").replace(new RegExp(LONE_SURROGATE, "gu"), "");
        const damaged = damage(text, page);
        const plan = readMarkdown(damaged);
        expect(stated(plan)).toEqual(stated(readMarkdown(text)));
        expect(placeFaults(plan, damaged)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("sound text", () => {
  it.each([
    "Ã, Â, â, and √ each alone; « Ã » and “Ô”; Â· and é in one text",
    "A ação do João não é só MANHÃ: ção, õe, ÃO",
    "Élève, garçon, œuvre, où, « déjà », 5 € – 10 €",
    "Straße, Übergang, „Fähre“, größer, §5",
    "Ærø, Åland, smørrebrød, ¿qué?, ¡ya!, 30 °C ± 2 µm",
    "Căn hộ, Đà Nẵng, żółć, Ťuhýk, İstanbul, ığdır",
    "Паром, ёлка, Київ; πλοίο, ναύς; מעבורת; عبّارة; नौका; เรือข้ามฟาก",
    "渡し船、桟橋。連絡船 渡轮 渡輪 나룻배",
    "✅ 🟡 ⏳ 🚢 → ≥ ≤ ≠ ∞ √2 ± ∑ ∂",
    "plain",
    "",
  ])("is left alone: %s", (text) => {
    expect(repairText(text)).toBeNull();
  });

  it("keeps its own characters beside damage of three bytes", () => {
    expect(repairText("Café – â€“ Ã la carte")?.text).toBe("Café – – Ã la carte");
  });
});

describe("a damaged plan", () => {
  const text = [
    "# Ferry â€“ plan",
    "",
    "| Phase | Name â€“ | Tier | Duration | Status |",
    "|---|---|---|---|---|",
    "| 1 | Quai dâ€™Ã©tÃ© | 1 | 2â€“3 weeks | âœ… |",
    "",
  ].join("\n");

  it("is read, and says so once", () => {
    const plan = readMarkdown(text);
    expect(stated(plan)).toEqual({ 1: { title: "Quai d’été", tier: 1, weeks: 3, status: "done" } });
    expect(plan.notices.map(({ message, place }) => `${place.line}:${place.column} ${message}`)).toEqual([
      '1:9 "â€“" is read as "–", and 6 more like it in this document: it is UTF-8 that was taken for Windows-1252. Restore plan.md from a sound copy, or write these characters anew.',
    ]);
  });

  it("has its places in the file as it is", () => {
    const phase = [...readMarkdown(text).phases.values()][0]!;
    expect(textAt(text, phase.duration!.place)).toBe("2â€“3 weeks");
    expect(textAt(text, phase.tier!.place)).toBe("1");
    expect(textAt(text, phase.statusPlace!)).toBe("âœ…");
    expect(placeFaults(phase, text)).toEqual([]);
  });

  it("is read from Mac Roman, too", () => {
    const mac = "| Phase | Name | Status |\n|---|---|---|\n| 1 | Quai d‚Äô√©t√© | ‚úÖ |\n";
    expect(stated(readMarkdown(mac))).toEqual({ 1: { title: "Quai d’été", status: "done" } });
  });

  it("has chains in fences in their places", () => {
    const fenced = [
      "### Phase 1: Quai â€“",
      "### Phase 2: Pont â€“",
      "",
      "## Dependencies â€“",
      "",
      "```",
      "Phase 1 → Phase 2",
      "```",
      "",
    ].join("\n");
    const damaged = fenced.replace("→", "â†’");
    const [dependency] = [...readMarkdown(damaged).phases.values()].flatMap(({ dependsOn }) => dependsOn);
    expect(textAt(damaged, dependency!.place)).toContain("Phase");
    expect(dependency!.place.line).toBe(7);
  });
});
