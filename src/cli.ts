import {
  analyzePlan,
  announcementsToDate,
  checkPlan,
  diffPlans,
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
import type {
  CheckCommand,
  Command,
  DiffCommand,
  DoctorCommand,
  GraphCommand,
  InitCommand,
  ScheduleCommand,
} from "./io/cli/command.js";
import { collectDiff, collectDocument, collectDocuments, collectPlans } from "./io/cli/collect-plans.js";
import { completionScript } from "./io/cli/completion-script.js";
import { describeTrouble } from "./io/cli/describe-trouble.js";
import { explainText } from "./io/cli/explain-text.js";
import { helpText } from "./io/cli/help-text.js";
import { parseCommandLine } from "./io/cli/parse-command-line.js";
import { defaultBranchOf, readCandidates } from "./io/cli/read-candidates.js";
import { readSetUp } from "./io/cli/read-set-up.js";
import { readText } from "./io/cli/read-text.js";
import { rulePage } from "./io/cli/rule-page.js";
import { SCHEMAS } from "./io/cli/schemas.js";
import { showProgress, type Progress } from "./io/cli/show-progress.js";
import { syncDocuments } from "./io/cli/sync-documents.js";
import { wantsColor, widthOf, write } from "./io/cli/standard-streams.js";
import { watchFiles } from "./io/cli/watch-files.js";
import { watchedFiles } from "./io/cli/watched-files.js";
import { writeBadges } from "./io/cli/write-badges.js";
import { writeFixed } from "./io/cli/write-fixed.js";
import { agree, proposalText, writeProposal } from "./io/cli/write-proposal.js";
import { askGitHub, readBranchRules } from "./io/github/repository-rules.js";
import { dateAnnouncements } from "./io/history/date-announcements.js";
import type { SourceDocument } from "./model/document.js";
import type { Report } from "./model/report.js";
import { diffRenderers, graphRenderers, renderers, scheduleRenderers, type Format } from "./render/index.js";
import { readJson } from "./render/read-json.js";
import { plainText } from "./render/shared/plain-text.js";
import { safeJson } from "./render/shared/safe-json.js";
import { terminalStyle, type Paint } from "./render/shared/terminal-style.js";
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
      if (!command.quiet) await tell(remarks);
      const plan = readJson(readPlan(documents.map(({ path }) => path).join(", "), documents, config.settings));
      await write(process.stdout, command.format === "json" ? safeJson(plan) : readText(plan, paint()));
      return 0;
    }
    case "explain": {
      const { path, documents, config, remarks } = await collectDocument(command, process.cwd(), ruleIds);
      if (!command.quiet) await tell(remarks);
      const explanation = explainDocument({ path, documents, lines: command.lines, settings: config.settings });
      await write(
        process.stdout,
        command.format === "json" ? safeJson(explanation) : explainText(explanation, paint()),
      );
      return 0;
    }
    case "explain-rule": {
      await write(process.stdout, rulePage(command.rule));
      return 0;
    }
    case "fix": {
      const { plans, config, remarks } = await collectPlans(command, process.cwd(), ruleIds);
      if (!command.quiet) await tell(remarks);
      const fixed = fixPlans({ plans, config, today: command.asOf ?? today() }, command.all ? "all" : "safe");
      await write(process.stdout, await writeFixed(fixed, command.dryRun, process.cwd()));
      return 0;
    }
    case "sync": {
      const { plans, config, remarks } = await collectPlans({ ...command, base: null }, process.cwd(), ruleIds);
      if (!command.quiet) await tell(remarks);
      const synced = plans.flatMap(({ name, head }) => synchronize(head, analyzePlan(name, head, config.settings)));
      const { text, exitCode } = await syncDocuments(synced, command.to, process.cwd());
      await write(process.stdout, text);
      return exitCode;
    }
    case "badge": {
      const { plans, config, remarks, paths } = await collectPlans({ ...command, base: null }, process.cwd(), ruleIds);
      const report = checkPlan({ plans, config, today: command.asOf ?? today(), paths, remarks });
      const { count, markdown } = await writeBadges(report, command.out, process.cwd());
      if (!command.quiet) await tell([...remarks, `wrote ${count} files to ${command.out}`]);
      await write(process.stdout, markdown);
      return 0;
    }
    case "doctor":
      return doctor(command);
    case "init":
      return init(command);
    case "check":
      return command.watch ? watch(command) : check(command);
    case "schedule":
      return schedule(command);
    case "graph":
      return graph(command);
    case "diff":
      return diff(command);
    case "schema":
      await write(process.stdout, `${JSON.stringify(JSON.parse(SCHEMAS[command.schema]), null, 2)}\n`);
      return 0;
    case "completion":
      await write(process.stdout, completionScript(command.shell));
      return 0;
  }
}

async function check(command: CheckCommand): Promise<0 | 1> {
  const { text, exitCode } = await working(command, (progress) => checked(command, progress));
  await write(process.stdout, text);
  return exitCode;
}

interface Checked {
  readonly text: string;
  readonly exitCode: 0 | 1;
  /** What the answer depends on; absolute. */
  readonly files: readonly string[];
}

