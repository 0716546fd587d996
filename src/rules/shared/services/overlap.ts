import { createPathSearch, type PathSearch } from "../../../graph/path-search.js";
import type { Analysis } from "../../../model/analysis.js";
import type { Phase } from "../../../model/plan.js";
import { statesDependencies } from "../states-dependencies.js";

/** Why two phases may be at work at the same time. */
export interface Overlap {
  /** `both are in Tier 2`. */
  readonly because: string;
  /** False for what was computed: an author who states no tier has not said that they run side by side. */
  readonly isDeclared: boolean;
}

/** Says why two phases may overlap, or null when they do not, or nobody can tell. */
export function createOverlaps(analysis: Analysis): (one: Phase, other: Phase) => Overlap | null {
  const search = createPathSearch(analysis.plan, () => true);
  const mayCompute = statesDependencies(analysis.plan);
  return (one, other) => {
    const overlap = sideBySide(one, other) ?? (mayCompute ? computed(one, other, analysis) : null);
    return overlap && !wait(one, other, search) ? overlap : null;
  };
}

function sideBySide(one: Phase, other: Phase): Overlap | null {
  const said = (because: string): Overlap => ({ because, isDeclared: true });
  if (one.status === "in-progress" && other.status === "in-progress") return said("both are in progress");
  if (one.window && other.window) {
    const first = Math.max(one.window.startWeek, other.window.startWeek);
    const last = Math.min(one.window.endWeek, other.window.endWeek);
    if (first > last) return null;
    return said(first === last ? `both are at work in week ${first}` : `both are at work in weeks ${first} to ${last}`);
  }
  const tier = one.tier?.number ?? null;
  return tier !== null && tier === (other.tier?.number ?? null) ? said(`both are in Tier ${tier}`) : null;
}

function computed(one: Phase, other: Phase, { tiers }: Analysis): Overlap | null {
  if (one.tier?.number != null || other.tier?.number != null || (one.window && other.window)) return null;
  const tier = tiers.current.get(one.id);
  if (tier === undefined || tier !== tiers.current.get(other.id)) return null;
  return { because: `nothing keeps them apart`, isDeclared: false };
}

/** True where it would take too long to find out as well: then nothing is claimed. */
const wait = (one: Phase, other: Phase, search: PathSearch): boolean =>
  search.find(one.id, other.id) !== null || search.find(other.id, one.id) !== null || search.isExhausted;
