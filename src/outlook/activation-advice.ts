import type { Activation } from "../model/report.js";
import type { Schedule } from "../model/schedule.js";
import type { Work } from "./work.js";

const MANY_PHASES = 10;
const FEW_PHASES = 5;
/** Above this share of the work in one chain there is little to do side by side. */
const TIGHT = 0.8;

/** A reason for working by tiers (`for`), against it, or only worth knowing. */
interface Factor {
  readonly weighs: "for" | "against" | "neither";
  readonly reason: string;
}

/**
 * Whether working on what is left by tiers, side by side, is worth its trouble, by the methodology's decision framework:
 * one reason against is enough against it; for it speak many phases that can run side by side and weeks saved; between
 * them it is optional. `agents` is how many can work at once, null when nobody said. Null when nothing is left.
 */
export function activationAdvice(work: Work, { remaining }: Schedule, agents: number | null): Activation | null {
  const left = work.remaining.takesPart.reduce((count, takesPart) => count + takesPart, 0);
  if (left === 0) return null;
  const sequential = remaining.sequential.makespan;
  const factors = [
    phasesLeft(left),
    ...(agents === null ? [] : [agentsAtWork(agents)]),
    sideBySide(remaining.shape.widest.length),
    ...(sequential > 0
      ? [
          tightness(remaining.dependencies.makespan, sequential),
          saving(remaining.tiered.makespan, sequential),
          overhead(remaining.tiered.makespan, remaining.dependencies.makespan),
        ]
      : []),
  ];
  const isAgainst = factors.some(({ weighs }) => weighs === "against");
  return {
    advice: isAgainst ? "not-worth-it" : left >= MANY_PHASES && sequential > 0 ? "use" : "optional",
    reasons: factors.map(({ reason }) => reason),
  };
}

function phasesLeft(left: number): Factor {
  const phases = left === 1 ? "1 phase is left" : `${left} phases are left`;
  if (left >= MANY_PHASES) return { weighs: "for", reason: `${phases}: for tiers (10 or more)` };
  if (left < FEW_PHASES) return { weighs: "against", reason: `${phases}: against tiers (fewer than 5)` };
  return { weighs: "neither", reason: `${phases}: neither for tiers (10 or more) nor against (fewer than 5)` };
}

const agentsAtWork = (agents: number): Factor =>
  agents === 1
    ? { weighs: "against", reason: "1 agent at work: against tiers (nothing runs side by side)" }
    : { weighs: "for", reason: `${agents} agents at work: for tiers` };

const sideBySide = (most: number): Factor =>
  most === 1
    ? { weighs: "against", reason: "the dependencies let one phase run at a time: against tiers" }
    : { weighs: "for", reason: `up to ${most} phases can run side by side: for tiers` };

function tightness(path: number, work: number): Factor {
  const share = path / work;
  const words = `the critical path is ${percent(share)} of the work (${said(path)} of ${said(work)} weeks)`;
  return share >= TIGHT
    ? { weighs: "against", reason: `${words}: against tiers (80 % or more is nearly a single chain)` }
    : { weighs: "for", reason: `${words}: for tiers (below 80 %)` };
}

function saving(tiered: number, sequential: number): Factor {
  const saved = sequential - tiered;
  return saved > 0
    ? {
        weighs: "for",
        reason: `tier by tier saves ${said(saved)} of ${said(sequential)} weeks (${percent(saved / sequential)}): for tiers`,
      }
    : { weighs: "against", reason: "tier by tier saves nothing: against tiers" };
}

const overhead = (tiered: number, dependencies: number): Factor => ({
  weighs: "neither",
  reason: `waiting for whole tiers costs ${said(tiered - dependencies)} weeks against dependencies alone (${said(tiered)} instead of ${said(dependencies)})`,
});

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const said = (weeks: number): string => String(Math.round(weeks * 10) / 10);
