import { context } from "@actions/github";
import { announcementsToDate, checkPlan, externalPhases, readPlan } from "../check-plan.js";
import type { Config, OverrideSetting } from "../config/config.js";
import { overrideConfig } from "../config/override-config.js";
import { parseConfig } from "../config/parse-config.js";
import { examineWorkflowAlone } from "../doctor/examine-workflow.js";
import type { Change } from "../io/github/change.js";
import type { Client } from "../io/github/client.js";
import { externalStatuses } from "../io/github/external-statuses.js";
import type { Inputs } from "../io/github/inputs.js";
import type { OverrideAnswer } from "../io/github/override.js";
import { readPlans, touchesPlan, type PlanSources } from "../io/github/plan-documents.js";
import type { PlansAfterMerge } from "../io/github/plans-after-merge.js";
import { readPolicy } from "../io/github/policy.js";
import { readRemotePolicy } from "../io/github/remote-policy.js";
import { gitHubRepository, type Repository } from "../io/github/repository.js";
import { remarksOnWorkflow } from "../io/github/surroundings.js";
import { dateAnnouncements } from "../io/history/date-announcements.js";
import { earlierDocuments } from "../io/history/earlier-documents.js";
import { gitHubHistory, historyBudget } from "../io/history/git-hub-history.js";
import type { SourceDocument } from "../model/document.js";
import type { Report } from "../model/report.js";
import { ruleIds } from "../rules/index.js";
import { traffic } from "./client-of-run.js";
import { todayOf } from "./today-of.js";

/** A run stays within twelve requests: beside the comment, which takes four at most, one is left for advice. */
const MOST_ASKED_BEFORE_ADVICE = 8;

/** What is asked only where a pull request is judged. */
interface Terms {
  readonly client: Client;
  readonly warnOnly: boolean;
  /** Null where there is no pull request that could have a label. */
  readonly readOverride: ((setting: OverrideSetting) => Promise<OverrideAnswer>) | null;
  /** Null where there is no pull request that is still to be merged. */
  readonly readAfterMerge: ((config: Config, judged: readonly PlanSources[]) => Promise<PlansAfterMerge>) | null;
}

/** Collects all that a change is to be judged by, and judges it. */
export async function judgeChange(
  repository: Repository,
  change: Change,
  inputs: Inputs,
  { client, warnOnly, readOverride, readAfterMerge }: Terms,
): Promise<Report> {
  const parse = (text: string, path: string) => parseConfig(text, path, ruleIds);
  const { remoteConfig } = inputs;
  const policy = remoteConfig
    ? await readRemotePolicy(gitHubRepository(client, remoteConfig), remoteConfig, parse)
    : await readPolicy(repository, change, inputs.configPath, parse);
  const overrides = warnOnly ? { ...inputs.overrides, "fail-on": "never" } : inputs.overrides;
  const config = overrideConfig(policy.config, overrides, { code: "bad-input", nameOf: (key) => `the input ${key}` });
  const today = todayOf(inputs);
  const remarks = [...change.remarks, ...policy.remarks];
  if (change.scope === "touched" && !touchesPlan(config, change.files ?? [])) {
    return checkPlan({ plans: [], config, today, remarks: ["This change touches no plan.", ...remarks] });
  }
  const collected = await readPlans(repository, config, change);
  const afterMerge = (await readAfterMerge?.(config, collected.plans)) ?? { plans: [], remarks: [] };
  const budget = historyBudget();
  const { baseSha } = change;
  const dating = {
    questionsOf: (plan: PlanSources) => (baseSha === null ? [] : announcementsToDate(plan, config, today)),
    readPlan: ({ name }: PlanSources, documents: readonly SourceDocument[]) =>
      readPlan(name, documents, config.settings),
    historyOf: ({ name }: PlanSources) => {
      const earlier = earlierDocuments(config, name, () => Promise.resolve(collected.headPaths));
      return gitHubHistory(repository, baseSha!, earlier, budget);
    },
  };
  const dated = await dateAnnouncements(collected.plans, dating);
  const merged = await dateAnnouncements(afterMerge.plans, dating);
  const input = {
    plans: dated.plans,
    afterMerge: merged.plans,
    config,
    today,
    paths: collected.headPaths,
    externalStatuses: await statusesElsewhere(client, collected.plans, config, parse),
    remarks: [
      ...new Set([remarks, collected.remarks, afterMerge.remarks, dated.remarks, merged.remarks].flat()),
      ...(inputs.mode === "gate" && traffic.requests < MOST_ASKED_BEFORE_ADVICE
        ? await remarksOnSurroundings(repository, change, config)
        : []),
    ],
    isPartial: change.scope === "touched",
  };
  const report = checkPlan(input);
  if (report.verdict.outcome === "pass" || config.override.labels.length === 0) return report;
  // Only a gate that would stay closed is worth the question.
  const answer = readOverride ? await readOverride(config.override) : NO_LABELS_HERE;
  const { override, remarks: about } = answer;
  return override ? checkPlan({ ...input, override }) : { ...report, remarks: [...report.remarks, ...about] };
}

/** Advice about the workflow itself, which never decides anything. */
const remarksOnSurroundings = (repository: Repository, { policySha }: Change, { override }: Config) =>
  remarksOnWorkflow(
    repository,
    {
      workflowRef: process.env["GITHUB_WORKFLOW_REF"] ?? "",
      fullName: `${context.repo.owner}/${context.repo.repo}`,
      commit: policySha,
    },
    (document) => examineWorkflowAlone(document, { hasOverrideLabels: override.labels.length > 0, hasFullGate: false }),
  );

const statusesElsewhere = (
  client: Client,
  plans: readonly PlanSources[],
  config: Config,
  parse: (text: string, path: string) => Config,
): Promise<ReadonlyMap<string, string>> =>
  externalStatuses(
    plans.flatMap((plan) => externalPhases(plan, config)),
    {
      open: (owner, repo) => gitHubRepository(client, { owner, repo }),
      parseConfig: parse,
      readPlan: (name, documents, { settings }) => readPlan(name, documents, settings),
    },
  );

const NO_LABELS_HERE: OverrideAnswer = {
  override: null,
  remarks: ["Labels open the gate of a pull request only, not here."],
};
