import type { Config } from "../../config/config.js";
import { belongToPlan, matchPlans, withStatusDocument, type PlanDocuments } from "../../config/match-plans.js";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import { decodeDocument, refuseTooLarge } from "../sources/decode-document.js";
import { refuseTooMuch } from "../sources/refuse-too-much.js";
import { atMostAtOnce } from "./at-most-at-once.js";
import type { Change } from "./change.js";
import { touchedPaths, type ChangedFile } from "./changed-file.js";
import type { Repository, TreeFile } from "./repository.js";

/** The documents of one plan at both ends of a change. */
export interface PlanSources {
  readonly name: string;
  /** Empty when the change takes the plan away. */
  readonly head: SourceDocument[];
  /** Empty when the change brings the plan; null when there is no base at all. */
  readonly base: SourceDocument[] | null;
  /** Path of the document whose statuses and progress go before every other's. */
  readonly statusDocument?: string;
}

export interface CollectedPlans {
  readonly plans: PlanSources[];
  /** Every path at head. */
  readonly headPaths: readonly string[];
  readonly remarks: readonly string[];
}

const READ_AT_ONCE = 10;
const REGULAR_FILE = new Set(["100644", "100755"]);

/** Whether a change has anything to do with a plan. */
export const touchesPlan = (config: Pick<Config, "plans">, files: readonly ChangedFile[]): boolean =>
  belongToPlan(config, touchedPaths(files));

/**
 * Reads the plans that a change is to be judged by. A document that is renamed stays the same plan. A document that
 * did not change is read once.
 * @throws {SetupError} `plan-vanished`, `no-plan-found`, `too-large` or `unreadable`; never an incomplete plan
 */
export async function readPlans(
  repository: Repository,
  config: Pick<Config, "plans">,
  change: Change,
): Promise<CollectedPlans> {
  const tree = await repository.tree(change.headSha);
  const pairs = pairPlans(config, tree, change);
  const touched = new Set(touchedPaths(change.files ?? []));
  const judged =
    change.scope === "all"
      ? pairs
      : pairs.filter(({ head, base }) => [...head, ...base].some((path) => touched.has(path)));
  refuseIrregular(
    tree,
    judged.flatMap(({ head }) => head),
  );

  const read = reader(repository, change, touched);
  const remarks = judged.filter(({ head }) => head.length === 0).map(({ name }) => `${name} is not there any more.`);
  const plans = await Promise.all(
    judged.map(async ({ name, head, base }) => ({
      name,
      head: await Promise.all(head.map(read.atHead)),
      base: change.mergeBaseSha === null ? null : await Promise.all(base.map(read.atBase)),
    })),
  );
  return {
    plans: plans.map((plan) => withStatusDocument(plan, config)),
    headPaths: tree.map(({ path }) => path),
    remarks: [...remarks, ...read.remarks],
  };
}

interface PlanPair {
  readonly name: string;
  /** Paths. */
  readonly head: readonly string[];
  readonly base: readonly string[];
}

function pairPlans(config: Pick<Config, "plans">, tree: readonly TreeFile[], { files }: Change): PlanPair[] {
  const headPaths = tree.map(({ path }) => path);
  const atHead = matchPlans(config, headPaths);
  const atBase = matchPlans(config, basePaths(headPaths, files ?? []));
  if (atHead.length === 0) {
    if (files !== null && atBase.length > 0) throw planVanished(atBase);
    throw new SetupError("no-plan-found", "no file of the repository is a plan by the configuration", {
      mend: "Name the plans in `plans` of the configuration, or in the input plans.",
    });
  }
  const movedTo = new Map<string, string>();
  for (const file of files ?? []) if (file.kind === "renamed") movedTo.set(file.previousPath, file.path);
  const names = new Set(atHead.map(({ name }) => name));
  // A plan that is one document has its path for a name, which a rename changes.
  const baseOf = new Map<string, readonly string[]>();
  for (const { name, documents } of atBase) {
    const moved = movedTo.get(name);
    baseOf.set(moved !== undefined && names.has(moved) ? moved : name, documents);
  }
  return [
    ...atHead.map(({ name, documents }) => ({ name, head: documents, base: baseOf.get(name) ?? [] })),
    ...[...baseOf].filter(([name]) => !names.has(name)).map(([name, base]) => ({ name, head: [], base })),
  ];
}

/** The paths of base, which need not be asked for: they are those of head with the change undone. */
function basePaths(headPaths: readonly string[], files: readonly ChangedFile[]): string[] {
  const paths = new Set(headPaths);
  for (const file of files) if (file.kind === "added" || file.kind === "renamed") paths.delete(file.path);
  for (const file of files) {
    if (file.kind === "removed") paths.add(file.path);
    else if (file.kind === "renamed") paths.add(file.previousPath);
  }
  return [...paths];
}

const planVanished = (atBase: readonly PlanDocuments[]) =>
  new SetupError("plan-vanished", `after this change there is no plan left; base has ${listed(atBase)}`, {
    mend: "Bring a plan back, or take the action out of the required checks first.",
  });

function listed(plans: readonly PlanDocuments[]): string {
  const paths = plans.flatMap(({ documents }) => documents);
  const shown = paths.slice(0, 5).join(", ");
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}

function refuseIrregular(tree: readonly TreeFile[], paths: readonly string[]): void {
  const files = new Map(tree.map((file) => [file.path, file]));
  let total = 0;
  for (const path of paths) {
    const { mode, bytes } = files.get(path)!;
    if (!REGULAR_FILE.has(mode)) {
      const kind = mode === "120000" ? "a symbolic link" : "a submodule";
      throw new SetupError("unreadable", `${path} is ${kind}, not a document`, {
        mend: "Put the document itself there, or take the path out of `plans` in the configuration.",
        place: { path, line: 1, column: 1 },
      });
    }
    refuseTooLarge(path, bytes);
    total += bytes;
  }
  refuseTooMuch({ documents: paths.length, bytes: total });
}

function reader(repository: Repository, { headSha, mergeBaseSha }: Change, touched: ReadonlySet<string>) {
  const remarks = new Set<string>();
  const inTurn = atMostAtOnce(READ_AT_ONCE);
  const readAt = async (path: string, commit: string): Promise<SourceDocument> => {
    const bytes = await inTurn(() => repository.file(path, commit));
    if (bytes === null) {
      throw new SetupError("unreadable", `${path} is listed at ${commit} but cannot be read`, {
        mend: "Run the job again.",
      });
    }
    const { document, remark } = decodeDocument(path, bytes);
    if (remark !== null) remarks.add(remark);
    return document;
  };
  const read = new Map<string, Promise<SourceDocument>>();
  const once = (path: string, commit: string) => {
    const key = `${commit}:${path}`;
    const reading = read.get(key) ?? readAt(path, commit);
    read.set(key, reading);
    return reading;
  };
  return {
    get remarks(): string[] {
      return [...remarks].sort();
    },
    atHead: (path: string) => once(path, headSha),
    atBase: (path: string) => once(path, touched.has(path) ? mergeBaseSha! : headSha),
  };
}
