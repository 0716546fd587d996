import * as core from "@actions/core";
import { context } from "@actions/github";
import { announcementsToDate, checkPlan, readPlan } from "./check-plan.js";
import type { OverrideSetting } from "./config/config.js";
import { defaults } from "./config/defaults.js";
import { overrideConfig } from "./config/override-config.js";
import { parseConfig } from "./config/parse-config.js";
import { changeOfPullRequest, changeOfRevisions, type Change } from "./io/github/change.js";
import { gitHubBadgeBranch } from "./io/github/badge-branch.js";
import { badgeOccasion } from "./io/github/badge-occasion.js";
import { createClient, type Client } from "./io/github/client.js";
import { gitHubComments } from "./io/github/comments.js";
import { dryRunComments } from "./io/github/dry-run-comments.js";
import { dryRunReviews } from "./io/github/dry-run-reviews.js";
import { occasionOf } from "./io/github/events.js";
import { readInputs, type Inputs } from "./io/github/inputs.js";
import { readPlans, touchesPlan } from "./io/github/plan-documents.js";
import { readOverride, type OverrideAnswer } from "./io/github/override.js";
import { readPolicy } from "./io/github/policy.js";
import { gitHubReviews } from "./io/github/reviews.js";
import { gitHubRepository, type PullRequest, type Repository } from "./io/github/repository.js";
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
  pullRequestComment,
  reportFile,
  reviewSuggestions,
  troubleOf,
  writeInWorkspace,
  type Outputs,
} from "./io/publish/index.js";
import type { Publisher } from "./io/publish/publisher.js";
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

/** Judges what the event is about, shows the answer, and lets the exit code say what the verdict says. */
async function run(): Promise<void> {
  const inputs = readInputs((name) => core.getInput(name));
  const { payload, sha } = context;
  const occasion =
    inputs.mode === "badge"
      ? badgeOccasion(context.eventName, payload, inputs.badgeBranch)
      : occasionOf(context.eventName, { payload, sha, baseRef: inputs.baseRef }, inputs.pullRequestNumber);
  if (occasion.kind === "nothing") return endAtOnce(`There is nothing to judge: ${occasion.because}.`, inputs);

  const client = createClient({
    token: inputs.token,
    onWait: (seconds, why) => log.info(`GitHub asks to wait ${seconds} s: ${why}`),
    debug: (text) => log.debug(text),
  });
  const repository = gitHubRepository(client, context.repo);
  if (occasion.kind === "revisions") {
    const change = await changeOfRevisions(repository, occasion);
    const report = await judge(repository, change, inputs, { warnOnly: inputs.warnOnly, readOverride: null });
    return conclude(report, [...publishersFor(change, inputs), ...badgeBranchFor(client, change, inputs)]);
  }

  const pullRequest = await repository.pullRequest(occasion.number);
  if (pullRequest.isDraft && inputs.drafts === "skip") {
    return endAtOnce("The pull request is a draft, and drafts are not judged.", inputs);
  }
  const change = await changeOfPullRequest(repository, pullRequest);
  const warnOnly = inputs.warnOnly || (pullRequest.isDraft && inputs.drafts === "warn");
  const report = await judge(repository, change, inputs, {
    warnOnly,
    readOverride: (setting) => readOverride(client, context.repo, pullRequest.number, setting),
  });
  await conclude(report, [
    ...publishersFor(change, inputs),
    commentFor(client, pullRequest, change, inputs),
    ...(inputs.suggestions ? [suggestionsFor(client, pullRequest, change, inputs)] : []),
  ]);
}

interface Terms {
  readonly warnOnly: boolean;
  /** Null where there is no pull request that could have a label. */
  readonly readOverride: ((setting: OverrideSetting) => Promise<OverrideAnswer>) | null;
}

