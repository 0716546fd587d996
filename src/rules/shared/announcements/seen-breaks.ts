import { serviceKey } from "../../../grammar/service-name.js";
import type { Comparison } from "../../../model/comparison.js";
import type { Place } from "../../../model/place.js";
import type { Phase, PhaseId, Plan, Service } from "../../../model/plan.js";
import { judgedPhases } from "../judged-phases.js";

/** A breaking change that shows in what a change does, whether or not anybody has announced it. */
export interface SeenBreak {
  /** What an announcement has to name, the best name first. */
  readonly names: readonly string[];
  /** `is removed from the registry`. */
  readonly change: string;
  readonly version: string | null;
  readonly place: Place;
  /** Unfinished phases that need it, in plan order, and other things that do. Never both empty. */
  readonly phases: readonly Phase[];
  readonly others: readonly string[];
}

/**
 * What this change takes away or makes another while somebody unfinished needs it: services, contract items, numbers of
 * phases. Phases that go are left out: they have a rule of their own.
 */
export function* seenBreaks(comparison: Comparison): Iterable<SeenBreak> {
  const needs = whoNeeds(comparison.head.plan);
  yield* ofServices(comparison, needs);
  yield* ofOutputs(comparison, needs);
  yield* ofNumbers(comparison, needs);
}

interface Needs {
  readonly unfinished: ReadonlyMap<PhaseId, Phase>;
  /** Name of a service or contract item → the unfinished phases that require it. */
  readonly requiring: ReadonlyMap<string, readonly Phase[]>;
  readonly waitingFor: ReadonlyMap<PhaseId, readonly Phase[]>;
  /** Name of a service → services that say they need it. */
  readonly dependentServices: ReadonlyMap<string, readonly string[]>;
}

function whoNeeds(plan: Plan): Needs {
  const unfinished = new Map([...judgedPhases(plan)].map((phase) => [phase.id, phase]));
  const requiring = new Map<string, Phase[]>();
  const waitingFor = new Map<PhaseId, Phase[]>();
  for (const phase of unfinished.values()) {
    for (const key of new Set(phase.requires.map(serviceKey))) add(requiring, key, phase);
    for (const { id, satisfied } of phase.dependsOn) if (!satisfied) add(waitingFor, id, phase);
  }
  const dependentServices = new Map<string, string[]>();
  for (const { name, dependencies } of plan.services)
    for (const { text } of dependencies) add(dependentServices, serviceKey(text), name);
  return { unfinished, requiring, waitingFor, dependentServices };
}

const add = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
};

function* ofServices({ base, head }: Comparison, needs: Needs): Iterable<SeenBreak> {
  const after = new Map(registered(head.plan).map((service) => [serviceKey(service.name), service]));
  for (const service of registered(base.plan)) {
    const now = after.get(serviceKey(service.name));
    const broken = whatBreaks(service, now);
    if (!broken) continue;
    const key = serviceKey(service.name);
    const listed = listedDependents(service, needs);
    const phases = [...new Set([...listed, ...(needs.requiring.get(key) ?? [])])];
    const others = (needs.dependentServices.get(key) ?? []).filter((name) => serviceKey(name) !== key);
    if (phases.length + others.length === 0) continue;
    const place = (now ?? service).places[0]!;
    yield { names: [service.name], ...broken, place, phases, others };
  }
}

const registered = ({ services }: Plan): readonly Service[] => services.filter(({ isRegistered }) => isRegistered);

const GOING = /\b(?:deprecated|obsolete|sunset|retired|removed)\b/i;

function whatBreaks(before: Service, now: Service | undefined): Pick<SeenBreak, "change" | "version"> | null {
  if (now === undefined) return { change: "is removed from the registry", version: null };
  const [from, to] = [before, now].map(({ version }) => majorOf(version?.text ?? ""));
  if (from != null && to != null && to > from) {
    const version = `${before.version!.text} → ${now.version!.text}`;
    return { change: `goes from version ${before.version!.text} to ${now.version!.text}`, version };
  }
  if (GOING.test(now.status?.text ?? "") && !GOING.test(before.status?.text ?? ""))
    return { change: "is marked as deprecated", version: null };
  return null;
}

const majorOf = (version: string): number | null => {
  const major = /(?<![\d.])\d{1,6}/.exec(version)?.[0];
  return major === undefined ? null : Number(major);
};

/** The dependents that the registry lists, without the owner: who makes the change need not be told. */
function listedDependents({ dependents, owner }: Service, { unfinished }: Needs): Phase[] {
  if (dependents === null) return [];
  const named = new Set(dependents.phases.map(({ phase }) => phase));
  return [...unfinished.values()].filter(({ id }) => (dependents.isAll || named.has(id)) && id !== owner?.phase);
}

function* ofOutputs({ base, head }: Comparison, needs: Needs): Iterable<SeenBreak> {
  const kept = new Set([...head.plan.phases.values()].flatMap(({ outputs }) => outputs.map(serviceKey)));
  const registry = new Set(registered(base.plan).map(({ name }) => serviceKey(name)));
  for (const phase of base.plan.phases.values()) {
    for (const output of phase.outputs) {
      const key = serviceKey(output);
      if (kept.has(key) || registry.has(key)) continue;
      const phases = (needs.requiring.get(key) ?? []).filter(({ id }) => id !== phase.id);
      if (phases.length === 0) continue;
      const change = `is no output of ${phase.label} any more`;
      yield { names: [output], change, version: null, place: phase.places[0]!, phases, others: [] };
    }
  }
}

function* ofNumbers({ base, head, changes }: Comparison, needs: Needs): Iterable<SeenBreak> {
  for (const change of changes) {
    if (change.kind !== "phase-renumbered") continue;
    const phases = needs.waitingFor.get(change.to) ?? [];
    const [before, now] = [base.plan.phases.get(change.from), head.plan.phases.get(change.to)];
    if (phases.length === 0 || !before || !now) continue;
    const names = [before.label, change.from, now.label];
    yield {
      names,
      change: `is called ${now.label} from now on`,
      version: null,
      place: now.places[0]!,
      phases,
      others: [],
    };
  }
}
