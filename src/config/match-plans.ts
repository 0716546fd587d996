import picomatch from "picomatch";
import { contractPath } from "../grammar/contract-path.js";
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
 * the plan in its folder where there is only one. The contract documents of phases come last in the plans nearest to
 * them, and are never plans of their own.
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
  const alone = [...new Set(single)].sort().filter((path) => !taken.has(path) && !isContract(path));
  const inFolder = new Map<string, number>();
  for (const path of alone) inFolder.set(folderOf(path), (inFolder.get(folderOf(path)) ?? 0) + 1);
  const companions = companionsOf(config, sorted, new Set([...alone, ...taken]));
  for (const path of alone) {
    const isOnlyOne = inFolder.get(folderOf(path)) === 1;
    plans.push({ name: path, documents: [path, ...(isOnlyOne ? (companions.get(folderOf(path)) ?? []) : [])] });
  }
  return withContracts(plans, contractsAmong(config, sorted, taken));
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

/**
 * The plans with these contract documents. From a contract's own folder outwards, the first that holds plans decides:
 * those in it, else those anywhere below it.
 */
export function withContracts(plans: readonly PlanDocuments[], contracts: readonly string[]): PlanDocuments[] {
  if (contracts.length === 0) return [...plans];
  const above = new Map<string, PlanDocuments[]>();
  const below = new Map<string, PlanDocuments[]>();
  for (const plan of plans) {
    for (const folder of new Set(plan.documents.map(folderOf))) {
      addTo(above, folder, plan);
      for (const around of foldersAbove(folder)) addTo(below, around, plan);
    }
  }
  const added = new Map<PlanDocuments, string[]>();
  for (const path of contracts) {
    const folders = foldersAbove(folderOf(path));
    const nearest = folders.map((folder) => above.get(folder) ?? below.get(folder)).find(Boolean);
    for (const plan of new Set(nearest)) addTo(added, plan, path);
  }
  return plans.map((plan) => ({ ...plan, documents: [...plan.documents, ...(added.get(plan) ?? [])] }));
}

function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Empty for the root. */
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The folder itself and those around it, the nearest first, the root last. */
function foldersAbove(folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; at !== ""; at = folderOf(at)) folders.push(at);
  return [...folders, ""];
}

/** Contract documents that no plan names by itself and none takes out. */
const contractsAmong = ({ plans }: Pick<Config, "plans">, paths: readonly string[], taken: ReadonlySet<string>) => {
  const globs = plans.flatMap(({ documents }) => documents.filter((glob) => glob.startsWith("!")));
  const isOut = matcher(
    globs.map((glob) => glob.slice(1)),
    true,
  );
  return paths.filter((path) => isContract(path) && !taken.has(path) && !isOut(path));
};

/** True for `PHASE_8_OUTPUT_CONTRACTS.md` and the like. */
export const isContract = (path: string): boolean => contractPath(path) !== null;

/** The plan with the document that the configuration says knows how far it is, whether or not that is there. */
export function withStatusDocument<Named extends { readonly name: string }>(
  plan: Named,
  config: Pick<Config, "plans">,
): Named & { readonly statusDocument?: string } {
  const path = config.plans.find(({ name }) => name === plan.name)?.statusDocument;
  return path === undefined ? plan : { ...plan, statusDocument: path };
}

/** True when one of the paths belongs to a plan, be it the document that says how far a plan is, a registry or a contract. */
export const belongToPlan = (config: Pick<Config, "plans">, paths: readonly string[]): boolean =>
  matchPlans(config, paths).length > 0 ||
  companionsOf(config, [...paths], new Set()).size > 0 ||
  contractsAmong(config, paths, new Set()).length > 0 ||
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
