import { serviceKey } from "../grammar/service-name.js";
import type { Declaration, ServiceDeclaration } from "../model/declaration.js";
import type { DependentPhases, Service, StatedText } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";
import { listedNames } from "./listed-names.js";
import type { PhaseFinder } from "./named-phases.js";

/** `All phases`: whoever uses such a service need not be listed. */
const ALL = /\b(?:all|every)\b/i;

/**
 * One service for all rows and entries that name it, in the order first named. Of two rows that state the same, the
 * first counts; rows count before entries.
 */
export function collectServices(declarations: readonly Declaration[], phases: PhaseFinder): readonly Service[] {
  const byKey = new Map<string, ServiceDeclaration[]>();
  for (const declaration of declarations) {
    if (declaration.kind !== "service") continue;
    const key = serviceKey(declaration.service.text);
    if (key === "") continue;
    const known = byKey.get(key);
    if (known) known.push(declaration);
    else byKey.set(key, [declaration]);
  }
  return [...byKey.values()].map((mentions) => toService(mentions, phases));
}

function toService(mentions: readonly ServiceDeclaration[], phases: PhaseFinder): Service {
  const rows = mentions.filter(({ mention }) => mention === "row");
  const inOrder = [...rows, ...mentions.filter(({ mention }) => mention !== "row")];
  const cell = (column: Exclude<keyof ServiceDeclaration, "kind" | "place" | "mention">): PlacedText | null => {
    for (const mention of inOrder) if (mention[column]) return mention[column];
    return null;
  };
  const owner = cell("owner");
  const dependents = cell("dependents");
  const dependencies = cell("dependencies");
  return {
    name: nameOf(inOrder[0]!.service.text),
    places: inOrder.map(({ place }) => place),
    isRegistered: rows.length > 0,
    owner: owner && (phases.find(owner)[0] ?? null),
    version: stated(cell("version")),
    nextVersion: stated(cell("nextVersion")),
    status: stated(cell("status")),
    dependencies: dependencies ? listedNames(dependencies) : [],
    dependents: dependents && dependentsOf(dependents, phases),
  };
}

const nameOf = (text: string): string => text.replace(/\([^()]{0,120}\)/g, "").trim() || text.trim();

const stated = (text: PlacedText | null): StatedText | null => text && { text: text.text.trim(), place: text.place };

const dependentsOf = (text: PlacedText, phases: PhaseFinder): DependentPhases => ({
  phases: phases.find(text),
  isAll: ALL.test(text.text.slice(0, 200)),
  place: text.place,
});
