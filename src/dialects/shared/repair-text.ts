/** A text of which some was decoded twice, as it was meant. */
export interface RepairedText {
  readonly text: string;
  readonly repairs: number;
  /** The first sequence that is read as something else; offsets count in the text as it is. */
  readonly first: {
    readonly offset: number;
    readonly endOffset: number;
    readonly written: string;
    readonly meant: string;
  };
  /** What the bytes were taken for. */
  readonly takenFor: string;
  /** Where in the text as it is stands what the repaired one has at `index`. */
  toOriginal(index: number, side: "start" | "end"): number;
  /** The reverse; inside a repaired sequence, where that begins. */
  toRepaired(offset: number): number;
}

interface CodePage {
  readonly name: string;
  /** Byte 0x80 to 0xFF by character. */
  readonly byteOf: ReadonlyMap<string, number>;
  /** What may be the characters of one multi-byte sequence of UTF-8. */
  readonly sequence: RegExp;
}

/** One character that was meant, and the characters that stand for its bytes. */
interface Repair {
  /** In the repaired text. */
  readonly index: number;
  /** In the text as it is. */
  readonly offset: number;
  readonly endOffset: number;
  readonly written: string;
  readonly meant: string;
}

const FIRST_BYTE = 0x80;
const MAC_ROMAN =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/** Where Windows-1252 is not Latin-1; a dot for the bytes that it leaves to the control characters. */
const WINDOWS_1252 = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

const CODE_PAGES: readonly CodePage[] = [
  codePage("Windows-1252", [...latin1(), ...pairs(WINDOWS_1252).filter(([character]) => character !== ".")]),
  codePage("Mac Roman", pairs(MAC_ROMAN)),
];

/**
 * The text with every character restored whose UTF-8 bytes were taken for another encoding (`â€“` for `–`, `‚úÖ` for
 * `✅`), or null when nothing shows such damage. Only what makes whole characters of UTF-8 counts as damage; and two
 * characters alone, which sound text may have side by side, only where longer sequences are damaged the same way or
 * nothing else in the text is beyond ASCII.
 */
export function repairText(text: string): RepairedText | null {
  let best: { page: CodePage; repairs: readonly Repair[]; covered: number } | null = null;
  for (const page of CODE_PAGES) {
    const repairs = findRepairs(text, page);
    if (repairs.length === 0) continue;
    const covered = repairs.reduce((sum, { offset, endOffset }) => sum + endOffset - offset, 0);
    const isCertain = repairs.some(({ offset, endOffset }) => endOffset - offset > 2);
    if (!isCertain && covered < countBeyondAscii(text)) continue;
    if (best === null || covered > best.covered) best = { page, repairs, covered };
  }
  return best && repaired(text, best.page, best.repairs);
}

function findRepairs(text: string, { byteOf, sequence }: CodePage): readonly Repair[] {
  const repairs: Repair[] = [];
  let shorter = 0;
  for (const { 0: written, index } of text.matchAll(sequence)) {
    const meant = decode([...written].map((character) => byteOf.get(character)!));
    if (meant === null) continue;
    repairs.push({ index: index - shorter, offset: index, endOffset: index + written.length, written, meant });
    shorter += written.length - meant.length;
  }
  return repairs;
}

function repaired(text: string, { name }: CodePage, repairs: readonly Repair[]): RepairedText {
  let sound = "";
  let end = 0;
  for (const { offset, endOffset, meant } of repairs) {
    sound += text.slice(end, offset) + meant;
    end = endOffset;
  }
  return {
    text: sound + text.slice(end),
    repairs: repairs.length,
    first: repairs[0]!,
    takenFor: name,
    toOriginal: (index, side) => {
      const before = lastBefore(repairs, (repair) => repair.index <= index);
      if (!before) return index;
      const into = index - before.index;
      if (into >= before.meant.length) return before.endOffset + into - before.meant.length;
      return into === 0 || side === "start" ? before.offset : before.endOffset;
    },
    toRepaired: (offset) => {
      const before = lastBefore(repairs, (repair) => repair.offset <= offset);
      if (!before) return offset;
      if (offset < before.endOffset) return before.index;
      return before.index + before.meant.length + offset - before.endOffset;
    },
  };
}

function lastBefore(repairs: readonly Repair[], isBefore: (repair: Repair) => boolean): Repair | undefined {
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(repairs[middle]!)) low = middle + 1;
    else high = middle;
  }
  return repairs[low - 1];
}

function countBeyondAscii(text: string): number {
  let count = 0;
  for (let index = text.startsWith("\ufeff") ? 1 : 0; index < text.length; index++) {
    if (text.charCodeAt(index) >= FIRST_BYTE) count++;
  }
  return count;
}

/** Least code point for a sequence of that many bytes: what could have been shorter is no UTF-8. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** The character of one multi-byte sequence, or null when the bytes are none. */
function decode(bytes: readonly number[]): string | null {
  const [lead, ...rest] = bytes;
  const code = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead! & (0x7f >> bytes.length));
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < LEAST[bytes.length]! || code > 0x10ffff || isSurrogate ? null : String.fromCodePoint(code);
}

function codePage(name: string, characters: readonly (readonly [character: string, byte: number])[]): CodePage {
  const among = (from: number, to: number): string =>
    `[${characters.map(([character, byte]) => (byte >= from && byte <= to ? character : "")).join("")}]`;
  const next = among(0x80, 0xbf);
  const sequence = `${among(0xc2, 0xdf)}${next}|${among(0xe0, 0xef)}${next}{2}|${among(0xf0, 0xf4)}${next}{3}`;
  return { name, byteOf: new Map(characters), sequence: new RegExp(sequence, "g") };
}

function pairs(characters: string): [string, number][] {
  return [...characters].map((character, index) => [character, FIRST_BYTE + index]);
}

function latin1(): [string, number][] {
  return Array.from({ length: 128 }, (_, index) => [String.fromCharCode(FIRST_BYTE + index), FIRST_BYTE + index]);
}
