import { analyzePlan } from "../check-plan.js";
import { DEFAULT_CONFIG_PATH, defaults } from "../config/defaults.js";
import { parseConfig } from "../config/parse-config.js";
import { examineRepository, policyPaths } from "../doctor/examine-repository.js";
import { knownPlans, unknownPlans } from "../init/find-plans.js";
import { proposeFiles } from "../init/propose-files.js";
import { synchronizedAlike } from "../init/synchronized-alike.js";
import { checkupText } from "../io/cli/checkup-text.js";
import type { DoctorCommand, InitCommand } from "../io/cli/command.js";
import { defaultBranchOf, readCandidates } from "../io/cli/read-candidates.js";
import { readSetUp } from "../io/cli/read-set-up.js";
import { write } from "../io/cli/standard-streams.js";
import { agree, proposalText, writeProposal } from "../io/cli/write-proposal.js";
import { askGitHub, readBranchRules } from "../io/github/repository-rules.js";
import type { SourceDocument } from "../model/document.js";
import { safeJson } from "../render/shared/safe-json.js";
import { ruleIds } from "../rules/index.js";
import { synchronize } from "../sync/synchronize.js";
import { paint, tell } from "./terminal.js";

/** Says what is wrong with the set-up of a repository: 1 where something is. */
export async function doctor({ folder, repository, branch, format }: DoctorCommand): Promise<0 | 1> {
  const setUp = await readSetUp(folder, process.cwd(), policyPaths);
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_TOKEN: token = null } = process.env;
  const { rules, remarks } =
    repository === null
      ? { rules: null, remarks: [] }
      : await readBranchRules(askGitHub(apiUrl, token), repository, branch);
  const found = examineRepository(setUp, rules, ruleIds);
  const checkup = { ...found, remarks: [...found.remarks, ...remarks] };
  await write(process.stdout, format === "json" ? safeJson(checkup) : checkupText(checkup, paint()));
  return checkup.ailments.some(({ severity }) => severity !== "notice") ? 1 : 0;
}

/** Proposes a set-up, and writes it where that is agreed to: 1 where something is left to do. */
export async function init({ folder, pin, isAgreed }: InitCommand): Promise<0 | 1> {
  const setUp = await readSetUp(folder, process.cwd(), () => [DEFAULT_CONFIG_PATH]);
  const written = setUp.documents.find(({ path }) => path === DEFAULT_CONFIG_PATH);
  const config = written ? parseConfig(written.text, written.path, ruleIds) : defaults;
  const analyze = ({ name, documents }: { name: string; documents: readonly SourceDocument[] }) =>
    analyzePlan(name, documents, config.settings);
  const { known, readOthers } = await readCandidates(setUp, config);
  const plans = knownPlans(known, analyze);
  const proposal = proposeFiles({
    documents: setUp.documents,
    plans: plans.length > 0 || written ? plans : unknownPlans(await readOthers(), analyze),
    pin,
    defaultBranch: await defaultBranchOf(setUp.root),
    synchronize: (plan, document) => synchronizedAlike(plan, document, analyze, synchronize),
  });
  await write(process.stdout, proposalText(proposal));
  const count = proposal.files.filter(({ action }) => action === "write").length;
  const isLeft = count < proposal.files.length;
  if (count === 0) return isLeft ? 1 : 0;
  const isWanted = isAgreed || (process.stdin.isTTY && (await agree("Write this? [y/N] ")));
  if (!isWanted) {
    await tell(["nothing is written; --yes writes it"]);
    return 1;
  }
  await tell([`wrote ${(await writeProposal(proposal.files, setUp.root)).join(", ")}`]);
  return isLeft ? 1 : 0;
}
