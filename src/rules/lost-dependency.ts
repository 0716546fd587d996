import { opensWithStatus } from "../grammar/status.js";
import type { PhasePair } from "../model/comparison.js";
import type { Phase, PhaseId, UnresolvedReference } from "../model/plan.js";
import { changeRule } from "./rule.js";
import { listed, listedBriefly } from "./shared/quantities.js";

const LONGEST_TOLD = 60;

export const lostDependency = changeRule({
  id: "lost-dependency",
  summary: "A dependency must not get lost because something else is written in its place.",
  severity: "warning",
  *check({ pairs, head: { plan } }) {
    const idInHead = new Map(pairs.map(({ base, head }) => [base.id, head.id]));
    for (const pair of pairs) {
      const lost = lostIn(pair, idInHead);
      const text = lost.length === 0 ? undefined : textInstead(pair);
      if (text === undefined) continue;
      const { base, head } = pair;
      const names = lost.map((id) => plan.phases.get(id)!.label);
      const them = names.length === 1 ? "it" : "them";
      yield {
        place: text.place,
        message:
          `${head.label} depended on ${listedBriefly(names)}; where that was written now stands ${JSON.stringify(shortened(text.text))}. ` +
          `Name ${them} again and put this elsewhere, or write "none" if ${head.label} depends on nothing.`,
        phases: [head.id, ...lost],
        related: base.dependsOn
          .filter(({ id }) => lost.includes(idInHead.get(id) ?? id))
          .slice(0, 1)
          .map(({ place }) => ({ place, message: `${base.label} depended on ${listed(names.slice(0, 1))} here` })),
      };
    }
  },
});

/** Phases that are still there, that base's phase explicitly depends on, and head's no longer. */
function lostIn({ base, head }: PhasePair, idInHead: ReadonlyMap<PhaseId, PhaseId>): readonly PhaseId[] {
  const kept = new Set(head.dependsOn.map(({ id }) => id));
  const stated = base.dependsOn.filter(({ evidence }) => evidence === "explicit");
  const inHead = stated.flatMap(({ id }) => idInHead.get(id) ?? []);
  return [...new Set(inHead)].filter((id) => !kept.has(id) && id !== head.id);
}

/** What is new among head's dependencies and names no phase: a status, or anything where no dependency is left. */
function textInstead({ base, head }: PhasePair): UnresolvedReference | undefined {
  const before = new Set(base.unresolved.map(({ text }) => text));
  const added = head.unresolved.filter(({ text, reason }) => reason === "text" && !before.has(text));
  return added.find(({ text }) => !statesDependency(head) || opensWithStatus(text));
}

const statesDependency = ({ dependsOn }: Phase): boolean => dependsOn.some(({ evidence }) => evidence === "explicit");

const shortened = (text: string): string =>
  text.length > LONGEST_TOLD ? `${[...text].slice(0, LONGEST_TOLD - 1).join("")}…` : text;
