import { analyzePlan, checkPlan, diffPlans, explainDocument, fixPlans, readPlan, schedulePlans } from "./check-plan.js";
import { check } from "./cli/check.js";
import { reportPage } from "./cli/report-page.js";
import { doctor, init } from "./cli/set-up.js";
import { paint, tell, terminal, today, working } from "./cli/terminal.js";
import { watch } from "./cli/watch.js";
import type { Command, DiffCommand, GraphCommand, ScheduleCommand } from "./io/cli/command.js";
import { collectDiff, collectDocument, collectDocuments, collectPlans } from "./io/cli/collect-plans.js";
import { completionScript } from "./io/cli/completion-script.js";
import { describeTrouble } from "./io/cli/describe-trouble.js";
import { explainText } from "./io/cli/explain-text.js";
import { helpText } from "./io/cli/help-text.js";
import { parseCommandLine } from "./io/cli/parse-command-line.js";
import { readText } from "./io/cli/read-text.js";
import { rulePage } from "./io/cli/rule-page.js";
import { SCHEMAS } from "./io/cli/schemas.js";
import { write } from "./io/cli/standard-streams.js";
import { syncDocuments } from "./io/cli/sync-documents.js";
import { writeBadges } from "./io/cli/write-badges.js";
import { writeFixed } from "./io/cli/write-fixed.js";
import { diffRenderers, graphRenderers, scheduleRenderers } from "./render/index.js";
import { readJson } from "./render/read-json.js";
import { safeJson } from "./render/shared/safe-json.js";
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
    case "report":
      return reportPage(command);
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
