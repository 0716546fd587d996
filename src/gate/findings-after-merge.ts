import type { SourceDocument } from "../model/document.js";
import type { Finding } from "../model/finding.js";
import type { Place } from "../model/place.js";

/** One plan as it would be after the merge. */
export interface MergedPlan {
  readonly findings: readonly Finding[];
  readonly documents: readonly SourceDocument[];
}

/**
 * What only the plan after the merge breaks: new findings that the change by itself does not have. They are shown where
 * the same line stands in the change, or at the head of the document when the base branch has brought the line. They
 * offer no edits, which would be made for another text.
 */
export function findingsAfterMerge(
  found: readonly Finding[],
  merged: readonly MergedPlan[],
  heads: readonly SourceDocument[],
): Finding[] {
  const known = new Set(found.map(({ fingerprint }) => fingerprint));
  const linesOfHead = new Map(heads.map(({ path, text }) => [path, linesOf(text)]));
  const findings: Finding[] = [];
  for (const { findings: all, documents } of merged) {
    const lines = new Map(documents.map(({ path, text }) => [path, linesOf(text)]));
    const move = (place: Place) =>
      movedPlace(place, lines.get(place.path) ?? NO_LINES, linesOfHead.get(place.path) ?? NO_LINES);
    for (const finding of all) {
      const { ruleId, severity, plan, phases, subject, fingerprint, isNew, waivedBy } = finding;
      if (!isNew || known.has(fingerprint)) continue;
      findings.push({
        ruleId,
        severity,
        plan,
        phases,
        fingerprint,
        isNew,
        waivedBy,
        place: move(finding.place),
        message: `After the merge into the base branch as it is now: ${finding.message}`,
        ...(subject !== undefined && { subject }),
        ...(finding.related && {
          related: finding.related.map(({ place, message }) => ({ place: move(place), message })),
        }),
      });
    }
  }
  return findings;
}

/** The lines of a document: their texts, where each begins, and where each text stands. */
interface Lines {
  readonly texts: readonly string[];
  readonly offsets: readonly number[];
  /** Text → indices, ascending. */
  readonly indices: ReadonlyMap<string, readonly number[]>;
}

const NO_LINES: Lines = { texts: [], offsets: [], indices: new Map() };

function linesOf(text: string): Lines {
  const texts = text.split("\n");
  const offsets: number[] = [];
  const indices = new Map<string, number[]>();
  let offset = 0;
  for (const [index, line] of texts.entries()) {
    offsets.push(offset);
    offset += line.length + 1;
    const same = indices.get(line);
    if (same) same.push(index);
    else indices.set(line, [index]);
  }
  return { texts, offsets, indices };
}

function movedPlace(place: Place, from: Lines, to: Lines): Place {
  if (place.revision === "base") return place;
  const before = place.line - 1;
  const index = nearest(to.indices.get(from.texts[before] ?? "") ?? [], before);
  if (index === null)
    return { path: place.path, line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 };
  const offset = to.offsets[index]! - from.offsets[before]!;
  return {
    ...place,
    line: place.line + index - before,
    endLine: place.endLine + index - before,
    offset: place.offset + offset,
    endOffset: place.endOffset + offset,
  };
}

/** Of ascending numbers the one nearest to another. */
function nearest(ascending: readonly number[], to: number): number | null {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < to) low = middle + 1;
    else high = middle;
  }
  const below = ascending[low - 1] ?? null;
  const above = ascending[low] ?? null;
  if (below === null || above === null) return below ?? above;
  return to - below < above - to ? below : above;
}
