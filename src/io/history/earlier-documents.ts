import { matchPlans } from "../../config/match-plans.js";
import type { Config } from "../../config/config.js";

/**
 * Which paths of an earlier time may have been a plan's documents: those that the configuration gives it, or, where it
 * gives none because the plan is one document that had another name, those of plans that are gone since.
 */
export function earlierDocuments(
  config: Pick<Config, "plans">,
  plan: string,
  pathsNow: () => Promise<readonly string[]>,
): (paths: readonly string[]) => Promise<readonly string[]> {
  return async (paths) => {
    const plans = matchPlans(config, paths);
    const own = plans.find(({ name }) => name === plan);
    if (own) return own.documents;
    const now = new Set(await pathsNow());
    return plans.flatMap(({ documents }) => documents.filter((path) => !now.has(path)));
  };
}
