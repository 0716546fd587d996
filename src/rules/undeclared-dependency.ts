import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import { createWaitedFor, type WaitedFor } from "../graph/waited-for.js";
import type { Fix } from "../model/finding.js";
import type { Phase, Plan, Requirement } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { listed } from "./shared/quantities.js";

const MOST_ADDED = 20;

export const undeclaredDependency = planRule({
  id: "undeclared-dependency",
  summary: "A phase must wait for the phases that its requirements come from.",
  severity: "error",
  *check({ plan }) {
    const waitedFor = createWaitedFor(plan);
    for (const phase of judgedPhases(plan)) {
      const missing = notWaitedFor(phase, plan, waitedFor);
      const fix = missing && addAll(phase, [...missing.keys()], waitedFor);
      for (const [source, requirements] of missing ?? []) {
        const [first] = requirements;
        yield {
          place: first!.source!.place,
          message:
            `${phase.label} requires ${listed(requirements.slice(0, 4).map(({ name }) => name))} from ${source.label}, ` +
            `but does not depend on ${source.label}.`,
          phases: [phase.id, source.id],
          related: requirements.slice(1).map(({ name, place }) => ({ place, message: `${name} is required here` })),
          ...(fix && { fix }),
        };
      }
    }
  },
});

/** The unfinished phases that requirements name as their source and that are not waited for; null when nobody can tell. */
function notWaitedFor(phase: Phase, plan: Plan, waitedFor: WaitedFor): Map<Phase, Requirement[]> | null {
  const missing = new Map<Phase, Requirement[]>();
  for (const requirement of phase.requirements) {
    if (requirement.evidence !== "explicit") continue;
    for (const id of requirement.from) {
      const source = plan.phases.get(id)!;
      if (source === phase || isDone(source) || !isScheduled(source)) continue;
      const awaited = waitedFor(phase.id);
      if (awaited === null) return null;
      if (awaited.has(id)) continue;
      const same = missing.get(source);
      if (same) same.push(requirement);
      else missing.set(source, [requirement]);
    }
  }
  return missing;
}

/** One edit for all of them; null where the list has no place for more, or one of them waits for the phase itself. */
function addAll(phase: Phase, sources: readonly Phase[], waitedFor: WaitedFor): Fix | null {
  const list = phase.dependencyList;
  if (list === null || sources.length === 0 || sources.length > MOST_ADDED) return null;
  if (sources.some((source) => waitedFor(source.id)?.has(phase.id) !== false)) return null;
  const written = sources.map(({ id, label }) => (list.form === "ids" ? id : label));
  return {
    title: `add ${listed(sources.map(({ label }) => label))} to what ${phase.label} depends on`,
    safety: "review",
    edits: [
      {
        place: list.place,
        newText: list.form === "none" ? written.join(", ") : written.map((one) => `, ${one}`).join(""),
      },
    ],
  };
}
