/** Advance widths of Verdana at 11 px, in hundredths of a pixel: the printable characters of ASCII, from the blank on. */
const ASCII = [
  387, 433, 505, 900, 699, 1184, 799, 295, 500, 500, 699, 900, 400, 500, 400, 500, 699, 699, 699, 699, 699, 699, 699,
  699, 699, 699, 500, 500, 900, 900, 900, 600, 1100, 752, 754, 768, 848, 696, 632, 853, 827, 463, 500, 762, 612, 927,
  823, 866, 663, 866, 765, 752, 678, 805, 752, 1088, 754, 677, 754, 500, 500, 500, 900, 699, 699, 661, 685, 573, 685,
  655, 387, 685, 696, 302, 379, 651, 302, 1070, 696, 668, 685, 685, 469, 573, 433, 696, 651, 900, 651, 651, 578, 698,
  500, 698, 900,
];
const OTHERS: Readonly<Record<string, number>> = { "·": 400, "≥": 900 };
/** Rather too much room than too little. */
const WIDEST = 1184;

/** Pixels that a text takes in Verdana at 11 px; a little less in DejaVu Sans, which often stands in for it. */
export function textWidth(text: string): number {
  let hundredths = 0;
  for (const character of text) {
    hundredths += ASCII[character.codePointAt(0)! - 32] ?? OTHERS[character] ?? WIDEST;
  }
  return hundredths / 100;
}
