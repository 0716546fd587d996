import { blocksClaim } from "./blocks-claim.js";
import { conflictingFacts } from "./conflicting-facts.js";
import { couldStartEarlier } from "./could-start-earlier.js";
import { dependencyCycle } from "./dependency-cycle.js";
import { expiredWaiver } from "./expired-waiver.js";
import { intraTierDependency } from "./intra-tier-dependency.js";
import { oneSidedDependency } from "./one-sided-dependency.js";
import { parallelClaim } from "./parallel-claim.js";
import { redundantDependency } from "./redundant-dependency.js";
import type { AnyRule } from "./rule.js";
import { shortNotice } from "./short-notice.js";
import { staleClaim } from "./stale-claim.js";
import { staleSection } from "./stale-section.js";
import { tierInversion } from "./tier-inversion.js";
import { tierZero } from "./tier-zero.js";
import { unannouncedBreakingChange } from "./unannounced-breaking-change.js";
import { unknownDependency } from "./unknown-dependency.js";
import { unusedWaiver } from "./unused-waiver.js";

/** Every rule, by id. */
export const rules: readonly AnyRule[] = [
  blocksClaim,
  conflictingFacts,
  couldStartEarlier,
  dependencyCycle,
  expiredWaiver,
  intraTierDependency,
  oneSidedDependency,
  parallelClaim,
  redundantDependency,
  shortNotice,
  staleClaim,
  staleSection,
  tierInversion,
  tierZero,
  unannouncedBreakingChange,
  unknownDependency,
  unusedWaiver,
];

export const ruleIds: readonly string[] = rules.map((rule) => rule.id);
