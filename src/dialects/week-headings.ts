import { itemLabel } from "../grammar/item-id.js";
import { parseWeekWindow, type WeekWindow } from "../grammar/week-window.js";
import type { Declaration, FactDeclaration, ItemDeclaration, ItemName } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { declareItem } from "./shared/declare-item.js";
import { readFields } from "./shared/fields.js";
import type { InlineText } from "./shared/inline-text.js";
import { takeTitleApart } from "./shared/item-title.js";
import type { MarkdownDocument, Section } from "./shared/markdown-document.js";
import { countCheckboxes } from "./shared/section-items.js";

/** A heading that opens with a week, `Week 15-16: Refunds`. */
interface Week {
  readonly section: Section;
  readonly heading: InlineText;
  readonly window: WeekWindow;
  readonly facts: readonly FactDeclaration[];
  readonly checkboxes: { readonly count: number; readonly done: number };
}

/** A week says little: headings of it are read where most of them carry one of these, or check boxes. */
const TELLING = new Set<FactDeclaration["fact"]>(["dependsOn", "blocks", "duration", "status"]);
const WEEKS = /^(?:[\s,;&+]|and\b|weeks?\s{1,3}\d{1,4}(?:\s{0,3}[-\u2010-\u2015]\s{0,3}\d{1,4})?){1,40}$/iu;
const ONE = /weeks?\s{1,3}\d{1,4}(?:\s{0,3}[-\u2010-\u2015]\s{0,3}\d{1,4})?/giu;

/**
 * `### Week 15-16: Refunds` with fields below, in a document that defines no other items: weeks of a phase, and the
 * weeks of a log or a course, are no phases.
 */
export const weekHeadings: Dialect = {
  name: "week-headings",
  sign: /weeks?\W{0,6}\d/i,
  *read(document, elsewhere): Iterable<Declaration> {
    const weeks = weeksOf(document);
    const telling = weeks.filter(({ facts, checkboxes }) => checkboxes.count > 0 || facts.some(isTelling));
    if (weeks.length < 2 || telling.length <= weeks.length * 0.6 || !followOneAnother(weeks)) return;
    if (elsewhere().all.length > 0) return;
    for (const week of weeks) yield declare(week, weeks);
  },
};

const isTelling = ({ fact }: FactDeclaration): boolean => TELLING.has(fact);

function weeksOf(document: MarkdownDocument): readonly Week[] {
  const weeks = document.sections.flatMap((section) => {
    const { heading } = section;
    const window = heading && parseWeekWindow(heading.text.slice(0, 300), 4);
    const opens = window && /^[^\p{L}\p{N}]{0,12}$/u.test(heading.text.slice(0, window.start));
    return opens && /^weeks?\b/i.test(heading.text.slice(window.start)) ? [{ section, heading, window }] : [];
  });
  const depth = weeks[0]?.section.depth;
  return weeks
    .filter(({ section }) => section.depth === depth)
    .map((week) => ({
      ...week,
      facts: readFields(document.source, week.section.blocks),
      checkboxes: countCheckboxes(week.section.blocks),
    }));
}

/** Weeks of one calendar; where they begin anew, somebody counts inside something else. */
const followOneAnother = (weeks: readonly Week[]): boolean =>
  weeks.every(({ window }, index) => index === 0 || window.startWeek > weeks[index - 1]!.window.endWeek);

function declare({ heading, window, facts, checkboxes }: Week, weeks: readonly Week[]): ItemDeclaration {
  const { id, word } = nameOf(window);
  const idText = heading.slice(window.start, window.end);
  const rest = heading.slice(window.end);
  const lead = /^[\s:.\-\u2010-\u2015|\u00b7]{0,9}/u.exec(rest.text)![0].length;
  const apart = takeTitleApart(rest.slice(lead));
  return declareItem(
    { id, word, label: itemLabel(word, id), title: apart.title, idText },
    {
      mention: "section",
      place: heading.place,
      parent: null,
      isDefinition: true,
      facts: [
        { fact: "window", text: idText, evidence: "explicit" },
        ...apart.facts,
        ...facts.map((fact) => withNames(fact, weeks)),
      ],
      checkboxes,
      dialect: "week-headings",
    },
  );
}

const nameOf = ({ startWeek, endWeek }: WeekWindow): ItemName => ({
  id: startWeek === endWeek ? String(startWeek) : `${startWeek}-${endWeek}`,
  word: "week",
  parent: null,
});

/** `Weeks 1-2, Week 4` means the headings whose weeks these are; a text that says anything else is left as it is. */
function withNames(fact: FactDeclaration, weeks: readonly Week[]): FactDeclaration {
  if (!/^(?:dependsOn|blocks|parallelWith|sequencedAfter)$/.test(fact.fact)) return fact;
  const { text } = fact.text;
  if (!WEEKS.test(text.trim())) return fact;
  const names = [...text.matchAll(ONE)].flatMap(([written]) => {
    const said = parseWeekWindow(written, 4);
    return said ? weeksWithin(weeks, said).map(({ window }) => nameOf(window)) : [];
  });
  return names.length > 0 ? { ...fact, names } : fact;
}

/** Those that share a week with this window; they stand in the order of their weeks. */
function weeksWithin(weeks: readonly Week[], { startWeek, endWeek }: WeekWindow): readonly Week[] {
  let low = 0;
  let high = weeks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (weeks[middle]!.window.endWeek < startWeek) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < weeks.length && weeks[end]!.window.startWeek <= endWeek) end++;
  return weeks.slice(low, end);
}
