/** The sections that the program can write. */
export const SECTION_NAMES = ["tiers", "timeline", "critical-path", "gantt", "queue", "status"] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** A pair of marks, or one that is out of place. Offsets count in the text that was searched. */
export interface MarkedSection {
  readonly name: string;
  /** The opening mark, or the mark at fault. */
  readonly mark: { readonly start: number; readonly end: number };
  /** From behind the line of the opening mark to the line of the closing one; null without a pair. */
  readonly content: { readonly start: number; readonly end: number } | null;
  readonly fault: string | null;
  /** How the line of the mark ends. */
  readonly lineBreak: "\n" | "\r\n";
}

interface OpenMark {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly lineBreak: "\n" | "\r\n";
}

const MARK = /^<!--[ \t]{0,9}plan-gate:(begin|end)(?:[ \t]{1,9}([^\s<>]{1,60}))?[ \t]{0,9}-->[ \t\r]{0,9}$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})([^\r]*)/;

export const isSectionName = (name: string): name is SectionName => (SECTION_NAMES as readonly string[]).includes(name);

/**
 * The managed sections of a document: what stands between a line `<!-- plan-gate:begin tiers -->` and a line
 * `<!-- plan-gate:end tiers -->`, marks in fenced code aside. Only a well-formed pair has a content.
 */
export function findManagedSections(text: string): readonly MarkedSection[] {
  const found: MarkedSection[] = [];
  const names = new Set<string>();
  let open: OpenMark | null = null;
  let fence: string | null = null;
  if (!text.includes("plan-gate:")) return found;
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length;) {
    const lineEnd = endOfLine(text, at);
    const line = text.slice(at, Math.min(lineEnd, at + 300));
    if (open === null) fence = fenceAfter(line, fence);
    const match: RegExpExecArray | null = fence === null || open !== null ? MARK.exec(line) : null;
    if (match) {
      const mark: string = match[0];
      const name: string = match[2] ?? "";
      const span: MarkedSection["mark"] = { start: at, end: at + mark.trimEnd().length };
      const lineBreak = text[lineEnd - 1] === "\r" ? "\r\n" : "\n";
      if (match[1] === "begin") {
        if (open) found.push(fault(open, `it is not closed before ${JSON.stringify(name)} begins`));
        open = { name, ...span, contentStart: Math.min(text.length, lineEnd + 1), lineBreak };
      } else if (open?.name === name) {
        found.push({
          name,
          mark: { start: open.start, end: open.end },
          content: { start: open.contentStart, end: at },
          fault: pairFault(name, names),
          lineBreak: open.lineBreak,
        });
        names.add(name);
        open = null;
      } else {
        found.push(fault({ name, ...span, lineBreak }, "it ends here but does not begin"));
      }
    }
    at = lineEnd + 1;
  }
  if (open) found.push(fault(open, "it is never closed"));
  return found;
}

function pairFault(name: string, before: ReadonlySet<string>): string | null {
  if (!isSectionName(name)) return `there is no such section; there is ${SECTION_NAMES.join(", ")}`;
  return before.has(name) ? "it is there twice" : null;
}

const fault = ({ name, start, end, lineBreak }: Omit<OpenMark, "contentStart">, reason: string): MarkedSection => ({
  name,
  mark: { start, end },
  content: null,
  fault: reason,
  lineBreak,
});

/** The fence that is open behind this line, by its marks; null outside of one. */
function fenceAfter(line: string, before: string | null): string | null {
  const match = FENCE.exec(line);
  if (!match) return before;
  const [, mark, info] = match;
  if (before === null) return mark!.startsWith("`") && info!.includes("`") ? null : mark!;
  const closes = mark!.startsWith(before[0]!) && mark!.length >= before.length && info!.trim() === "";
  return closes ? null : before;
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf("\n", from);
  return found < 0 ? text.length : found;
}
