import type { Config } from "../../config/config.js";
import { matchPlans } from "../../config/match-plans.js";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import type { Revision } from "../sources/revision.js";
import { runGit } from "../sources/run-git.js";
import type { SetUp } from "./read-set-up.js";

interface Candidate {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
}

const MOST_DOCUMENTS = 300;
const IS_FOREIGN = /(?:^|\/)(?:node_modules|vendor|third_party|\.github)\//;

/** The documents that the configuration takes for plans, and, when asked for, the other Markdown documents one by one. */
export async function readCandidates(
  { tree, paths }: SetUp,
  config: Pick<Config, "plans">,
): Promise<{ known: readonly Candidate[]; readOthers: () => Promise<readonly Candidate[]> }> {
  const known: Candidate[] = [];
  const plans = matchPlans(config, paths);
  for (const { name, documents: wanted } of plans) {
    const { documents } = await tree.read(wanted);
    if (documents.length > 0) known.push({ name, documents });
  }
  const taken = new Set(plans.flatMap(({ documents }) => documents));
  const others = paths.filter((path) => /\.md$/i.test(path) && !taken.has(path) && !IS_FOREIGN.test(path));
  return { known, readOthers: () => readEach(tree, others.slice(0, MOST_DOCUMENTS)) };
}

/** A document that cannot be read is no candidate; nobody has said that it is a plan. */
async function readEach(tree: Revision, paths: readonly string[]): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const path of paths) {
    try {
      const { documents } = await tree.read([path]);
      if (documents.length > 0) candidates.push({ name: path, documents });
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
    }
  }
  return candidates;
}

/** The branch that others start from, as far as a clone knows it: that of origin, else main or master, else main. */
export async function defaultBranchOf(root: string): Promise<string> {
  const remote = await runGit(root, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]);
  if (remote.exitCode === 0)
    return remote.stdout
      .toString("utf8")
      .trim()
      .replace(/^origin\//, "");
  const master = await runGit(root, ["rev-parse", "--verify", "--quiet", "refs/heads/master"]);
  const main = await runGit(root, ["rev-parse", "--verify", "--quiet", "refs/heads/main"]);
  return master.exitCode === 0 && main.exitCode !== 0 ? "master" : "main";
}
