import { blocksClaim } from "./blocks-claim.js";
import { conflictingFacts } from "./conflicting-facts.js";
import { couldStartEarlier } from "./could-start-earlier.js";
import { criticalPathGrowth } from "./critical-path-growth.js";
import { dependencyCycle } from "./dependency-cycle.js";
import { dependencyOnTangent } from "./dependency-on-tangent.js";
import { doneBeforeDependency } from "./done-before-dependency.js";
import { inProgressScope } from "./in-progress-scope.js";
import { intraTierDependency } from "./intra-tier-dependency.js";
import { lostDependency } from "./lost-dependency.js";
import { missingTier } from "./missing-tier.js";
import { newPhasePosition } from "./new-phase-position.js";
import { oneSidedDependency } from "./one-sided-dependency.js";
import { parallelClaim } from "./parallel-claim.js";
import { redundantDependency } from "./redundant-dependency.js";
import { removedWithDependents } from "./removed-with-dependents.js";
import { reopenedDependency } from "./reopened-dependency.js";
import type { ChangeRule, PlanRule } from "./rule.js";
import { shortNotice } from "./short-notice.js";
import { staleClaim } from "./stale-claim.js";
import { staleSection } from "./stale-section.js";
import { startedEarly } from "./started-early.js";
import { tierInversion } from "./tier-inversion.js";
import { tierZero } from "./tier-zero.js";
import { unannouncedBreakingChange } from "./unannounced-breaking-change.js";
import { unknownDependency } from "./unknown-dependency.js";

/** Every rule, by id. */
export const rules: readonly (PlanRule | ChangeRule)[] = [
  blocksClaim,
  conflictingFacts,
  couldStartEarlier,
  criticalPathGrowth,
  dependencyCycle,
  dependencyOnTangent,
  doneBeforeDependency,
  inProgressScope,
  intraTierDependency,
  lostDependency,
  missingTier,
  newPhasePosition,
  oneSidedDependency,
  parallelClaim,
  redundantDependency,
  removedWithDependents,
  reopenedDependency,
  shortNotice,
  staleClaim,
  staleSection,
  startedEarly,
  tierInversion,
  tierZero,
  unannouncedBreakingChange,
  unknownDependency,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
