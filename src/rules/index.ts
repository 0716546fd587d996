import { backdatedAnnouncement } from "./backdated-announcement.js";
import { blocksClaim } from "./blocks-claim.js";
import { conflictingFacts } from "./conflicting-facts.js";
import { couldStartEarlier } from "./could-start-earlier.js";
import { dependencyCycle } from "./dependency-cycle.js";
import { intraTierDependency } from "./intra-tier-dependency.js";
import { lockConflict } from "./lock-conflict.js";
import { lockNeedsUpdate } from "./lock-needs-update.js";
import { lockedService } from "./locked-service.js";
import { majorVersion } from "./major-version.js";
import { oneSidedDependency } from "./one-sided-dependency.js";
import { parallelClaim } from "./parallel-claim.js";
import { redundantDependency } from "./redundant-dependency.js";
import { registryDrift } from "./registry-drift.js";
import type { ChangeRule, PlanRule } from "./rule.js";
import { serviceConflict } from "./service-conflict.js";
import { shortDeprecation } from "./short-deprecation.js";
import { shortLock } from "./short-lock.js";
import { shortNotice } from "./short-notice.js";
import { staleClaim } from "./stale-claim.js";
import { staleSection } from "./stale-section.js";
import { tierInversion } from "./tier-inversion.js";
import { tierZero } from "./tier-zero.js";
import { unannouncedBreakingChange } from "./unannounced-breaking-change.js";
import { unknownDependency } from "./unknown-dependency.js";
import { unregisteredService } from "./unregistered-service.js";

/** Every rule, by id. */
export const rules: readonly (PlanRule | ChangeRule)[] = [
  backdatedAnnouncement,
  blocksClaim,
  conflictingFacts,
  couldStartEarlier,
  dependencyCycle,
  intraTierDependency,
  lockConflict,
  lockNeedsUpdate,
  lockedService,
  majorVersion,
  oneSidedDependency,
  parallelClaim,
  redundantDependency,
  registryDrift,
  serviceConflict,
  shortDeprecation,
  shortLock,
  shortNotice,
  staleClaim,
  staleSection,
  tierInversion,
  tierZero,
  unannouncedBreakingChange,
  unknownDependency,
  unregisteredService,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
