import * as core from "@actions/core";
import { context } from "@actions/github";
import { gitHubBadgeBranch } from "../io/github/badge-branch.js";
import type { Change } from "../io/github/change.js";
import type { Client } from "../io/github/client.js";
import type { Inputs } from "../io/github/inputs.js";
import {
  badgeFolder,
  badgePublisher,
  jobSummary,
  logAnnotations,
  reportFile,
  writeInWorkspace,
} from "../io/publish/index.js";
import type { Publisher } from "../io/publish/publisher.js";
import type { Report } from "../model/report.js";
import { renderers } from "../render/index.js";
import { markdownText } from "../render/shared/markdown-text.js";
import { instanceOf, linksFor, repositoryUrl, summaryPage } from "./where-it-runs.js";

/** Everybody who shows the report, whatever it is about. */
export function publishersFor(change: Change | null, inputs: Inputs): Publisher[] {
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

const writeReport = (path: string, text: string) =>
  writeInWorkspace(process.env["GITHUB_WORKSPACE"] ?? process.cwd(), path, text);

/** What is judged in mode badge is a push to the default branch, and nothing else. */
export function badgeBranchFor(client: Client, { headSha }: Change, inputs: Inputs): Publisher[] {
  if (inputs.mode !== "badge") return [];
  const { badgeBranch: branch, dryRun: isDryRun } = inputs;
  const place = { ...context.repo, branch, defaultBranch: context.ref.replace(/^refs\/heads\//, ""), headSha };
  return [badgePublisher(gitHubBadgeBranch(client, place), { url: `${repositoryUrl()}/tree/${branch}`, isDryRun })];
}
