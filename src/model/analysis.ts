import type { PlanGraph } from "./graph.js";
import type { Plan } from "./plan.js";
import type { Schedule, TierRow, Tiers } from "./schedule.js";
import type { Settings } from "./settings.js";

/** Everything computed about a plan at one revision. */
export interface Analysis {
  readonly plan: Plan;
  readonly graph: PlanGraph;
  readonly tiers: Tiers;
  /** By declared tier, computed where none is declared: the tiers people work by. */
  readonly tierRows: readonly TierRow[];
  readonly schedule: Schedule;
  readonly settings: Settings;
}
