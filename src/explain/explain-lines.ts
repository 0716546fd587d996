import { lineKinds, type MarkdownDocument } from "../dialects/index.js";
import type { BreakingChangeDeclaration, Declaration, ItemDeclaration } from "../model/declaration.js";
import type { ExplainedItem, ExplainedLine, ExplainedService, Explanation } from "../model/explanation.js";
import type { Place } from "../model/place.js";
import type { Plan } from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { SetupError } from "../model/setup-error.js";
import { toBreakingChange } from "../plan/breaking-change.js";
import { collectItems } from "../plan/items.js";
import { explainFact } from "./explain-fact.js";
import { StandingItems } from "./standing-items.js";
import { whyNothing } from "./why-nothing.js";

export interface ExplainLinesInput {
  readonly document: MarkdownDocument;
  /** Counted from 1, both included. */
  readonly lines: { readonly first: number; readonly last: number };
  /** Of all documents of the plan. */
  readonly declarations: readonly Declaration[];
  readonly plan: Plan;
  readonly settings: Settings;
}

/** What the reader made of each line. Throws a SetupError `bad-arguments` for lines that the document has not. */
export function explainLines({ document, lines, declarations, plan, settings }: ExplainLinesInput): Explanation {
  const { path } = document.source;
  const kinds = lineKinds(document);
  if (lines.last > kinds.length) {
    const place = { path, line: kinds.length, column: 1 };
    throw new SetupError("bad-arguments", `${path} has no line ${lines.last}.`, {
      mend: `Its last line is ${kinds.length}.`,
      place,
    });
  }
  const mentions = declarations.filter((one): one is ItemDeclaration => one.kind === "item");
  const standing = new StandingItems(collectItems(mentions), plan);
  const onLine = mentionsByLine(mentions, path);
  const changesOn = new Map<number, BreakingChangeDeclaration[]>();
  const servicesOn = new Map<number, ExplainedService[]>();
  for (const one of declarations) {
    if (one.place.path !== path) continue;
    if (one.kind === "breaking-change") add(changesOn, one.place.line, one);
    if (one.kind === "service" || one.kind === "lock")
      add(servicesOn, one.place.line, { kind: one.kind, service: one.service.text.trim() });
  }
  const reasonFor = whyNothing(kinds, (line) => onLine.has(line));
  const explained: ExplainedLine[] = [];
  for (let line = lines.first; line <= lines.last; line++) {
    const { text, kind } = kinds[line - 1]!;
    const items = (onLine.get(line) ?? []).map((mention) =>
      explainItem(mention, line, { document, standing, settings }),
    );
    const announced = (changesOn.get(line) ?? []).map(toBreakingChange);
    const services = servicesOn.get(line) ?? [];
    const isRead = items.length > 0 || announced.length > 0 || services.length > 0;
    explained.push({
      line,
      text,
      kind,
      items,
      breakingChanges: announced.map((entry) => ({
        subject: entry.subject,
        change: entry.change,
        announced: entry.announced?.day ?? null,
        effective: entry.effective?.day ?? null,
      })),
      services,
      reason: isRead ? null : reasonFor(line),
    });
  }
  return { schemaVersion: 1, path, lines: explained };
}

const covers = ({ line, endLine }: Place, asked: number): boolean => line <= asked && asked <= endLine;

/** The mentions whose id or facts stand on each line. */
function mentionsByLine(
  mentions: readonly ItemDeclaration[],
  path: string,
): ReadonlyMap<number, readonly ItemDeclaration[]> {
  const byLine = new Map<number, ItemDeclaration[]>();
  for (const mention of mentions) {
    const places = [mention.idPlace, ...mention.facts.map(({ text }) => text.place)];
    const lines = new Set<number>();
    for (const place of places) {
      if (place.path !== path) continue;
      for (let line = place.line; line <= place.endLine; line++) lines.add(line);
    }
    for (const line of lines) add(byLine, line, mention);
  }
  return byLine;
}

function add<Value>(byLine: Map<number, Value[]>, line: number, value: Value): void {
  const here = byLine.get(line);
  if (here) here.push(value);
  else byLine.set(line, [value]);
}

function explainItem(
  mention: ItemDeclaration,
  line: number,
  { document, standing, settings }: Pick<ExplainLinesInput, "document" | "settings"> & { standing: StandingItems },
): ExplainedItem {
  const { path, text: whole } = document.source;
  const words = (at: Place): string => whole.slice(at.offset, at.endOffset);
  const { id, label, title, dialect, isDefinition, place } = mention;
  const facts = mention.facts.filter(({ text }) => text.place.path === path && covers(text.place, line));
  return {
    id,
    label,
    title: title?.text.trim().replace(/\s+/g, " ") ?? null,
    mention: mention.mention,
    dialect,
    isDefinition,
    place,
    standing: standing.of(mention),
    facts: facts.map((fact) => explainFact(fact, mention, standing, settings, words)),
  };
}
