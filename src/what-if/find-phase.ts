import { nearestWord } from "../config/nearest-word.js";
import type { Phase, PhaseId, Plan } from "../model/plan.js";
import { SetupError } from "../model/setup-error.js";

/**
 * The phase that a person calls `15` or `Phase 15`, or, where several plans have it, `docs/PLAN.md/15`. Throws a
 * SetupError `bad-arguments` that names the nearest one when there is none, and the plans when there are several.
 */
export function findPhase<Some extends Plan>(
  plans: readonly Some[],
  written: string,
): { readonly plan: Some; readonly phase: Phase } {
  const everywhere = plans.flatMap((plan) => phaseOf(plan, written));
  const found = everywhere.length > 0 ? everywhere : plans.flatMap((plan) => phaseOf(plan, namedIn(plan, written)));
  const [first, second] = found;
  if (first && !second) return first;
  if (!first) {
    const meant = nearestIn(plans, written);
    throw new SetupError("bad-arguments", `There is no phase ${JSON.stringify(written)}.${meant}`, {
      mend: "`plan-gate read` lists the phases with their ids.",
    });
  }
  const names = found.map(({ plan }) => plan.name);
  throw new SetupError("bad-arguments", `Several plans have a phase ${JSON.stringify(written)}: ${names.join(", ")}.`, {
    mend: `Put the plan before it, such as ${names[0]}/${first.phase.id}.`,
  });
}

function phaseOf<Some extends Plan>(plan: Some, written: string | null): { plan: Some; phase: Phase }[] {
  if (written === null) return [];
  const exact = plan.phases.get(written as PhaseId);
  if (exact) return [{ plan, phase: exact }];
  const folded = written.toLowerCase();
  for (const phase of plan.phases.values()) {
    if (phase.id.toLowerCase() === folded || phase.label.toLowerCase() === folded) return [{ plan, phase }];
  }
  return [];
}

const namedIn = ({ name }: Plan, written: string): string | null =>
  written.startsWith(`${name}/`) ? written.slice(name.length + 1) : null;

function nearestIn(plans: readonly Plan[], written: string): string {
  const plan = plans.find((one) => namedIn(one, written) !== null);
  const phases = (plan ? [plan] : plans).flatMap(({ phases }) => [...phases.values()]);
  const word = (plan && namedIn(plan, written)) ?? written;
  const meant = nearestWord(
    word,
    phases.flatMap(({ id, label }) => [id, label]),
  );
  return meant === null ? "" : ` Did you mean ${meant}?`;
}
