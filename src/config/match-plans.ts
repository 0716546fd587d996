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
 * A named plan without documents is left out.
 */
export function matchPlans(config: Pick<Config, "plans">, paths: readonly string[]): PlanDocuments[] {
  const sorted = [...new Set(paths)].sort();
  const taken = new Set<string>();
  const plans: PlanDocuments[] = [];
  for (const selection of config.plans) {
    if (selection.name === null) continue;
    const documents = select(selection, sorted);
    for (const path of documents) taken.add(path);
    if (documents.length > 0) plans.push({ name: selection.name, documents });
  }
  const single = config.plans.filter((selection) => selection.name === null).flatMap((one) => select(one, sorted));
  for (const path of [...new Set(single)].sort()) {
    if (!taken.has(path)) plans.push({ name: path, documents: [path] });
  }
  return plans;
}

/** True for a file that decides how plans are judged, and that is therefore read from base. */
export function isPolicyFile(path: string, configPath: string = DEFAULT_CONFIG_PATH): boolean {
  return fromRoot(path) === fromRoot(configPath);
}

function select(selection: PlanSelection, sorted: readonly string[]): string[] {
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
