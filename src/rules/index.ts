import { backdatedAnnouncement } from "./backdated-announcement.js";
import { blocksClaim } from "./blocks-claim.js";
import { conflictingFacts } from "./conflicting-facts.js";
import { couldStartEarlier } from "./could-start-earlier.js";
import { dependencyCycle } from "./dependency-cycle.js";
import { intraTierDependency } from "./intra-tier-dependency.js";
import { majorVersion } from "./major-version.js";
import { oneSidedDependency } from "./one-sided-dependency.js";
import { parallelClaim } from "./parallel-claim.js";
import { redundantDependency } from "./redundant-dependency.js";
import type { ChangeRule, PlanRule } from "./rule.js";
import { shortDeprecation } from "./short-deprecation.js";
import { shortNotice } from "./short-notice.js";
import { staleClaim } from "./stale-claim.js";
import { staleSection } from "./stale-section.js";
import { tierInversion } from "./tier-inversion.js";
import { tierZero } from "./tier-zero.js";
import { unannouncedBreakingChange } from "./unannounced-breaking-change.js";
import { unknownDependency } from "./unknown-dependency.js";

/** Every rule, by id. */
export const rules: readonly (PlanRule | ChangeRule)[] = [
  backdatedAnnouncement,
  blocksClaim,
  conflictingFacts,
  couldStartEarlier,
  dependencyCycle,
  intraTierDependency,
  majorVersion,
  oneSidedDependency,
  parallelClaim,
  redundantDependency,
  shortDeprecation,
  shortNotice,
  staleClaim,
  staleSection,
  tierInversion,
  tierZero,
  unannouncedBreakingChange,
  unknownDependency,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
