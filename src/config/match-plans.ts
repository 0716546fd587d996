import picomatch from "picomatch";
import type { Config, PlanSelection } from "./config.js";
import { DEFAULT_CONFIG_PATH } from "./defaults.js";

/** The paths that are read as one plan. */
export interface PlanDocuments {
  readonly name: string;
  readonly documents: readonly string[];
}

/**
 * The plans among the paths of a repository. Named plans come first, in the order configured, with their documents in
 * the order of their globs; a document no named plan takes is a plan of its own, named by its path and sorted by it.
 * A named plan without documents is left out; its status document alone makes none. A registry of services belongs to
 * the plan in its folder where there is only one.
 */
export function matchPlans(config: Pick<Config, "plans">, paths: readonly string[]): PlanDocuments[] {
  const sorted = [...new Set(paths)].sort();
  const taken = new Set<string>();
  const plans: PlanDocuments[] = [];
  for (const selection of config.plans) {
    if (selection.name === null) continue;
    const matching = select(selection, sorted);
    const documents = [...new Set([...matching, ...sorted.filter((path) => path === selection.statusDocument)])];
    for (const path of documents) taken.add(path);
    if (matching.length > 0) plans.push({ name: selection.name, documents });
  }
  const single = config.plans.filter((selection) => selection.name === null).flatMap((one) => select(one, sorted));
  const alone = [...new Set(single)].sort().filter((path) => !taken.has(path));
  const inFolder = new Map<string, number>();
  for (const path of alone) inFolder.set(folderOf(path), (inFolder.get(folderOf(path)) ?? 0) + 1);
  const companions = companionsOf(config, sorted, new Set([...alone, ...taken]));
  for (const path of alone) {
    const isOnlyOne = inFolder.get(folderOf(path)) === 1;
    plans.push({ name: path, documents: [path, ...(isOnlyOne ? (companions.get(folderOf(path)) ?? []) : [])] });
  }
  return plans;
}

/** Documents that belong to a plan beside them, by their folders. */
function companionsOf(
  { plans }: Pick<Config, "plans">,
  sorted: readonly string[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const byFolder = new Map<string, string[]>();
  for (const { companions, ignoresCase } of plans) {
    for (const path of companions ? select({ documents: companions, ignoresCase }, sorted) : []) {
      if (taken.has(path)) continue;
      const known = byFolder.get(folderOf(path));
      if (known) known.push(path);
      else byFolder.set(folderOf(path), [path]);
    }
  }
  return byFolder;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** The plan with the document that the configuration says knows how far it is, whether or not that is there. */
export function withStatusDocument<Named extends { readonly name: string }>(
  plan: Named,
  config: Pick<Config, "plans">,
): Named & { readonly statusDocument?: string } {
  const path = config.plans.find(({ name }) => name === plan.name)?.statusDocument;
  return path === undefined ? plan : { ...plan, statusDocument: path };
}

/** True when one of the paths belongs to a plan, be it the document that says how far a plan is, or a registry. */
export const belongToPlan = (config: Pick<Config, "plans">, paths: readonly string[]): boolean =>
  matchPlans(config, paths).length > 0 ||
  companionsOf(config, [...paths], new Set()).size > 0 ||
  config.plans.some(({ statusDocument }) => statusDocument !== undefined && paths.includes(statusDocument));

/** True for a file that decides how plans are judged, and that is therefore read from base. */
export function isPolicyFile(path: string, configPath: string = DEFAULT_CONFIG_PATH): boolean {
  return fromRoot(path) === fromRoot(configPath);
}

function select(selection: Pick<PlanSelection, "documents" | "ignoresCase">, sorted: readonly string[]): string[] {
  const isOut = matcher(
    selection.documents.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1)),
    selection.ignoresCase,
  );
  const candidates = sorted.filter((path) => !isOut(path));
  const globs = selection.documents.filter((glob) => !glob.startsWith("!"));
  return [...new Set(globs.flatMap((glob) => candidates.filter(matcher([glob], selection.ignoresCase))))];
}

function matcher(globs: readonly string[], ignoresCase: boolean): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  // `windows: false` keeps the answer the same on every machine: paths here always have forward slashes.
  return picomatch(globs.map(fromRoot), { dot: true, nocase: ignoresCase, windows: false, nonegate: true });
}

const fromRoot = (path: string): string => path.replace(/^(?:\.?\/)+/, "");
