import { contractKey, parseContractEntry } from "../grammar/contract-entry.js";
import type { Declaration, FactName, ItemDeclaration, ManagedSectionDeclaration } from "../model/declaration.js";
import type {
  ContractOutput,
  Dependency,
  ManagedSection,
  MissingEntry,
  ParallelClaim,
  Phase,
  PhaseId,
  Plan,
  ReadingNotice,
} from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { collectBreakingChanges } from "./collect-breaking-changes.js";
import { resolveCheckpoints } from "./checkpoints.js";
import { resolveContracts, type Contracts } from "./contracts.js";
import { resolveClaims } from "./resolve-claims.js";
import { chooseLevel } from "./choose-level.js";
import { closestFirst, collectItems, type Item, type Items } from "./items.js";
import { factsOf, linkItems, type Links } from "./link-items.js";
import { listedNames } from "./listed-names.js";
import { mergeFacts } from "./merge-facts.js";
import { missingEntries } from "./missing-entries.js";
import { collectLocks } from "./locks.js";
import { collectModifications } from "./modifications.js";
import { PhaseFinder } from "./named-phases.js";
import { collectServices } from "./services.js";
import type { ResolvedReference } from "./resolve-references.js";

/**
 * Declarations → plan: mentions merged, references resolved, units in weeks. Never throws for what an author wrote;
 * what cannot be resolved stays in the plan with place and reason.
 */
export function buildPlan(
  name: string,
  documents: readonly string[],
  declarations: readonly Declaration[],
  settings: Settings,
): Plan {
  const items = collectItems(
    declarations.filter((declaration): declaration is ItemDeclaration => declaration.kind === "item"),
  );
  const { links, notices } = linkItems(items);
  const edges = [...links].flatMap(([from, { waitsFor }]) => waitsFor.map(({ item }) => ({ from, to: item })));
  const chosen = chooseLevel(items.byKey, edges, settings.level);
  const ids = phaseIds(chosen, items);
  const phaseOf = (item: Item): PhaseId | undefined => phaseAt(item, null, ids, items);
  const missing = missingEntries(links, ids, phaseOf);
  const contracts = resolveContracts({ declarations, items, links, phaseOf });
  const phases = new Map<PhaseId, Phase>();
  for (const item of items.byKey.values()) {
    const id = ids.get(item);
    if (id === undefined) continue;
    const handsOn = contractsOf(item, contracts.get(id));
    phases.set(id, toPhase(item, id, links.get(item)!, missing.get(item) ?? [], handsOn, items, ids, settings));
  }
  const finder = new PhaseFinder(items, phaseOf);
  const locks = collectLocks(declarations, finder, settings.weeksPer.month);
  return {
    name,
    documents,
    phases,
    services: collectServices(declarations, finder),
    locks,
    modifications: collectModifications(ids, locks),
    breakingChanges: collectBreakingChanges(declarations),
    checkpoints: declarations.flatMap((declaration) =>
      declaration.kind === "checkpoints" ? [resolveCheckpoints(declaration, items, phaseOf)] : [],
    ),
    notices: [
      ...declarations.flatMap((declaration): ReadingNotice[] =>
        declaration.kind === "unread" ? [{ message: declaration.reason, place: declaration.place }] : [],
      ),
      ...notices,
    ],
    claims: resolveClaims(declarations, items, ids, settings),
    managedSections: declarations.flatMap((declaration) =>
      declaration.kind === "managed-section" ? [toManagedSection(declaration)] : [],
    ),
  };
}

const toManagedSection = ({ name, place, content, fault, lineBreak }: ManagedSectionDeclaration): ManagedSection => ({
  name,
  place,
  content: content && { text: content.text, place: content.place },
  fault,
  lineBreak,
});

/** The item's own id where that is unique among the phases; with its word, or its parent's id, where it is not. */
function phaseIds(chosen: ReadonlySet<Item>, items: Items): ReadonlyMap<Item, PhaseId> {
  const uses = new Map<string, number>();
  for (const { id } of chosen) uses.set(id.toLowerCase(), (uses.get(id.toLowerCase()) ?? 0) + 1);
  const ids = new Map<Item, PhaseId>();
  for (const item of chosen) {
    const parent = item.parent === null ? null : items.byKey.get(item.parent);
    const isUnique = uses.get(item.id.toLowerCase()) === 1 && !item.isLocal;
    const named = `${item.word} ${item.id}`.trim();
    ids.set(item, (isUnique ? item.id : item.isLocal && parent ? `${parent.id}/${named}` : named) as PhaseId);
  }
  return ids;
}

