import * as core from "@actions/core";
import { context } from "@actions/github";
import { announcementsToDate, checkPlan, externalPhases, readPlan } from "./check-plan.js";
import type { Config, OverrideSetting } from "./config/config.js";
import { defaults } from "./config/defaults.js";
import { overrideConfig } from "./config/override-config.js";
import { parseConfig } from "./config/parse-config.js";
import { examineWorkflowAlone } from "./doctor/examine-workflow.js";
import { changeOfPullRequest, changeOfRevisions, type Change } from "./io/github/change.js";
import { gitHubBadgeBranch } from "./io/github/badge-branch.js";
import { badgeOccasion } from "./io/github/badge-occasion.js";
import { createClient, type Client } from "./io/github/client.js";
import { gitHubComments } from "./io/github/comments.js";
import { dryRunComments } from "./io/github/dry-run-comments.js";
import { dryRunReviews } from "./io/github/dry-run-reviews.js";
import { occasionOf } from "./io/github/events.js";
import { externalStatuses } from "./io/github/external-statuses.js";
import { readInputs, type Inputs, type Mode } from "./io/github/inputs.js";
import { readPlans, touchesPlan, type PlanSources } from "./io/github/plan-documents.js";
import { plansAfterMerge, type PlansAfterMerge } from "./io/github/plans-after-merge.js";
import { countTraffic } from "./io/github/traffic.js";
import { readOverride, type OverrideAnswer } from "./io/github/override.js";
import { readPolicy } from "./io/github/policy.js";
import { gitHubReviews } from "./io/github/reviews.js";
import { readRemotePolicy } from "./io/github/remote-policy.js";
import { reportedPullRequests } from "./io/github/reported-pull-requests.js";
import { gitHubRepository, type PullRequest, type Repository } from "./io/github/repository.js";
import { remarksOnWorkflow } from "./io/github/surroundings.js";
import { dateAnnouncements } from "./io/history/date-announcements.js";
import { earlierDocuments } from "./io/history/earlier-documents.js";
import { gitHubHistory, historyBudget } from "./io/history/git-hub-history.js";
import {
  badgeFolder,
  badgePublisher,
  jobSummary,
  log,
  logAnnotations,
  outputsOf,
  publishAll,
  reportFile,
  pullRequestComment,
  reviewSuggestions,
  troubleOf,
  writeInWorkspace,
  type Outputs,
} from "./io/publish/index.js";
import type { Publisher } from "./io/publish/publisher.js";
import type { SourceDocument } from "./model/document.js";
import type { Report } from "./model/report.js";
import { renderers } from "./render/index.js";
import { markdownText } from "./render/shared/markdown-text.js";
import { RULES_URL } from "./rules-url.js";
import { ruleIds } from "./rules/index.js";
import { VERSION } from "./version.js";

const summaryPage = {
  isThere: (process.env["GITHUB_STEP_SUMMARY"] ?? "") !== "",
  write: (markdown: string) => core.summary.addRaw(markdown).write(),
};

/** What a run does in each mode. */
const modes: Readonly<Record<Mode, (inputs: Inputs) => Promise<unknown>>> = {
  gate: judgeOccasion,
  report: bringReportsUpToDate,
  badge: judgeOccasion,
};

const traffic = countTraffic();

/** Judges what the event is about, shows the answer, and lets the exit code say what the verdict says. */
async function judgeOccasion(inputs: Inputs): Promise<Report> {
  const { payload, sha } = context;
  const occasion =
    inputs.mode === "badge"
      ? badgeOccasion(context.eventName, payload, inputs.badgeBranch)
      : occasionOf(context.eventName, { payload, sha, baseRef: inputs.baseRef }, inputs.pullRequestNumber);
  if (occasion.kind === "nothing") return endAtOnce(`There is nothing to judge: ${occasion.because}.`, inputs);

  const client = clientFor(inputs);
  const repository = gitHubRepository(client, context.repo);
  if (occasion.kind === "pull-request") {
    return judgePullRequest(client, repository, await repository.pullRequest(occasion.number), inputs);
  }
  const change = await changeOfRevisions(repository, occasion);
  const report = await judge(repository, change, inputs, {
    client,
    warnOnly: inputs.warnOnly,
    readOverride: null,
    readAfterMerge: null,
  });
  return conclude(report, [...publishersFor(change, inputs), ...badgeBranchFor(client, change, inputs)]);
}

async function judgePullRequest(
  client: Client,
  repository: Repository,
  pullRequest: PullRequest,
  inputs: Inputs,
): Promise<Report> {
  const judged = await judgedPullRequest(client, repository, pullRequest, inputs);
  if (judged === null) return endAtOnce("The pull request is a draft, and drafts are not judged.", inputs);
  return conclude(judged.report, [
    ...publishersFor(judged.change, inputs),
    commentFor(client, judged, inputs),
    ...(inputs.suggestions ? [suggestionsFor(client, judged, inputs)] : []),
  ]);
}

interface JudgedPullRequest {
  readonly pullRequest: PullRequest;
  readonly change: Change;
  readonly report: Report;
}

