import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Config } from "../../config/config.js";
import { defaults } from "../../config/defaults.js";
import {
  isContract,
  matchPlans,
  withContracts,
  withStatusDocument,
  type PlanDocuments,
} from "../../config/match-plans.js";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import { readConfigFile, readPolicy, type Policy } from "../config/read-config.js";
import type { BaseHistory } from "../history/base-history.js";
import { earlierDocuments } from "../history/earlier-documents.js";
import { gitHistory } from "../history/git-history.js";
import type { Revision } from "../sources/revision.js";
import { gitRoot } from "../sources/run-git.js";
import { workingTree } from "../sources/working-tree.js";
import type { CheckCommand, ConfigChoice, DiffCommand, ExplainCommand, ReadCommand } from "./command.js";
import { findBase, type Base } from "./find-base.js";
import { findDocuments, statsOf, type NamedDocument, type Surroundings } from "./find-documents.js";

/** What is to be judged, read from disk and from git. */
export interface CollectedPlans {
  readonly plans: readonly CollectedPlan[];
  readonly config: Config;
  readonly remarks: readonly string[];
  /** Every path at head, where the configuration makes some of them count. */
  readonly paths: readonly string[];
  /** The history of base by the name of a plan; null where base has none. */
  readonly historyOf: ((plan: string) => BaseHistory) | null;
  /** True for a folder with `head/` and `base/`. */
  readonly isExample: boolean;
  /** Absolute, without symbolic links: paths of documents go from here, but for those outside of it. */
  readonly root: string;
}

interface CollectedPlan {
  readonly name: string;
  readonly head: readonly SourceDocument[];
  readonly base: readonly SourceDocument[] | null;
  /** Path of the document whose statuses and progress go before every other's. */
  readonly statusDocument?: string;
}

/** Reads the plans that a command names. Throws a SetupError when they cannot be had. */
export async function collectPlans(
  command: Pick<CheckCommand, "files" | "base" | "config">,
  directory: string,
  ruleIds: readonly string[],
): Promise<CollectedPlans> {
  const example = command.base === null ? exampleIn(command.files, directory) : null;
  if (example) {
    const { head, base } = example;
    const { config, remarks } = await policyFor(command.config, directory, head, base, ruleIds);
    const collected = await configuredPlans(config, head, { kind: "revision", tree: base });
    return {
      plans: withStatus(collected.plans, config),
      config,
      remarks: [...remarks, ...collected.remarks],
      paths: await pathsThatCount(config, head),
      historyOf: null,
      isExample: true,
      root: resolve(directory, command.files[0]!, "head"),
    };
  }
  const around = await lookAround(directory);
  const base = command.base === null ? null : await findBase(command.base, around);
  const policyBase = base?.kind === "revision" ? base.tree : null;
  const { config, remarks } = await policyFor(command.config, directory, around.tree, policyBase, ruleIds);
  const collected =
    command.files.length === 0
      ? await configuredPlans(config, around.tree, base)
      : await namedPlans(command.files, config, around, base);
  return {
    plans: withStatus(collected.plans, config),
    config,
    remarks: [...remarks, ...collected.remarks],
    paths: await pathsThatCount(config, around.tree),
    historyOf:
      policyBase &&
      ((plan) =>
        gitHistory(
          around.root,
          policyBase.name,
          earlierDocuments(config, plan, () => around.tree.list()),
        )),
    isExample: false,
    root: around.root,
  };
}

const pathsThatCount = async ({ settings }: Config, head: Revision): Promise<readonly string[]> =>
  settings.handoffTests.length > 0 ? head.list() : [];

/** Reads the plans of `plan-gate diff` in both states. Throws a SetupError when they cannot be had. */
export async function collectDiff(
  command: Pick<DiffCommand, "base" | "head" | "config">,
  directory: string,
  ruleIds: readonly string[],
): Promise<Pick<CollectedPlans, "plans" | "config" | "remarks">> {
  const around = await lookAround(directory);
  const { base: before, head: after } = command;
  const head = after === null || after === "-" || IS_GLOB.test(after) ? null : await findBase(after, around);
  const base = head === null || head.kind === "file" ? null : await findBase(before, around);
  if (head?.kind === "revision" && base?.kind === "file") {
    throw new SetupError("bad-arguments", `${before} is one file, and ${after} a whole revision.`, {
      mend: "Compare the file with another file, or the revision with another revision.",
    });
  }
  // A folder beside a revision is a part of the repository; beside another folder it is a tree of its own.
  const areTrees = head?.kind === "revision" || (head?.kind === "folder" && base?.kind === "folder");
  if (!areTrees || !base || base.kind === "file") {
    return collectPlans(
      { files: after === null ? [] : [after], base: before, config: command.config },
      directory,
      ruleIds,
    );
  }
  const policyBase = base.kind === "revision" ? base.tree : null;
  const { config, remarks } = await policyFor(command.config, directory, head.tree, policyBase, ruleIds);
  const collected = await configuredPlans(config, head.tree, base);
  return { plans: withStatus(collected.plans, config), config, remarks: [...remarks, ...collected.remarks] };
}

