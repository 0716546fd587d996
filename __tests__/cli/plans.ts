const phase = (id: number, tier: number, weeks: number, after: string): string =>
  `## Phase ${id}: Part ${id}\n\n**Tier:** ${tier}\n**Duration:** ${weeks} weeks\n**Dependencies:** ${after}\n\n`;

/** Two phases, the second in a later tier than the first: nothing to stop. */
export const GOOD_PLAN = `# Plan\n\n${phase(1, 1, 5, "none")}${phase(2, 2, 3, "Phase 1")}`;

/** The second phase waits for a long first one of its own tier: an error of intra-tier-dependency. */
export const BAD_PLAN = `# Plan\n\n${phase(1, 1, 5, "none")}${phase(2, 1, 3, "Phase 1")}`;