/** Null where drafts are not judged, and it is one. */
async function judgedPullRequest(
  client: Client,
  repository: Repository,
  pullRequest: PullRequest,
  inputs: Inputs,
): Promise<JudgedPullRequest | null> {
  if (pullRequest.isDraft && inputs.drafts === "skip") return null;
  const change = await changeOfPullRequest(repository, pullRequest);
  const warnOnly = inputs.warnOnly || (pullRequest.isDraft && inputs.drafts === "warn");
  const report = await judge(repository, change, inputs, {
    client,
    warnOnly,
    readOverride: (setting) => readOverride(client, context.repo, pullRequest.number, setting),
    readAfterMerge: (config, judged) => plansAfterMerge(repository, config, change, pullRequest, judged),
  });
  return { pullRequest, change, report };
}

/**
 * Judges pull requests anew and brings their comments up to date. Green whatever the verdicts say, because their own
 * checks say that; red when one could not be judged.
 */
async function bringReportsUpToDate(inputs: Inputs): Promise<void> {
  const client = clientFor(inputs);
  const repository = gitHubRepository(client, context.repo);
  const { numbers, remarks } = await reportedPullRequests(repository, {
    eventName: context.eventName,
    payload: context.payload,
    number: inputs.pullRequestNumber,
  });
  for (const remark of remarks) log.info(remark);
  if (numbers.length === 0) return void (await endAtOnce(remarks.join(" "), inputs));
  const isOne = numbers.length === 1;
  // Marks would stand in the default branch, where nobody looks for them; many reports do not fit on the page of a run.
  const quiet = { ...inputs, annotations: false, jobSummary: inputs.jobSummary && isOne };
  let exitCode: number = core.ExitCode.Success;
  for (const number of numbers) {
    try {
      const pullRequest = await repository.pullRequest(number);
      const report = pullRequest.isOpen
        ? await judgePullRequest(client, repository, pullRequest, quiet)
        : await endAtOnce(`Pull request #${number} is closed.`, quiet);
      if (!isOne && inputs.jobSummary) await summaryPage.write(lineOf(number, report));
    } catch (error) {
      exitCode = core.ExitCode.Failure;
      await giveUp(error);
    }
  }
  process.exitCode = exitCode;
}

const lineOf = (number: number, { verdict: { outcome, errors, warnings } }: Report): string =>
  `- [#${number}](${repositoryUrl()}/pull/${number}): ${outcome === "pass" ? "✅ passed" : "❌ failed"}, errors: ${errors}, warnings: ${warnings}\n`;

/** Requests so far. */
let asked = 0;

/** A run stays within twelve: beside the comment, which takes four at most, one is left for advice. */
const MOST_ASKED_BEFORE_ADVICE = 8;

function clientFor({ token }: Inputs): Client {
  const client = createClient({
    token,
    onWait: (seconds, why) => log.info(`GitHub asks to wait ${seconds} s: ${why}`),
    debug: (text) => log.debug(text),
    traffic,
  });
  client.hook.before("request", () => void asked++);
  return client;
}

interface Terms {
  readonly client: Client;
  readonly warnOnly: boolean;
  /** Null where there is no pull request that could have a label. */
  readonly readOverride: ((setting: OverrideSetting) => Promise<OverrideAnswer>) | null;
  /** Null where there is no pull request that is still to be merged. */
  readonly readAfterMerge: ((config: Config, judged: readonly PlanSources[]) => Promise<PlansAfterMerge>) | null;
}

