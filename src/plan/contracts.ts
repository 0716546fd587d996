import { contractKey, parseContractEntry } from "../grammar/contract-entry.js";
import type { ContractDeclaration, Declaration, Evidence } from "../model/declaration.js";
import type { ContractOutput, PhaseId, Requirement } from "../model/plan.js";
import type { Place, PlacedText } from "../model/place.js";
import { EdgeAllowance } from "./edge-allowance.js";
import type { Item, Items } from "./items.js";
import { factsOf, type Links } from "./link-items.js";
import { resolveReferences } from "./resolve-references.js";

/** What one phase hands on and needs, from its fields and its contract documents. */
export interface Contracts {
  readonly outputs: readonly ContractOutput[];
  readonly requirements: readonly Requirement[];
}

/** What the documents say, put together; a phase is asked for the items below it as well. */
export interface ContractsInput {
  readonly declarations: readonly Declaration[];
  readonly items: Items;
  readonly links: ReadonlyMap<Item, Links>;
  /** The phase that an item stands for. */
  readonly phaseOf: (item: Item) => PhaseId | undefined;
}

/**
 * The contracts of every phase that has any, each statement once. A contract of something that is no phase of the plan is
 * dropped. What a phase merely needs counts where some phase hands on something of that name.
 */
export function resolveContracts(input: ContractsInput): ReadonlyMap<PhaseId, Contracts> {
  const stated = [...declaredOf(input), ...writtenInFields(input)];
  const known = new Set(stated.filter(({ kind }) => kind === "output").map(({ name }) => contractKey(name)));
  const contracts = new Map<PhaseId, { outputs: ContractOutput[]; requirements: Requirement[] }>();
  const seen = new Set<string>();
  for (const one of stated) {
    const { kind, phase, name, version, category, evidence, place, from, source } = one;
    if (kind === "needs" && !known.has(contractKey(name))) continue;
    const side = kind === "output" ? "output" : "requirement";
    const key = [phase, side, contractKey(name), version, ...from].join("\n");
    if (contractKey(name) === "" || seen.has(key)) continue;
    seen.add(key);
    const own = contracts.get(phase) ?? { outputs: [], requirements: [] };
    contracts.set(phase, own);
    const item = { name, version, category, evidence, place };
    if (kind === "output") own.outputs.push(item);
    else own.requirements.push({ ...item, from, source, stated: kind });
  }
  return contracts;
}

interface Stated extends ContractOutput {
  readonly kind: "output" | Requirement["stated"];
  readonly phase: PhaseId;
  readonly from: readonly PhaseId[];
  readonly source: Requirement["source"];
}

function* declaredOf(input: ContractsInput): Iterable<Stated> {
  const find = sourceFinder(input);
  for (const one of input.declarations) {
    if (one.kind !== "contract") continue;
    const item = ownerOf(one, input.items);
    const phase = item && input.phaseOf(item);
    if (!phase) continue;
    yield {
      kind: one.side === "output" ? "output" : "contract",
      phase,
      name: cleanName(one.name.text),
      version: one.version ? cleanVersion(one.version.text) : null,
      category: one.category,
      evidence: "explicit",
      place: one.name.place,
      ...find(one.side === "output" ? null : one.source, item),
    };
  }
}

const ownerOf = ({ owner }: ContractDeclaration, items: Items): Item | null =>
  items.find(owner.word, owner.id, null) ?? (/^\d/.test(owner.id) ? null : items.find("", owner.id, null));

function* writtenInFields(input: ContractsInput): Iterable<Stated> {
  const find = sourceFinder(input);
  for (const [item, { unresolved }] of input.links) {
    const phase = input.phaseOf(item);
    if (phase === undefined) continue;
    for (const [fact, kind] of FACTS) {
      for (const { text, evidence } of factsOf(item, fact))
        for (const part of listParts(text)) yield* entryOf(part, evidence, kind, phase, (source) => find(source, item));
    }
    for (const { text, reason, evidence, place } of unresolved) {
      if (reason === "text")
        yield* entryOf(unplaced(text, place), evidence, "needs", phase, (source) => find(source, item));
    }
  }
}

const FACTS = [
  ["outputs", "output"],
  ["requires", "contract"],
  ["needs", "needs"],
] as const;

type Source = Pick<Requirement, "from" | "source">;

function* entryOf(
  text: PlacedText,
  evidence: Evidence,
  kind: Stated["kind"],
  phase: PhaseId,
  find: (source: PlacedText | null) => Source,
): Iterable<Stated> {
  const entry = parseContractEntry(text.text);
  if (!entry) return;
  const name = text.slice(entry.name.start, entry.name.end);
  const source = entry.source && kind !== "output" ? text.slice(entry.source.start, entry.source.end) : null;
  yield {
    kind,
    phase,
    name: cleanName(name.text),
    version: entry.version && cleanVersion(text.text.slice(entry.version.start, entry.version.end)),
    category: null,
    evidence,
    place: name.place,
    ...find(source),
  };
}

function sourceFinder({ items, phaseOf }: ContractsInput): (source: PlacedText | null, item: Item) => Source {
  // Of its own: what contracts name must not leave the plan fewer dependencies.
  const allowance = new EdgeAllowance();
  return (source, item) => {
    if (!source) return { from: [], source: null };
    const { resolved } = resolveReferences(
      { fact: "requires", text: source, evidence: "explicit" },
      item,
      items,
      allowance,
    );
    const from = [...new Set(resolved.flatMap((reference) => phaseOf(reference.item) ?? []))];
    return { from, source: { text: source.text.trim(), place: source.place } };
  };
}

/** The entries of a list in one line, each trimmed; commas in parentheses part nothing. */
function listParts(text: PlacedText): PlacedText[] {
  const parts: PlacedText[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number): void => {
    const written = text.text.slice(start, end);
    const from = start + (written.length - written.trimStart().length);
    if (written.trim() !== "") parts.push(text.slice(from, from + written.trim().length));
    start = end + 1;
  };
  for (let at = 0; at < text.text.length; at++) {
    const character = text.text[at]!;
    if (character === "(") depth++;
    else if (character === ")") depth = Math.max(0, depth - 1);
    else if (character === "\n" || (depth === 0 && (character === "," || character === ";"))) cut(at);
  }
  cut(text.text.length);
  return parts;
}

/** A text of which only the whole has a place. */
function unplaced(text: string, place: Place): PlacedText {
  return { text, place, slice: (start, end) => unplaced(text.slice(start, end), place) };
}

const cleanName = (written: string): string => written.trim().replace(/\s+/g, " ");
const cleanVersion = (written: string): string =>
  written
    .replace(/^(?:version|ver\.?|@)[ \t]{0,3}/i, "")
    .trim()
    .slice(0, 60);
