import type { Place } from "../model/place.js";
import type { Plan } from "../model/plan.js";
import { limits } from "../model/limits.js";

/** What of a plan is beyond the limits of what is judged, as a sentence, and where; null for a plan within them. */
export function excessOf(plan: Plan): { readonly message: string; readonly place: Place | null } | null {
  const { size } = plan.phases;
  if (size > limits.phases) return { message: `${plan.name} has ${size} phases; ${most(limits.phases)}`, place: null };
  let dependencies = 0;
  for (const { dependsOn, unresolved } of plan.phases.values()) {
    dependencies += dependsOn.length;
    const tooMany = unresolved.find(({ reason }) => reason === "too-many");
    if (tooMany) {
      const message =
        `${plan.name} has a range that would bring the dependencies it states by ranges above ` +
        `${limits.dependenciesFromRanges}`;
      return { message, place: tooMany.place };
    }
  }
  if (dependencies <= limits.dependencies) return null;
  return { message: `${plan.name} has ${dependencies} dependencies; ${most(limits.dependencies)}`, place: null };
}

const most = (limit: number): string => `at most ${limit} are judged`;
