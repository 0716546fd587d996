import {
  analyzePlan,
  announcementsToDate,
  checkPlan,
  explainDocument,
  fixPlans,
  readPlan,
  schedulePlans,
} from "./check-plan.js";
import type { Command } from "./io/cli/command.js";
import { collectDocument, collectDocuments, collectPlans } from "./io/cli/collect-plans.js";
import { describeTrouble } from "./io/cli/describe-trouble.js";
import { explainText } from "./io/cli/explain-text.js";
import { helpText } from "./io/cli/help-text.js";
import { parseCommandLine } from "./io/cli/parse-command-line.js";
import { printableJson } from "./io/cli/printable.js";
import { readText } from "./io/cli/read-text.js";
import { rulePage } from "./io/cli/rule-page.js";
import { syncDocuments } from "./io/cli/sync-documents.js";
import { wantsColor, write } from "./io/cli/standard-streams.js";
import { writeBadges } from "./io/cli/write-badges.js";
import { writeFixed } from "./io/cli/write-fixed.js";
import { dateAnnouncements } from "./io/history/date-announcements.js";
import type { Report } from "./model/report.js";
import { renderers, scheduleRenderers, type Format } from "./render/index.js";
import { readJson } from "./render/read-json.js";
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
    case "check": {
      const { plans, config, remarks, isExample, historyOf } = await collectPlans(command, process.cwd(), ruleIds);
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
        remarks: [...remarks, ...dated.remarks],
        whatIf: command.whatIf,
        isPartial: command.files.length > 0 && !isExample,
      });
      await write(process.stdout, show(report, command.format, command.depth));
      if (command.comment || (isExample && command.format === "text")) {
        await write(process.stdout, `\n${ruler("the comment on the pull request")}\n\n${show(report, "markdown")}`);
      }
      return report.verdict.outcome === "pass" ? 0 : 1;
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