async function judge(
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
      ...(inputs.mode === "gate" && asked < MOST_ASKED_BEFORE_ADVICE
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

/** The clock of the whole program. */
const todayOf = ({ asOf }: Inputs): string => asOf ?? new Date().toISOString().slice(0, 10);

/** Everybody who shows the report, whatever it is about. */
function publishersFor(change: Change | null, inputs: Inputs): Publisher[] {
  const sarif = { ...linksFor(change), instance: instanceOf(inputs) };
  return [
    ...(inputs.annotations ? [logAnnotations(core, inputs.annotationsLimit)] : []),
    ...(inputs.jobSummary ? [jobSummary(summaryPage, (report) => summaryOf(report, change))] : []),
    ...(inputs.badgePath === null ? [] : [badgeFolder(inputs.badgePath, writeReport)]),
    ...fileOf("json-file", inputs.jsonFile, renderers.json),
    ...fileOf("sarif-file", inputs.sarifFile, (report) => renderers.sarif(report, sarif)),
    ...fileOf("junit-file", inputs.junitFile, renderers.junit),
  ];
}

type ReportFile = Parameters<typeof reportFile>[0];

const fileOf = (name: ReportFile["name"], path: string | null, render: ReportFile["render"]): Publisher[] =>
  path === null ? [] : [reportFile({ name, path, render, write: writeReport })];

function summaryOf(report: Report, change: Change | null): string {
  if (report.plans.length === 0) return `✅ ${report.remarks.map((remark) => markdownText(remark)).join(" ")}\n`;
  return renderers.markdown(report, { ...linksFor(change), budget: "summary", detailsUrl: null });
}

function commentFor(client: Client, { pullRequest, change }: JudgedPullRequest, inputs: Inputs): Publisher {
  const because = readOnlyBecause(pullRequest);
  if (because !== null) return { name: "comment", publish: () => Promise.resolve({ outcome: "skipped", because }) };
  const comments = gitHubComments(client, context.repo, pullRequest.number);
  return pullRequestComment(
    inputs.dryRun ? dryRunComments(comments, (title, text) => log.group(title, text)) : comments,
    {
      key: instanceOf(inputs),
      headSha: change.headSha,
      run: `${context.runId}.${context.runAttempt}`,
      when: inputs.comment,
      runUrl: `${repositoryUrl()}/actions/runs/${context.runId}`,
      render: commentOn(change),
      async judgeAgain(judgedSha) {
        const repository = gitHubRepository(client, context.repo);
        const now = await repository.pullRequest(pullRequest.number);
        const judged = now.headSha === judgedSha ? null : await judgedPullRequest(client, repository, now, inputs);
        return judged && { headSha: judged.change.headSha, report: judged.report, render: commentOn(judged.change) };
      },
    },
  );
}

const commentOn = (change: Change) => (report: Report, detailsUrl: string | null) =>
  renderers.markdown(report, { ...linksFor(change), budget: "comment", detailsUrl });

/** What is judged in mode badge is a push to the default branch, and nothing else. */
function badgeBranchFor(client: Client, { headSha }: Change, inputs: Inputs): Publisher[] {
  if (inputs.mode !== "badge") return [];
  const { badgeBranch: branch, dryRun: isDryRun } = inputs;
  const place = { ...context.repo, branch, defaultBranch: context.ref.replace(/^refs\/heads\//, ""), headSha };
  return [badgePublisher(gitHubBadgeBranch(client, place), { url: `${repositoryUrl()}/tree/${branch}`, isDryRun })];
}

function suggestionsFor(client: Client, { pullRequest, change }: JudgedPullRequest, inputs: Inputs): Publisher {
  const because = readOnlyBecause(pullRequest);
  if (because !== null) return { name: "suggestions", publish: () => Promise.resolve({ outcome: "skipped", because }) };
  const reviews = gitHubReviews(client, context.repo, pullRequest.number);
  return reviewSuggestions(inputs.dryRun ? dryRunReviews(reviews, (title, text) => log.group(title, text)) : reviews, {
    key: instanceOf(inputs),
    headSha: change.headSha,
  });
}

/** Tells what this job publishes from what others do. */
const instanceOf = ({ commentId }: Inputs): string => commentId ?? `${context.workflow}:${context.job}`;

/** GitHub gives these runs a token that cannot write, whatever the workflow's `permissions:` say. */
function readOnlyBecause({ isFromFork }: PullRequest): string | null {
  if (context.eventName !== "pull_request") return null;
  if (isFromFork) return "the token of a pull request from a fork may only read; the job summary has the report";
  if (context.actor === "dependabot[bot]") {
    return "the token of a run that Dependabot started may only read; the job summary has the report";
  }
  return null;
}

const repositoryUrl = () => `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;

const linksFor = (change: Change | null) => ({
  version: VERSION,
  rulesUrl: RULES_URL,
  links: change && { repositoryUrl: repositoryUrl(), headSha: change.headSha, baseSha: change.mergeBaseSha },
});

const writeReport = (path: string, text: string) =>
  writeInWorkspace(process.env["GITHUB_WORKSPACE"] ?? process.cwd(), path, text);

function endAtOnce(remark: string, inputs: Inputs): Promise<Report> {
  const report = checkPlan({ plans: [], config: defaults, today: todayOf(inputs), remarks: [remark] });
  return conclude(report, publishersFor(null, inputs));
}

async function conclude(report: Report, publishers: readonly Publisher[]): Promise<Report> {
  log.info(renderers.text(report, { color: false, width: 100 }));
  setOutputs(outputsOf(report, await publishAll(publishers, report, log)));
  process.exitCode = report.verdict.outcome === "pass" ? core.ExitCode.Success : core.ExitCode.Failure;
  return report;
}

function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

async function giveUp(error: unknown): Promise<void> {
  const { headline, text, markdown, place, stack } = troubleOf(error);
  core.error(text, {
    title: headline.slice(0, 200),
    ...(place && { file: place.path, startLine: place.line, startColumn: place.column }),
  });
  if (stack !== null) log.info(stack);
  setOutputs(outputsOf(null));
  if (summaryPage.isThere) await summaryPage.write(markdown);
}

async function main(): Promise<void> {
  // The gate is closed until the verdict has opened it, however this ends.
  process.exitCode = core.ExitCode.Failure;
  try {
    const inputs = readInputs((name) => core.getInput(name));
    await modes[inputs.mode](inputs);
  } catch (error) {
    await giveUp(error);
  }
  if (traffic.inWords !== null) log.info(`GitHub was asked: ${traffic.inWords}.`);
}

// Not awaited here: of a bundle that waits outside of functions V8 parses most parts twice.
void main();