async function checked(
  command: CheckCommand,
  progress: Progress,
  onRead?: (files: string[]) => void,
): Promise<Checked> {
  const collected = await collectPlans(command, process.cwd(), ruleIds);
  const { plans, config, remarks, paths, isExample, historyOf } = collected;
  const files = watchedFiles(collected, command, process.cwd());
  onRead?.(files);
  progress.step("judge");
  const asOf = command.asOf ?? today();
  const dated = await dateAnnouncements(plans, {
    questionsOf: (plan) => (historyOf === null ? [] : announcementsToDate(plan, config, asOf)),
    readPlan: ({ name }, documents) => readPlan(name, documents, config.settings),
    historyOf: ({ name }) => historyOf!(name),
  });
  const report = checkPlan({
    plans: dated.plans,
    config: {
      ...config,
      ...(command.failOn && { failOn: command.failOn }),
      ...(command.gate && { gate: command.gate }),
    },
    today: asOf,
    paths,
    remarks: [...remarks, ...dated.remarks],
    whatIf: command.whatIf,
    isPartial: command.files.length > 0 && !isExample,
  });
  const isShown = command.comment || (isExample && command.format === "text" && !command.quiet);
  const comment = `\n${ruler("the comment on the pull request")}\n\n`;
  return {
    text: show(report, command) + (isShown ? comment + show(report, { ...command, format: "markdown" }) : ""),
    exitCode: report.verdict.outcome === "pass" ? 0 : 1,
    files,
  };
}

/** Checks again whenever something is saved. What cannot be checked is said and waited out; an interrupt ends well. */
async function watch(command: CheckCommand): Promise<0> {
  const saves = watchFiles();
  process.once("SIGINT", () => saves.end());
  let last = "";
  for (let round = 0; ; round++) {
    const start = Date.now();
    const text = await working(command, (progress) =>
      checked(command, progress, (files) => saves.cover(files, start)),
    ).then(
      (answer) => answer.text,
      (error: unknown) => troubleToWaitOut(error, round),
    );
    const time = new Date().toTimeString().slice(0, 8);
    if (round > 0) await write(process.stdout, `\n${ruler(text === last ? `${time}: as before` : time)}\n\n`);
    if (text !== last) await write(process.stdout, text);
    last = text;
    if (round === 0) await tell(command.quiet ? [] : ["watching; Ctrl-C ends it"]);
    if ((await saves.next()) === "ended") return 0;
  }
}

/** In words, what may be over after the next save; a command line that was never right is wrong at once. */
function troubleToWaitOut(error: unknown, round: number): string {
  const { text, exitCode } = describeTrouble(error, VERSION);
  if (round === 0 || exitCode !== 2) throw error;
  return text;
}

async function schedule(command: ScheduleCommand): Promise<0> {
  const { files, config: choice, model, portion, agents, whatIf, format } = command;
  const text = await working(command, async (progress) => {
    const collected = await collectPlans({ files, base: null, config: choice }, process.cwd(), ruleIds);
    progress.step("judge");
    const { plans, config, remarks } = collected;
    const asOf = command.asOf ?? today();
    const report = schedulePlans({ plans, config, today: asOf, model, portion, agents, whatIf, remarks });
    return scheduleRenderers[format](report, terminal());
  });
  await write(process.stdout, text);
  return 0;
}

async function graph(command: GraphCommand): Promise<0> {
  const { text, remarks } = await working(command, async (progress) => {
    const { plans, config, remarks } = await collectPlans(command, process.cwd(), ruleIds);
    progress.step("judge");
    return { text: graphRenderers[command.format](checkPlan({ plans, config, today: today() })), remarks };
  });
  if (!command.quiet) await tell(remarks);
  await write(process.stdout, text);
  return 0;
}

async function diff(command: DiffCommand): Promise<0> {
  const { base, head, format } = command;
  const text = await working(command, async (progress) => {
    const { plans, config, remarks } = await collectDiff(command, process.cwd(), ruleIds);
    progress.step("judge");
    const names = { base, head: head === null ? "working tree" : head === "-" ? "standard input" : head };
    const report = diffPlans({ plans, config, today: today(), remarks, ...names });
    return diffRenderers[format](report, terminal());
  });
  await write(process.stdout, text);
  return 0;
}

/** Shows that work is going on while it is, if somebody is looking. */
async function working<Answer>(
  { quiet }: { readonly quiet: boolean },
  work: (progress: Progress) => Promise<Answer>,
): Promise<Answer> {
  const progress = showProgress(!quiet && process.stderr.isTTY === true);
  try {
    return await work(progress);
  } finally {
    await progress.end();
  }
}

async function doctor({ folder, repository, branch, format }: DoctorCommand): Promise<0 | 1> {
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

const terminal = (): { color: boolean; width: number } => ({
  color: wantsColor(process.stdout),
  width: widthOf(process.stdout),
});

const show = (report: Report, { format, depth, quiet }: { format: Format; depth: boolean; quiet: boolean }): string =>
  renderers[format](report, {
    budget: "comment",
    version: VERSION,
    links: null,
    rulesUrl: format === "sarif" ? RULES_URL : null,
    detailsUrl: null,
    ...terminal(),
    depth,
    quiet,
  });

const paint = (): Paint => terminalStyle(wantsColor(process.stdout));

const ruler = (title: string): string =>
  paint()(`── ${title} `.padEnd(Math.min(widthOf(process.stdout), 100), "─"), "dim");

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
