import * as core from "@actions/core";
import { context } from "@actions/github";
import { clientOfRun, traffic } from "./action/client-of-run.js";
import { judgeChange } from "./action/judge-change.js";
import { judgePullRequest } from "./action/judge-pull-request.js";
import { badgeBranchFor, publishersFor } from "./action/publishers.js";
import { pullRequestPublishers } from "./action/pull-request-publishers.js";
import { todayOf } from "./action/today-of.js";
import { repositoryUrl, summaryPage } from "./action/where-it-runs.js";
import { checkPlan } from "./check-plan.js";
import { defaults } from "./config/defaults.js";
import { badgeOccasion } from "./io/github/badge-occasion.js";
import { changeOfRevisions } from "./io/github/change.js";
import type { Client } from "./io/github/client.js";
import { occasionOf } from "./io/github/events.js";
import { readInputs, type Inputs, type Mode } from "./io/github/inputs.js";
import { reportedPullRequests } from "./io/github/reported-pull-requests.js";
import { gitHubRepository, type PullRequest, type Repository } from "./io/github/repository.js";
import { log, outputsOf, publishAll, troubleOf, type Outputs } from "./io/publish/index.js";
import type { Publisher } from "./io/publish/publisher.js";
import type { Report } from "./model/report.js";
import { renderers } from "./render/index.js";

/** What a run does in each mode. */
const modes: Readonly<Record<Mode, (inputs: Inputs) => Promise<unknown>>> = {
  gate: judgeOccasion,
  report: bringReportsUpToDate,
  badge: judgeOccasion,
};

/** Judges what the event is about, shows the answer, and lets the exit code say what the verdict says. */
async function judgeOccasion(inputs: Inputs): Promise<Report> {
  const { payload, sha } = context;
  const occasion =
    inputs.mode === "badge"
      ? badgeOccasion(context.eventName, payload, inputs.badgeBranch)
      : occasionOf(context.eventName, { payload, sha, baseRef: inputs.baseRef }, inputs.pullRequestNumber);
  if (occasion.kind === "nothing") return endAtOnce(`There is nothing to judge: ${occasion.because}.`, inputs);

  const client = clientOfRun(inputs);
  const repository = gitHubRepository(client, context.repo);
  if (occasion.kind === "pull-request") {
    return reportOnPullRequest(client, repository, await repository.pullRequest(occasion.number), inputs);
  }
  const change = await changeOfRevisions(repository, occasion);
  const report = await judgeChange(repository, change, inputs, {
    client,
    warnOnly: inputs.warnOnly,
    readOverride: null,
    readAfterMerge: null,
  });
  return conclude(report, [...publishersFor(change, inputs), ...badgeBranchFor(client, change, inputs)]);
}

async function reportOnPullRequest(
  client: Client,
  repository: Repository,
  pullRequest: PullRequest,
  inputs: Inputs,
): Promise<Report> {
  const judged = await judgePullRequest(client, repository, pullRequest, inputs);
  if (judged === null) return endAtOnce("The pull request is a draft, and drafts are not judged.", inputs);
  return conclude(judged.report, [
    ...publishersFor(judged.change, inputs),
    ...pullRequestPublishers(client, judged, inputs),
  ]);
}

/**
 * Judges pull requests anew and brings their comments up to date. Green whatever the verdicts say, because their own
 * checks say that; red when one could not be judged.
 */
async function bringReportsUpToDate(inputs: Inputs): Promise<void> {
  const client = clientOfRun(inputs);
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
        ? await reportOnPullRequest(client, repository, pullRequest, quiet)
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