async function judge(
  repository: Repository,
  change: Change,
  inputs: Inputs,
  { warnOnly, readOverride }: Terms,
): Promise<Report> {
  const policy = await readPolicy(repository, change, inputs.configPath, (text, path) =>
    parseConfig(text, path, ruleIds),
  );
  const overrides = warnOnly ? { ...inputs.overrides, "fail-on": "never" } : inputs.overrides;
  const config = overrideConfig(policy.config, overrides, { code: "bad-input", nameOf: (key) => `the input ${key}` });
  const today = todayOf(inputs);
  const remarks = [...change.remarks, ...policy.remarks];
  if (change.scope === "touched" && !touchesPlan(config, change.files ?? [])) {
    return checkPlan({ plans: [], config, today, remarks: ["This change touches no plan.", ...remarks] });
  }
  const collected = await readPlans(repository, config, change);
  const budget = historyBudget();
  const { baseSha } = change;
  const dated = await dateAnnouncements(collected.plans, {
    questionsOf: (plan) => (baseSha === null ? [] : announcementsToDate(plan, config, today)),
    readPlan: ({ name }, documents) => readPlan(name, documents, config.settings),
    historyOf: ({ name }) => {
      const earlier = earlierDocuments(config, name, () => Promise.resolve(collected.headPaths));
      return gitHubHistory(repository, baseSha!, earlier, budget);
    },
  });
  const said = [...remarks, ...collected.remarks, ...dated.remarks];
  const input = { plans: dated.plans, config, today, remarks: said, isPartial: change.scope === "touched" };
  const report = checkPlan(input);
  if (report.verdict.outcome === "pass" || config.override.labels.length === 0) return report;
  // Only a gate that would stay closed is worth the question.
  const answer = readOverride ? await readOverride(config.override) : NO_LABELS_HERE;
  const { override, remarks: about } = answer;
  return override ? checkPlan({ ...input, override }) : { ...report, remarks: [...report.remarks, ...about] };
}

const NO_LABELS_HERE: OverrideAnswer = {
  override: null,
  remarks: ["Labels open the gate of a pull request only, not here."],
};

/** The clock of the whole program. */
const todayOf = ({ asOf }: Inputs): string => asOf ?? new Date().toISOString().slice(0, 10);

/** Everybody who shows the report, whatever it is about. */
function publishersFor(change: Change | null, inputs: Inputs): Publisher[] {
  return [
    ...(inputs.annotations ? [logAnnotations(core, inputs.annotationsLimit)] : []),
    ...(inputs.jobSummary ? [jobSummary(summaryPage, (report) => summaryOf(report, change))] : []),
    ...(inputs.badgePath === null ? [] : [badgeFolder(inputs.badgePath, writeReport)]),
    ...reportFiles(inputs),
  ];
}

function reportFiles(inputs: Inputs): Publisher[] {
  const file = (
    name: "json-file" | "sarif-file" | "junit-file",
    path: string | null,
    render: (report: Report) => string,
  ) => (path === null ? [] : [reportFile({ name, path, render, write: writeReport })]);
  const sarif = { ...linksFor(null), instance: instanceOf(inputs) };
  return [
    ...file("json-file", inputs.jsonFile, (report) => `${JSON.stringify(report, null, 2)}\n`),
    ...file("sarif-file", inputs.sarifFile, (report) => renderers.sarif(report, sarif)),
    ...file("junit-file", inputs.junitFile, (report) => renderers.junit(report)),
  ];
}

function summaryOf(report: Report, change: Change | null): string {
  if (report.plans.length === 0) return `✅ ${report.remarks.map((remark) => markdownText(remark)).join(" ")}\n`;
  return renderers.markdown(report, { ...linksFor(change), budget: "summary", detailsUrl: null });
}

function commentFor(client: Client, pullRequest: PullRequest, change: Change, inputs: Inputs): Publisher {
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
      render: (report, detailsUrl) =>
        renderers.markdown(report, { ...linksFor(change), budget: "comment", detailsUrl }),
    },
  );
}

/** What is judged in mode badge is a push to the default branch, and nothing else. */
function badgeBranchFor(client: Client, { headSha }: Change, inputs: Inputs): Publisher[] {
  if (inputs.mode !== "badge") return [];
  const { badgeBranch: branch, dryRun: isDryRun } = inputs;
  const place = { ...context.repo, branch, defaultBranch: context.ref.replace(/^refs\/heads\//, ""), headSha };
  return [badgePublisher(gitHubBadgeBranch(client, place), { url: `${repositoryUrl()}/tree/${branch}`, isDryRun })];
}

function suggestionsFor(client: Client, pullRequest: PullRequest, change: Change, inputs: Inputs): Publisher {
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

function endAtOnce(remark: string, inputs: Inputs): Promise<void> {
  const report = checkPlan({ plans: [], config: defaults, today: todayOf(inputs), remarks: [remark] });
  return conclude(report, publishersFor(null, inputs));
}

async function conclude(report: Report, publishers: readonly Publisher[]): Promise<void> {
  log.info(renderers.text(report, { color: false, width: 100 }));
  setOutputs(outputsOf(report, await publishAll(publishers, report, log)));
  process.exitCode = report.verdict.outcome === "pass" ? core.ExitCode.Success : core.ExitCode.Failure;
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

// The gate is closed until the verdict has opened it, however this ends.
process.exitCode = core.ExitCode.Failure;
try {
  await run();
} catch (error) {
  await giveUp(error);
}
