import type { Waiver } from "../model/waiver.js";
import { rules } from "../rules/index.js";
import type { JudgedPlan } from "./build-report.js";

const aboutChange = new Set(rules.filter(({ about }) => about === "change").map(({ id }) => id));

/**
 * Whether a run has judged everything that a waiver could be about. `isPartial`: there are more plans than those judged.
 * What is said about a change needs a base.
 */
export const hasSeenAll =
  (plans: readonly Pick<JudgedPlan, "head" | "comparison">[], isPartial: boolean) =>
  ({ rule, plan }: Waiver): boolean => {
    const own = plan === null ? plans : plans.filter(({ head }) => head.plan.name === plan);
    if (isPartial && (plan === null || own.length === 0)) return false;
    return !aboutChange.has(rule) || own.every(({ comparison }) => comparison !== null);
  };
