import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  analyzePlan,
  announcementsToDate,
  checkPlan,
  checkPlans,
  type CheckedPlans,
  explainDocument,
  fixPlans,
  readPlan,
  schedulePlans,
} from "./check-plan.js";
import { parseConfig } from "./config/parse-config.js";
import { DEFAULT_CONFIG_PATH, defaults } from "./config/defaults.js";
import { examineRepository, policyPaths } from "./doctor/examine-repository.js";
import { knownPlans, unknownPlans } from "./init/find-plans.js";
import { proposeFiles } from "./init/propose-files.js";
import { synchronizedAlike } from "./init/synchronized-alike.js";
import { checkupText } from "./io/cli/checkup-text.js";
import type { CheckCommand, Command, DoctorCommand, InitCommand } from "./io/cli/command.js";
import { collectDocument, collectDocuments, collectPlans } from "./io/cli/collect-plans.js";
import { describeTrouble } from "./io/cli/describe-trouble.js";
import { explainText } from "./io/cli/explain-text.js";
import { helpText } from "./io/cli/help-text.js";
import { parseCommandLine } from "./io/cli/parse-command-line.js";
import { printableJson } from "./io/cli/printable.js";
import { defaultBranchOf, readCandidates } from "./io/cli/read-candidates.js";
import { readSetUp } from "./io/cli/read-set-up.js";
import { readText } from "./io/cli/read-text.js";
import { rulePage } from "./io/cli/rule-page.js";
import { syncDocuments } from "./io/cli/sync-documents.js";
import { wantsColor, write } from "./io/cli/standard-streams.js";
import { writeBadges } from "./io/cli/write-badges.js";
import { writeFixed } from "./io/cli/write-fixed.js";
import { writePage } from "./io/cli/write-page.js";
import { agree, proposalText, writeProposal } from "./io/cli/write-proposal.js";
import { askGitHub, readBranchRules } from "./io/github/repository-rules.js";
import { dateAnnouncements } from "./io/history/date-announcements.js";
import type { SourceDocument } from "./model/document.js";
import type { Report } from "./model/report.js";
import { SetupError } from "./model/setup-error.js";
import { renderers, scheduleRenderers, type Format } from "./render/index.js";
import { readJson } from "./render/read-json.js";
import { renderHtml } from "./render/render-html.js";
import { plainText } from "./render/shared/plain-text.js";
import { RULES_URL } from "./rules-url.js";
import { ruleIds } from "./rules/index.js";
import { synchronize } from "./sync/synchronize.js";
import { VERSION } from "./version.js";

/** Does what the command line asks for and answers with the exit code. Only the answer goes to standard output. */
async function run(command: Command): Promise<0 | 1> {
  switch (command.kind) {
    case "help":
      await write(process.stdout, helpText[command.about]);
      return 0;
    case "version":
      await write(process.stdout, `${VERSION}\n`);
      return 0;
    case "read": {
      const { documents, config, remarks } = await collectDocuments(command, process.cwd(), ruleIds);
      await tell(remarks);
      const plan = readJson(readPlan(documents.map(({ path }) => path).join(", "), documents, config.settings));
      await write(process.stdout, command.format === "json" ? printableJson(plan) : readText(plan));
      return 0;
    }
    case "explain": {
      const { path, documents, config, remarks } = await collectDocument(command, process.cwd(), ruleIds);
      await tell(remarks);
      const explanation = explainDocument({ path, documents, lines: command.lines, settings: config.settings });
      await write(process.stdout, command.format === "json" ? printableJson(explanation) : explainText(explanation));
      return 0;
    }
    case "explain-rule": {
      await write(process.stdout, rulePage(command.rule));
      return 0;
    }
    case "fix": {
      const { plans, config, remarks } = await collectPlans(command, process.cwd(), ruleIds);
      await tell(remarks);
      const fixed = fixPlans({ plans, config, today: command.asOf ?? today() }, command.all ? "all" : "safe");
      await write(process.stdout, await writeFixed(fixed, command.dryRun, process.cwd()));
      return 0;
    }
    case "sync": {
      const { plans, config, remarks } = await collectPlans({ ...command, base: null }, process.cwd(), ruleIds);
      await tell(remarks);
      const synced = plans.flatMap(({ name, head }) => synchronize(head, analyzePlan(name, head, config.settings)));
      const { text, exitCode } = await syncDocuments(synced, command.to, process.cwd());
      await write(process.stdout, text);
      return exitCode;
    }
    case "badge": {
      const { plans, config, remarks } = await collectPlans({ ...command, base: null }, process.cwd(), ruleIds);
      const report = checkPlan({ plans, config, today: command.asOf ?? today(), remarks });
      const { count, markdown } = await writeBadges(report, command.out, process.cwd());
      await tell([...remarks, `wrote ${count} files to ${command.out}`]);
      await write(process.stdout, markdown);
      return 0;
    }
    case "doctor":
      return doctor(command);
    case "init":
      return init(command);
    case "check": {
      const { report, isExample } = await judge(command);
      await write(process.stdout, show(report, command.format, command.depth));
      if (command.comment || (isExample && command.format === "text")) {
        await write(process.stdout, `\n${ruler("the comment on the pull request")}\n\n${show(report, "markdown")}`);
      }
      return report.verdict.outcome === "pass" ? 0 : 1;
    }
    case "report": {
      const { report, plans } = await judge({ ...command, failOn: null, gate: null, whatIf: [] });
      if (plans.length === 0) {
        throw new SetupError("no-such-file", "There is no plan to make a page of.", {
          mend: "Name a plan, or set `plans` in the configuration.",
        });
      }
      const html = renderHtml(report, plans, { template: await pageTemplate(), version: VERSION, rulesUrl: RULES_URL });
      await writePage(command.html, html, process.cwd());
      await tell([...report.remarks, `wrote ${command.html}`]);
      return 0;
    }
    case "schedule": {
      const { files, config: choice, model, portion, agents, whatIf, format } = command;
      const collected = await collectPlans({ files, base: null, config: choice }, process.cwd(), ruleIds);
      const { plans, config, remarks } = collected;
      const report = schedulePlans({
        plans,
        config,
        today: command.asOf ?? today(),
        model,
        portion,
        agents,
        whatIf,
        remarks,
      });
      await write(process.stdout, scheduleRenderers[format](report, { color: wantsColor(process.stdout), width }));
      return 0;
    }
  }
}

