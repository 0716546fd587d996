import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import type { Fix } from "../model/finding.js";
import type { MissingEntry, Phase } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";

export const oneSidedDependency = planRule({
  id: "one-sided-dependency",
  summary: "Where two phases list what they wait for and what they block, the lists must agree.",
  severity: "notice",
  *check({ plan }) {
    for (const phase of judgedPhases(plan)) {
      const missing = phase.missingEntries
        .map((entry) => ({ entry, other: plan.phases.get(entry.id)! }))
        .filter(({ other }) => isScheduled(other) && !isDone(other));
      const fixes = {
        dependsOn: complete(phase, missing, "dependsOn"),
        blocks: complete(phase, missing, "blocks"),
      };
      for (const { entry, other } of missing) {
        const fix = fixes[entry.list];
        yield {
          place: entry.listPlace,
          message: describe(phase, other, entry),
          phases: [phase.id, other.id],
          subject: entry.list,
          related: [{ place: entry.statedAt, message: `${other.label} says so here` }],
          ...(fix && { fix }),
        };
      }
    }
  },
});

const describe = (phase: Phase, other: Phase, { list }: MissingEntry): string =>
  list === "blocks"
    ? `${other.label} says that it depends on ${phase.label}, but is not in the list of what ${phase.label} blocks.`
    : `${other.label} says that it blocks ${phase.label}, but is not in the list of what ${phase.label} depends on.`;

const MOST_ADDED = 20;

/** Adds to one list all that it lacks; null where it has no place for more, or would hardly be a list any longer. */
function complete(
  phase: Phase,
  missing: readonly { entry: MissingEntry; other: Phase }[],
  list: MissingEntry["list"],
): Fix | null {
  const own = missing.filter(({ entry }) => entry.list === list);
  const insertion = own[0]?.entry.insertion ?? null;
  if (insertion === null || own.length > MOST_ADDED) return null;
  const labels = own.map(({ other }) => other.label);
  const written = own.map(({ other }) => (insertion.saysWord ? other.label : other.id));
  return {
    title: `add ${labels.join(", ")} to what ${phase.label} ${list === "blocks" ? "blocks" : "depends on"}`,
    safety: "review",
    edits: [{ place: insertion.place, newText: written.map((one) => `, ${one}`).join("") }],
  };
}
