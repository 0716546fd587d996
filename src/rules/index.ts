import { conflictingFacts } from "./conflicting-facts.js";
import { couldStartEarlier } from "./could-start-earlier.js";
import { dependencyCycle } from "./dependency-cycle.js";
import { intraTierDependency } from "./intra-tier-dependency.js";
import { oneSidedDependency } from "./one-sided-dependency.js";
import { redundantDependency } from "./redundant-dependency.js";
import type { ChangeRule, PlanRule } from "./rule.js";
import { shortNotice } from "./short-notice.js";
import { tierInversion } from "./tier-inversion.js";
import { tierZero } from "./tier-zero.js";
import { unannouncedBreakingChange } from "./unannounced-breaking-change.js";
import { unknownDependency } from "./unknown-dependency.js";

/** Every rule, by id. */
export const rules: readonly (PlanRule | ChangeRule)[] = [
  conflictingFacts,
  couldStartEarlier,
  dependencyCycle,
  intraTierDependency,
  oneSidedDependency,
  redundantDependency,
  shortNotice,
  tierInversion,
  tierZero,
  unannouncedBreakingChange,
  unknownDependency,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