function toPhase(
  item: Item,
  id: PhaseId,
  links: Links,
  missingEntries: readonly MissingEntry[],
  handsOn: ReturnType<typeof contractsOf>,
  items: Items,
  ids: ReadonlyMap<Item, PhaseId>,
  settings: Settings,
): Phase {
  const mentions = closestFirst(item.mentions);
  const facts = mergeFacts(item.mentions, settings);
  const parent = item.parent === null ? undefined : items.byKey.get(item.parent);
  const target = (reference: ResolvedReference): PhaseId | undefined => phaseAt(reference.item, item, ids, items);
  return {
    id,
    label: item.label,
    kind: item.word || "phase",
    title:
      mentions
        .find(({ title }) => title !== null)
        ?.title?.text.trim()
        .replace(/\s+/g, " ") ?? "",
    parent: parent ? (ids.get(parent) ?? parent.id) : null,
    places: unique(
      mentions.map(({ place }) => place),
      ({ path, offset }) => `${offset} ${path}`,
    ),
    tier: facts.tier,
    dependsOn: dependencies(links.waitsFor, target),
    sequencedAfter: unique(links.sequencedAfter.flatMap((reference) => target(reference) ?? [])),
    unresolved: unique(links.unresolved, ({ text, reason }) => `${reason} ${text}`),
    duration: facts.duration,
    window: facts.window,
    status: facts.status,
    statusPlace: facts.statusPlace,
    progressPercent: facts.progressPercent,
    remainingWeeks: facts.remainingWeeks,
    modifies: namesIn(item, "modifies", "services"),
    outputs: handsOn.outputs,
    requires: handsOn.requires,
    outputItems: handsOn.outputItems,
    requirements: handsOn.requirements,
    dependencyList: links.lists.dependsOn?.end ?? null,
    parallelWith: parallelClaims(links.parallelWith, target),
    conflicts: facts.conflicts,
    missingEntries,
    children: childrenOf(item, items, ids),
  };
}

/** The phase an item stands for: itself, or the nearest one above it; nothing when that is the asking item itself. */
function phaseAt(item: Item, asking: Item | null, ids: ReadonlyMap<Item, PhaseId>, items: Items): PhaseId | undefined {
  for (let at: Item | undefined = item; at; at = at.parent === null ? undefined : items.byKey.get(at.parent)) {
    const id = ids.get(at);
    if (id !== undefined) return at === asking ? undefined : id;
  }
  return undefined;
}

function dependencies(
  references: readonly ResolvedReference[],
  target: (reference: ResolvedReference) => PhaseId | undefined,
): Dependency[] {
  const byId = new Map<PhaseId, Dependency>();
  for (const reference of references) {
    const id = target(reference);
    if (id === undefined) continue;
    const known = byId.get(id);
    const { evidence, isSatisfied, note, place } = reference;
    // A second statement adds what the first left open: a tick, a note, firmer evidence.
    byId.set(id, {
      id,
      evidence: known?.evidence === "explicit" ? "explicit" : evidence,
      satisfied: isSatisfied || (known?.satisfied ?? false),
      note: known?.note ?? note,
      place: known && !(known.evidence !== "explicit" && evidence === "explicit") ? known.place : place,
      ...(known && { isRestated: true }),
    });
  }
  return [...byId.values()];
}

function parallelClaims(
  references: readonly ResolvedReference[],
  target: (reference: ResolvedReference) => PhaseId | undefined,
): ParallelClaim[] {
  const claims = references.flatMap((reference) => {
    const id = target(reference);
    return id === undefined ? [] : [{ id, place: reference.place }];
  });
  return unique(claims, ({ id }) => id);
}

function childrenOf(item: Item, items: Items, ids: ReadonlyMap<Item, PhaseId>): Phase["children"] {
  const boxes = item.mentions.reduce(
    (sum, { checkboxes }) => ({ count: sum.count + checkboxes.count, done: sum.done + checkboxes.done }),
    { count: 0, done: 0 },
  );
  const below = items.below(item).filter((other) => !ids.has(other)).length;
  return boxes.count > 0 ? boxes : { count: below, done: 0 };
}

/** What a phase hands on and needs; as names alone, too, those in fields as they are written there. */
function contractsOf(item: Item, { outputs = [], requirements = [] }: Partial<Contracts> = {}) {
  return {
    outputs: withNames(namesIn(item, "outputs"), outputs),
    requires: withNames(
      namesIn(item, "requires"),
      requirements.filter(({ stated }) => stated === "contract"),
    ),
    outputItems: outputs,
    requirements,
  };
}

function withNames(written: readonly string[], items: readonly ContractOutput[]): readonly string[] {
  if (items.length === 0) return written;
  const known = new Set(written.map((text) => contractKey(nameIn(text))));
  return [
    ...written,
    ...unique(
      items.map(({ name }) => name),
      contractKey,
    ).filter((name) => !known.has(contractKey(name))),
  ];
}

function nameIn(text: string): string {
  const name = parseContractEntry(text)?.name;
  return name ? text.slice(name.start, name.end) : text;
}

/** Names of services and contracts that an item's fields list, code marks already gone. */
const namesIn = (item: Item, ...names: readonly FactName[]): string[] =>
  unique(names.flatMap((name) => factsOf(item, name).flatMap(({ text }) => listedNames(text).map((one) => one.text))));

function unique<Value>(values: readonly Value[], key: (value: Value) => unknown = (value) => value): Value[] {
  if (values.length < 2) return [...values];
  const seen = new Set<unknown>();
  return values.filter((value) => {
    const own = key(value);
    if (seen.has(own)) return false;
    seen.add(own);
    return true;
  });
}
