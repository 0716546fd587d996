import { redundantLinks, type RedundantLink } from "../graph/redundant-links.js";
import { subgraph } from "../graph/subgraph.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Fix, TextEdit } from "../model/finding.js";
import type { Place } from "../model/place.js";
import type { Dependency, Phase, PhaseId, Plan } from "../model/plan.js";
import { planRule } from "./rule.js";
import { blockingDependencies } from "./shared/blocking-dependencies.js";
import { judgedPhases } from "./shared/judged-phases.js";

const MOST_TOLD = 4;

export const redundantDependency = planRule({
  id: "redundant-dependency",
  summary: "A phase should not name a dependency that its other dependencies imply.",
  severity: "notice",
  *check({ plan, graph: { acyclic } }) {
    for (const [phase, links] of impliedDependencies(plan, acyclic)) {
      const [first, ...others] = links;
      const labelOf = (index: number) => plan.phases.get(acyclic.ids[index]!)!.label;
      const target = plan.phases.get(first!.dependency.id)!.label;
      const between = first!.link.between.map(labelOf).join(", which waits for ");
      const last = first!.link.isCut ? `others that wait for ${target}` : target;
      const fix = removal(
        phase,
        links.map(({ dependency }) => dependency),
        target,
      );
      yield {
        place: first!.dependency.place,
        message:
          `${phase.label} depends on ${target}, which is implied: it waits for ${between}, which waits for ${last}.` +
          alsoImplied(others.map(({ dependency }) => plan.phases.get(dependency.id)!.label)),
        phases: [phase.id, ...links.map(({ dependency }) => dependency.id)],
        related: others.map(({ dependency }) => ({
          place: dependency.place,
          message: `${plan.phases.get(dependency.id)!.label} is named here`,
        })),
        ...(fix && { fix }),
      };
    }
  },
});

interface Implied {
  readonly dependency: Dependency;
  readonly link: RedundantLink;
}

/** What each phase names although other explicit dependencies imply it, by phase in plan order. */
function impliedDependencies(plan: Plan, graph: AcyclicGraph): Map<Phase, Implied[]> {
  const stated = statedDependencies(plan);
  const binds = new Uint8Array(graph.predecessors.length);
  graph.ids.forEach((id, waiting) => {
    const own = stated.get(id);
    for (let link = graph.predecessorStart[waiting]!; link < graph.predecessorStart[waiting + 1]!; link++) {
      if (own?.has(graph.ids[graph.predecessors[link]!]!)) binds[link] = 1;
    }
  });
  const everyPhase = new Uint8Array(graph.ids.length).fill(1);
  const implied = new Map<Phase, Implied[]>();
  for (const link of redundantLinks(subgraph(graph, everyPhase, binds)) ?? []) {
    const phase = plan.phases.get(graph.ids[link.phase]!)!;
    const dependency = stated.get(phase.id)!.get(graph.ids[link.awaited]!)!;
    if (isOneOfMany(dependency, phase)) continue;
    const known = implied.get(phase);
    if (known) known.push({ dependency, link });
    else implied.set(phase, [{ dependency, link }]);
  }
  return implied;
}

function statedDependencies(plan: Plan): Map<PhaseId, ReadonlyMap<PhaseId, Dependency>> {
  const stated = new Map<PhaseId, ReadonlyMap<PhaseId, Dependency>>();
  for (const phase of judgedPhases(plan)) {
    const own = blockingDependencies(phase, plan).map(({ dependency }) => [dependency.id, dependency] as const);
    stated.set(phase.id, new Map(own));
  }
  return stated;
}

/** True for a phase out of a range or of `all previous phases`: nobody has named that one. */
const isOneOfMany = ({ id, place }: Dependency, phase: Phase): boolean =>
  phase.dependsOn.some((other) => other.id !== id && isSamePlace(other.place, place));

const isSamePlace = (one: Place, other: Place): boolean =>
  one.path === other.path && one.offset === other.offset && one.endOffset === other.endOffset;

/**
 * Takes the references out of a list of ids. Null where that is no clean cut: nothing of the same form follows right
 * behind, the author has noted something about the dependency, or it is stated elsewhere, too.
 */
function removal(phase: Phase, dependencies: readonly Dependency[], first: string): Fix | null {
  const edits: TextEdit[] = [];
  for (const dependency of dependencies) {
    const next = phase.dependsOn.find((other) => isNextInList(other, dependency));
    if (next === undefined || dependency.note !== null || dependency.isRestated) return null;
    const { line, column, offset } = next.place;
    edits.push({
      place: { ...dependency.place, endLine: line, endColumn: column, endOffset: offset },
      newText: "",
    });
  }
  const more = dependencies.length > 1 ? ` and ${dependencies.length - 1} more` : "";
  return { title: `take ${first}${more} out of what ${phase.label} depends on`, safety: "review", edits };
}

/** Longest text between two references that can only be a separator. */
const SEPARATOR = 2;

/** True when `next` stands right behind on the same line and is written alike, with or without its item word. */
function isNextInList(next: Dependency, { id, place }: Dependency): boolean {
  const gap = next.place.offset - place.endOffset;
  const wordOf = (own: Place, ownId: string) => own.endOffset - own.offset - ownId.length;
  return (
    next.place.path === place.path &&
    next.place.line === place.endLine &&
    gap > 0 &&
    gap <= SEPARATOR &&
    wordOf(next.place, next.id) === wordOf(place, id)
  );
}

function alsoImplied(labels: readonly string[]): string {
  if (labels.length === 0) return "";
  const told = labels.slice(0, MOST_TOLD);
  if (labels.length > MOST_TOLD) told.push(`${labels.length - MOST_TOLD} more`);
  const last = told.pop()!;
  return ` So ${labels.length === 1 ? "is" : "are"} ${told.length === 0 ? last : `${told.join(", ")} and ${last}`}.`;
}
