import type { PhaseRow, PlanReport } from "../../model/report.js";
import { pictureOrder } from "./picture-phases.js";

/** How much of a plan a picture may hold. */
export interface PictureLimits {
  /** Phases with a box of their own. */
  readonly phases: number;
  /** Boxes for all the others together. */
  readonly folds: number;
  readonly links: number;
}

/** A plan as boxes and arrows: what matters most on its own, the rest folded by tier. */
export interface PictureGraph {
  /** Phases in plan order, then folds by tier. */
  readonly boxes: readonly PictureBox[];
  /** Each pair of boxes once, in plan order; where not all have room, critical ones go before the others. */
  readonly links: readonly PictureLink[];
  /** Links for which there was no room. */
  readonly linksLeftOut: number;
}

export type PictureBox =
  | { readonly kind: "phase"; readonly phase: PhaseRow }
  /** Phases of neighbouring tiers, at least one; `first` and `last` are null for phases that have no tier. */
  | {
      readonly kind: "fold";
      readonly first: number | null;
      readonly last: number | null;
      readonly phases: readonly PhaseRow[];
    };

/** Indexes of boxes; `to` waits for `from`. */
export interface PictureLink {
  readonly from: number;
  readonly to: number;
  readonly isCritical: boolean;
}

/**
 * Cuts a plan to what a picture can hold. Phases come in the order of `pictureOrder`, those of `own` alone where it is
 * given; what finds no room is folded with others of its tier, and tiers with their neighbours. In linear time but for sorting.
 */
export function pictureGraph(plan: PlanReport, limits: PictureLimits, own?: ReadonlySet<string>): PictureGraph {
  const order = pictureOrder(plan);
  const wanted = own ? order.filter(({ id }) => own.has(id)) : order;
  const single = new Set(wanted.slice(0, limits.phases).map(({ id }) => id));
  const boxes: PictureBox[] = plan.phases
    .filter(({ id }) => single.has(id))
    .map((phase): PictureBox => ({ kind: "phase", phase }));
  const rest = plan.phases.filter(({ id }) => !single.has(id));
  boxes.push(...folds(rest, tiersOf(plan), limits.folds));
  const boxOf = new Map(
    boxes.flatMap((box, index) =>
      box.kind === "phase" ? [[box.phase.id, index] as const] : box.phases.map(({ id }) => [id, index] as const),
    ),
  );
  const links = linksBetween(plan.phases, boxOf);
  if (links.length <= limits.links) return { boxes, links, linksLeftOut: 0 };
  const ranked = [true, false].flatMap((is) => links.filter(({ isCritical }) => isCritical === is));
  return { boxes, links: ranked.slice(0, limits.links), linksLeftOut: links.length - limits.links };
}

/** The tier that the table of tiers shows each phase in; phases in or behind a cycle may have none. */
export const tiersOf = ({ tiers }: PlanReport): ReadonlyMap<string, number> =>
  new Map(tiers.flatMap(({ tier, phases }) => phases.map((id) => [id, tier] as const)));

function folds(phases: readonly PhaseRow[], tiers: ReadonlyMap<string, number>, most: number): PictureBox[] {
  const byTier = new Map<number | null, PhaseRow[]>();
  for (const phase of phases) {
    const tier = tiers.get(phase.id) ?? null;
    const members = byTier.get(tier);
    if (members) members.push(phase);
    else byTier.set(tier, [phase]);
  }
  const withoutTier = byTier.get(null) ?? [];
  byTier.delete(null);
  const rows = [...byTier].sort(([one], [other]) => one! - other!);
  const size = Math.ceil(rows.length / Math.max(1, most));
  const boxes: PictureBox[] = [];
  for (let at = 0; at < rows.length; at += size) {
    const part = rows.slice(at, at + size);
    boxes.push({
      kind: "fold",
      first: part[0]![0],
      last: part.at(-1)![0],
      phases: part.flatMap(([, members]) => members),
    });
  }
  if (withoutTier.length > 0) boxes.push({ kind: "fold", first: null, last: null, phases: withoutTier });
  return boxes;
}

function linksBetween(phases: readonly PhaseRow[], boxOf: ReadonlyMap<string, number>): PictureLink[] {
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const links = new Map<string, PictureLink>();
  for (const phase of phases) {
    for (const id of phase.dependsOn) {
      const [from, to] = [boxOf.get(id), boxOf.get(phase.id)!];
      if (from === undefined || from === to) continue;
      const key = `${from} ${to}`;
      const isCritical = isCriticalLink(byId.get(id)!, phase) || links.get(key)?.isCritical === true;
      links.set(key, { from, to, isCritical });
    }
  }
  return [...links.values()];
}

/** True for a link on which the end of what is left hangs. */
export const isCriticalLink = (from: PhaseRow, to: PhaseRow): boolean =>
  isCritical(from) &&
  isCritical(to) &&
  from.status !== "done" &&
  from.remaining!.earliestFinish === to.remaining!.earliestStart;

/** True for a phase whose delay delays the end of what is left. */
export const isCritical = (phase: PhaseRow): boolean => phase.remaining?.critical === true;
