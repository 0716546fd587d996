import { backdatedAnnouncement } from "./backdated-announcement.js";
import { blocksClaim } from "./blocks-claim.js";
import { conflictingFacts } from "./conflicting-facts.js";
import { couldStartEarlier } from "./could-start-earlier.js";
import { criticalPathGrowth } from "./critical-path-growth.js";
import { dependencyCycle } from "./dependency-cycle.js";
import { dependencyOnTangent } from "./dependency-on-tangent.js";
import { doneBeforeDependency } from "./done-before-dependency.js";
import { expiredWaiver } from "./expired-waiver.js";
import { inProgressScope } from "./in-progress-scope.js";
import { intraTierDependency } from "./intra-tier-dependency.js";
import { lockConflict } from "./lock-conflict.js";
import { lockNeedsUpdate } from "./lock-needs-update.js";
import { lockedService } from "./locked-service.js";
import { lostDependency } from "./lost-dependency.js";
import { majorVersion } from "./major-version.js";
import { missingCheckpoint } from "./missing-checkpoint.js";
import { missingContract } from "./missing-contract.js";
import { missingTier } from "./missing-tier.js";
import { newPhasePosition } from "./new-phase-position.js";
import { oneSidedDependency } from "./one-sided-dependency.js";
import { parallelClaim } from "./parallel-claim.js";
import { redundantDependency } from "./redundant-dependency.js";
import { registryDrift } from "./registry-drift.js";
import { removedWithDependents } from "./removed-with-dependents.js";
import { reopenedDependency } from "./reopened-dependency.js";
import type { AnyRule } from "./rule.js";
import { serviceConflict } from "./service-conflict.js";
import { shortDeprecation } from "./short-deprecation.js";
import { shortLock } from "./short-lock.js";
import { shortNotice } from "./short-notice.js";
import { staleClaim } from "./stale-claim.js";
import { staleSection } from "./stale-section.js";
import { startedEarly } from "./started-early.js";
import { tierInversion } from "./tier-inversion.js";
import { tierZero } from "./tier-zero.js";
import { unannouncedBreakingChange } from "./unannounced-breaking-change.js";
import { undeclaredDependency } from "./undeclared-dependency.js";
import { unknownDependency } from "./unknown-dependency.js";
import { unmetRequirement } from "./unmet-requirement.js";
import { unregisteredService } from "./unregistered-service.js";
import { unusedWaiver } from "./unused-waiver.js";

/** Every rule, by id. */
export const rules: readonly AnyRule[] = [
  backdatedAnnouncement,
  blocksClaim,
  conflictingFacts,
  couldStartEarlier,
  criticalPathGrowth,
  dependencyCycle,
  dependencyOnTangent,
  doneBeforeDependency,
  expiredWaiver,
  inProgressScope,
  intraTierDependency,
  lockConflict,
  lockNeedsUpdate,
  lockedService,
  lostDependency,
  majorVersion,
  missingCheckpoint,
  missingContract,
  missingTier,
  newPhasePosition,
  oneSidedDependency,
  parallelClaim,
  redundantDependency,
  registryDrift,
  removedWithDependents,
  reopenedDependency,
  serviceConflict,
  shortDeprecation,
  shortLock,
  shortNotice,
  staleClaim,
  staleSection,
  startedEarly,
  tierInversion,
  tierZero,
  unannouncedBreakingChange,
  undeclaredDependency,
  unknownDependency,
  unmetRequirement,
  unregisteredService,
  unusedWaiver,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