/** Names of git's revisions hold none of these. */
const IS_GLOB = /[*?[]/;

const withStatus = (plans: readonly CollectedPlan[], config: Config): CollectedPlan[] =>
  plans.map((plan) => withStatusDocument(plan, config));

/** Reads the documents of `plan-gate read`, all one plan. */
export async function collectDocuments(
  command: ReadCommand,
  directory: string,
  ruleIds: readonly string[],
): Promise<{ documents: readonly SourceDocument[]; config: Config; remarks: readonly string[] }> {
  const around = await lookAround(directory);
  const { config, remarks } = await policyFor(command.config, directory, around.tree, null, ruleIds);
  const found = await findDocuments(command.files, config, around);
  return { documents: found.named.map(({ document }) => document), config, remarks: [...remarks, ...found.remarks] };
}

/** Reads the document of `plan-gate explain`, and the others that the configuration puts into one plan with it. */
export async function collectDocument(
  command: ExplainCommand,
  directory: string,
  ruleIds: readonly string[],
): Promise<{ path: string; documents: readonly SourceDocument[]; config: Config; remarks: readonly string[] }> {
  const around = await lookAround(directory);
  const { config, remarks } = await policyFor(command.config, directory, around.tree, null, ruleIds);
  const found = await findDocuments([command.file], config, around);
  const [only] = found.named;
  if (!only || found.named.length > 1) {
    throw new SetupError("bad-arguments", `${command.file} names ${found.named.length} documents.`, {
      mend: "Name the one document whose line is to be explained.",
    });
  }
  const { groups } = await groupByConfig([only], config, around.tree);
  const grouped = await readPlans(around.tree, groups.slice(0, 1));
  const [documents = [only.document]] = [...grouped.documents.values()];
  return { path: only.document.path, documents, config, remarks: [...remarks, ...found.remarks, ...grouped.remarks] };
}

async function lookAround(directory: string): Promise<Surroundings> {
  const here = realpathSync(directory);
  const top = await gitRoot(here);
  const root = top === null ? here : realpathSync(top);
  return { directory: here, root, tree: workingTree(root) };
}

function exampleIn(files: readonly string[], directory: string): { head: Revision; base: Revision } | null {
  const [only] = files;
  if (only === undefined || files.length > 1) return null;
  const head = resolve(directory, only, "head");
  const base = resolve(directory, only, "base");
  if (!statsOf(head)?.isDirectory() || !statsOf(base)?.isDirectory()) return null;
  return { head: workingTree(head, "head"), base: workingTree(base, "base") };
}

async function policyFor(
  choice: ConfigChoice,
  directory: string,
  head: Revision,
  base: Revision | null,
  ruleIds: readonly string[],
): Promise<Policy> {
  switch (choice.kind) {
    case "none":
      return { config: defaults, remarks: [] };
    case "file":
      return { config: await readConfigFile(choice.path, directory, ruleIds), remarks: [] };
    case "usual":
      return readPolicy(head, base, ruleIds);
  }
}

type Collected = Pick<CollectedPlans, "plans" | "remarks">;

/** The plans that the configuration names, in head and, where there is one, in base. */
async function configuredPlans(config: Config, head: Revision, base: Base | null): Promise<Collected> {
  const ofHead = await readPlans(head, matchPlans(config, await head.list()));
  const plans: CollectedPlan[] = [...ofHead.documents].map(([name, documents]) => ({
    name,
    head: documents,
    base: null,
  }));
  if (base === null || base.kind === "file") {
    if (plans.length === 0) throw noPlan(config);
    return {
      plans: base ? compareWithFile(plans, base) : plans,
      remarks: [...ofHead.remarks, ...(base?.remarks ?? [])],
    };
  }

  const { tree } = base;
  const ofBase = await readPlans(tree, matchPlans(config, await tree.list()));
  if (plans.length === 0) throw noPlan(config, { name: tree.name, plans: [...ofBase.documents.keys()] });
  const compared = plans.map((plan) => ({ ...plan, base: ofBase.documents.get(plan.name) ?? null }));
  const added = compared.filter((plan) => !plan.base);
  const gone = [...ofBase.documents].filter(([name]) => !ofHead.documents.has(name));
  return {
    plans: [...compared, ...gone.map(([name, documents]) => ({ name, head: [], base: documents }))],
    remarks: [
      ...ofHead.remarks,
      ...ofBase.remarks,
      ...added.map(({ name }) => isNew(name, tree)),
      ...gone.map(([name]) => `${name} is in ${tree.name} and no longer in ${head.name}.`),
    ],
  };
}

/** The plans that the command line names; a document that belongs to a configured plan brings the whole plan. */
async function namedPlans(
  files: readonly string[],
  config: Config,
  around: Surroundings,
  base: Base | null,
): Promise<Collected> {
  const { named, remarks: found } = await findDocuments(files, config, around);
  const { groups, alone } = await groupByConfig(named, config, around.tree);
  const grouped = await readPlans(around.tree, groups);
  const known = new Map(named.map((one) => [one.document.path, one]));
  const targets = [
    ...[...grouped.documents].map(([name, documents]) => ({
      name,
      head: documents.map((document) => known.get(document.path) ?? fromTree(document)),
    })),
    ...plansAlone(alone.map(({ document }) => document.path)).map(({ name, documents }) => ({
      name,
      head: documents.map((path) => known.get(path)!),
    })),
  ];
  const remarks = [...found, ...grouped.remarks];
  const plans: CollectedPlan[] = [];
  for (const { name, head } of targets) {
    const plan = { name, head: head.map(({ document }) => document), base: null };
    if (base === null || base.kind === "file") {
      plans.push(plan);
      continue;
    }
    const before = await readCounterparts(base, head);
    remarks.push(...before.remarks);
    if (before.documents.length === 0) remarks.push(isNew(name, base.tree));
    plans.push(before.documents.length === 0 ? plan : { ...plan, base: before.documents });
  }
  if (base?.kind !== "file") return { plans, remarks };
  return { plans: compareWithFile(plans, base), remarks: [...remarks, ...base.remarks] };
}

/** Each document is a plan of its own, but a contract belongs to the plans named with it, where there are any. */
function plansAlone(paths: readonly string[]): PlanDocuments[] {
  const single = (path: string): PlanDocuments => ({ name: path, documents: [path] });
  const plans = paths.filter((path) => !isContract(path)).map(single);
  return plans.length === 0 ? paths.map(single) : withContracts(plans, paths.filter(isContract));
}

const fromTree = (document: SourceDocument): NamedDocument => ({
  document,
  isInTree: true,
  inBaseFolder: [document.path],
});

async function groupByConfig(
  named: readonly NamedDocument[],
  config: Config,
  tree: Revision,
): Promise<{ groups: readonly PlanDocuments[]; alone: readonly NamedDocument[] }> {
  const selections = config.plans.filter(({ name }) => name !== null);
  if (selections.length === 0) return { groups: [], alone: named };
  const paths = new Set(named.filter(({ isInTree }) => isInTree).map(({ document }) => document.path));
  const groups = matchPlans({ plans: selections }, await tree.list()).filter(({ documents }) =>
    documents.some((path) => paths.has(path)),
  );
  const grouped = new Set(groups.flatMap(({ documents }) => documents));
  return { groups, alone: named.filter(({ document, isInTree }) => !isInTree || !grouped.has(document.path)) };
}

interface Documents {
  readonly documents: readonly SourceDocument[];
  readonly remarks: readonly string[];
}

async function readCounterparts(
  base: Base & { kind: "revision" | "folder" },
  head: readonly NamedDocument[],
): Promise<Documents> {
  if (base.kind === "revision") {
    return base.tree.read(head.filter(({ isInTree }) => isInTree).map(({ document }) => document.path));
  }
  const documents: SourceDocument[] = [];
  const remarks: string[] = [];
  for (const { inBaseFolder } of head) {
    for (const path of inBaseFolder) {
      const reading = await base.tree.read([path]);
      remarks.push(...reading.remarks);
      documents.push(...reading.documents);
      if (reading.documents.length > 0) break;
    }
  }
  return { documents, remarks };
}

async function readPlans(
  tree: Revision,
  plans: readonly PlanDocuments[],
): Promise<{ documents: ReadonlyMap<string, readonly SourceDocument[]>; remarks: readonly string[] }> {
  const { documents, remarks } = await tree.read(plans.flatMap((plan) => plan.documents));
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const read = plans.map(({ name, documents: paths }): [string, SourceDocument[]] => [
    name,
    paths.flatMap((path) => byPath.get(path) ?? []),
  ]);
  return { documents: new Map(read.filter(([, found]) => found.length > 0)), remarks };
}

function compareWithFile(plans: readonly CollectedPlan[], base: Base & { kind: "file" }): CollectedPlan[] {
  const [only] = plans;
  const [contracts, others] = [true, false].map((is) => only?.head.filter(({ path }) => isContract(path) === is) ?? []);
  // Nobody named another state of its contracts.
  if (plans.length === 1 && others?.length === 1) return [{ ...only!, base: [base.document, ...contracts!] }];
  const documents = plans.reduce((count, { head }) => count + head.length, 0);
  throw new SetupError("bad-arguments", `--base ${base.document.path} is one file for ${documents} documents.`, {
    mend: "Name the one document to compare with it, or give a folder or a revision as base.",
  });
}

function noPlan(config: Config, base?: { name: string; plans: readonly string[] }): SetupError {
  if (base && base.plans.length > 0) {
    return new SetupError("plan-vanished", `No plan is left; ${base.name} has ${base.plans.join(", ")}.`, {
      mend: "Restore the plan, or name where it has moved in `plans` of the configuration.",
    });
  }
  const globs = config.plans.flatMap(({ documents }) => documents);
  return new SetupError("no-plan-found", `No document matches \`plans\` of the configuration: ${globs.join(", ")}.`, {
    mend: "Name the documents to check, or set `plans` in .github/plan-gate.yml.",
  });
}

const isNew = (name: string, base: Revision): string =>
  `${name} is not in ${base.name}: there is nothing to compare it with, and all its findings count as new.`;
