import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import { createPathSearch } from "../graph/path-search.js";
import { serviceKey } from "../grammar/service-name.js";
import type { Analysis } from "../model/analysis.js";
import type { Violation } from "../model/finding.js";
import type { Phase, PhaseId, Plan, Service } from "../model/plan.js";
import type { Place } from "../model/place.js";
import { planRule } from "./rule.js";

export const registryDrift = planRule({
  id: "registry-drift",
  summary: "The dependent phases that a registry lists must be those that use the service.",
  severity: "notice",
  *check(analysis) {
    const users = usersByService(analysis.plan);
    const waits = createPathSearch(analysis.plan, () => true);
    for (const service of analysis.plan.services) {
      if (!service.dependents || !service.isRegistered || analysis.plan.phases.size === 0) continue;
      yield* listedWrongly(
        service,
        service.dependents,
        analysis,
        (from, to) => waits.find(from, to) !== null || waits.isExhausted,
      );
      if (!service.dependents.isAll) yield* notListed(service, service.dependents, users, analysis.plan);
    }
  },
});

function* listedWrongly(
  service: Service,
  dependents: NonNullable<Service["dependents"]>,
  { plan }: Analysis,
  waitsFor: (from: PhaseId, to: PhaseId) => boolean,
): Iterable<Violation> {
  const owner = service.owner?.phase ? plan.phases.get(service.owner.phase) : undefined;
  for (const { id, phase, place } of dependents.phases) {
    if (phase === null) {
      yield {
        place,
        message: `The registry says that Phase ${id} uses ${service.name}, but the plan has no such phase.`,
        phases: [],
        subject: `${service.name} for ${id}`,
      };
      continue;
    }
    const user = plan.phases.get(phase);
    if (!user || !owner || !isOpenWork(owner) || !isOpenWork(user) || user === owner) continue;
    // Who states nothing, or something that no program can read, may wait for the owner without saying so.
    if (user.dependsOn.length === 0 || user.unresolved.length > 0 || waitsFor(user.id, owner.id)) continue;
    yield {
      place,
      message: `The registry says that ${user.label} uses ${service.name}, which ${owner.label} is yet to finish, but ${user.label} does not wait for ${owner.label}.`,
      phases: [user.id, owner.id],
      subject: service.name,
    };
  }
}

function* notListed(
  service: Service,
  dependents: NonNullable<Service["dependents"]>,
  users: ReadonlyMap<string, ReadonlyMap<PhaseId, Place>>,
  plan: Plan,
): Iterable<Violation> {
  const known = new Set([...dependents.phases.map(({ phase }) => phase), service.owner?.phase ?? null]);
  for (const [id, place] of users.get(serviceKey(service.name)) ?? []) {
    const user = plan.phases.get(id);
    if (!user || known.has(id) || isDone(user)) continue;
    yield {
      place: dependents.place,
      message: `${user.label} names ${service.name}, but the registry does not list it among the phases that use it.`,
      phases: [id],
      subject: service.name,
      related: [{ place, message: `${user.label} names ${service.name} here` }],
    };
  }
}

const isOpenWork = (phase: Phase): boolean => isScheduled(phase) && !isDone(phase);

/** Which phases name which services: as what they change, or as what they wait for. */
function usersByService(plan: Plan): ReadonlyMap<string, ReadonlyMap<PhaseId, Place>> {
  const users = new Map<string, Map<PhaseId, Place>>();
  const add = (name: string, phase: PhaseId, place: Place): void => {
    const known = users.get(serviceKey(name));
    if (!known) users.set(serviceKey(name), new Map([[phase, place]]));
    else if (!known.has(phase)) known.set(phase, place);
  };
  for (const { service, phase, place } of plan.modifications) add(service, phase, place);
  for (const { id, unresolved } of plan.phases.values()) for (const { text, place } of unresolved) add(text, id, place);
  return users;
}
