import type { Config } from "./config.js";

/** Where the configuration is looked for, from the repository's root. */
export const DEFAULT_CONFIG_PATH = ".github/plan-gate.yml";

/**
 * Names that documents with a plan usually have, in places where they usually stand. `plan`, `roadmap` and `wbs` count
 * only as whole words of a name, so that `explanation.md` and `planets.md` are left alone. Matched without case.
 */
const DEFAULT_PLAN_GLOBS: readonly string[] = [
  "?(*[-_. ])@(plan|plans|roadmap|wbs)?([-_. ]*).md",
  "@(doc|docs|plan|plans|planning|.planning)/**/?(*[-_. ])@(plan|plans|roadmap|wbs)?([-_. ]*).md",
  "**/wbs.md",
  "@(specs|.specify/specs|.kiro/specs)/**/tasks.md",
  "!**/@(node_modules|vendor|third_party)/**",
];

/** Registries of services: `SERVICE_REGISTRY.md`, `service-versioning.md`, `service_locks.md`. */
const COMPANION_GLOBS: readonly string[] = [
  "**/?(*[-_. ])service?(s)[-_. ]@(registry|versioning|locks)?([-_. ]*).md",
  "!**/@(node_modules|vendor|third_party)/**",
];

/** What holds where nobody said anything. The only place with default values. */
export const defaults: Config = {
  plans: [{ name: null, documents: DEFAULT_PLAN_GLOBS, ignoresCase: true, companions: COMPANION_GLOBS }],
  settings: {
    weeksPer: { hour: 1 / 40, day: 1 / 5, week: 1, sprint: 2, month: 4, quarter: 12, year: 48 },
    estimate: "high",
    blockerThreshold: 3,
    shortPhaseWeeks: 4,
    nearCriticalWeeks: 2,
    announcementDays: 14,
    growthAllowanceWeeks: 0,
    deprecationDays: 28,
    level: null,
    statusDocument: null,
    handoffTests: [],
  },
  preset: "recommended",
  rules: new Map(),
  failOn: "error",
  gate: "new",
  calendar: { start: null, targetWeeks: null, holidays: [] },
  agents: null,
  waivers: [],
  override: { labels: [], allowsAuthor: false },
};