/** Judges plans as the command line asks for. */
async function judge(
  command: Pick<CheckCommand, "files" | "base" | "config" | "failOn" | "gate" | "asOf" | "whatIf">,
): Promise<CheckedPlans & { readonly isExample: boolean }> {
  const { plans, config, remarks, isExample, historyOf } = await collectPlans(command, process.cwd(), ruleIds);
  const asOf = command.asOf ?? today();
  const dated = await dateAnnouncements(plans, {
    questionsOf: (plan) => (historyOf === null ? [] : announcementsToDate(plan, config, asOf)),
    readPlan: ({ name }, documents) => readPlan(name, documents, config.settings),
    historyOf: ({ name }) => historyOf!(name),
  });
  const checked = checkPlans({
    plans: dated.plans,
    config: {
      ...config,
      ...(command.failOn && { failOn: command.failOn }),
      ...(command.gate && { gate: command.gate }),
    },
    today: asOf,
    remarks: [...remarks, ...dated.remarks],
    whatIf: command.whatIf,
    isPartial: command.files.length > 0 && !isExample,
  });
  return { ...checked, isExample };
}

/** The build leaves the page beside the program. */
const pageTemplate = (): Promise<string> => readFile(join(import.meta.dirname, "page.html"), "utf8");

async function doctor({ folder, repository, branch, format }: DoctorCommand): Promise<0 | 1> {
  const setUp = await readSetUp(folder, process.cwd(), policyPaths);
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_TOKEN: token = null } = process.env;
  const { rules, remarks } =
    repository === null
      ? { rules: null, remarks: [] }
      : await readBranchRules(askGitHub(apiUrl, token), repository, branch);
  const found = examineRepository(setUp, rules, ruleIds);
  const checkup = { ...found, remarks: [...found.remarks, ...remarks] };
  await write(process.stdout, format === "json" ? printableJson(checkup) : checkupText(checkup));
  return checkup.ailments.some(({ severity }) => severity !== "notice") ? 1 : 0;
}

async function init({ folder, pin, isAgreed }: InitCommand): Promise<0 | 1> {
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

/** Beside the answer: a remark may name a file, and anybody names files. */
const tell = (remarks: readonly string[]): Promise<void> =>
  write(process.stderr, remarks.map((remark) => `plan-gate: ${plainText(remark)}\n`).join(""));

const today = (): string => new Date().toISOString().slice(0, 10);

const width = process.stdout.columns ?? 100;

const show = (report: Report, format: Format, depth = false): string =>
  renderers[format](report, {
    budget: "comment",
    version: VERSION,
    links: null,
    rulesUrl: format === "sarif" ? RULES_URL : null,
    detailsUrl: null,
    color: wantsColor(process.stdout),
    width,
    depth,
  });

const ruler = (title: string): string => `── ${title} `.padEnd(Math.min(width, 100), "─");

async function main(): Promise<void> {
  // What never comes to an end has not succeeded.
  process.exitCode = 70;
  try {
    process.exitCode = await run(parseCommandLine(process.argv.slice(2)));
  } catch (error) {
    const { text, exitCode } = describeTrouble(error, VERSION);
    await write(process.stderr, text);
    process.exitCode = exitCode;
  }
}

// Not awaited here: of a bundle that waits outside of functions V8 parses most parts twice.
void main();
