import { COLORS, LABEL_COLOR, type Badge } from "./badge.js";
import { textWidth } from "../shared/text-width.js";

const HEIGHT = 20;
const PADDING = 5;

/**
 * The badge as an SVG that needs nothing beside itself: no script, no style sheet, no address but the name of the format.
 * Its texts are stretched to the widths reckoned here, so that they fit whatever font is there.
 */
export function badgeSvg({ label, message, tone, sentence }: Badge): string {
  const [left, right] = [boxOf(label), boxOf(message)];
  const width = left + right;
  const said = escaped(sentence);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${said}">`,
    `<title>${said}</title>`,
    `<rect width="${width}" height="${HEIGHT}" rx="3" fill="#${LABEL_COLOR}"/>`,
    `<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v${HEIGHT - 6}a3 3 0 0 1-3 3H${left}z" fill="#${COLORS[tone]}"/>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" aria-hidden="true">`,
    textAt(PADDING, label),
    textAt(left + PADDING, message),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

const textAt = (x: number, text: string): string =>
  `<text x="${x}" y="14" textLength="${roomOf(text)}">${escaped(text)}</text>`;

/** Whole and odd, so that edges fall on pixels. */
const roomOf = (text: string): number => Math.trunc(textWidth(text)) | 1;

const boxOf = (text: string): number => roomOf(text) + 2 * PADDING;

/** As text and in quotes, without the two characters that XML has no place for at all. */
const escaped = (text: string): string =>
  text.replace(/[\uFFFE\uFFFF]/g, "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
