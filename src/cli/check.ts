import { announcementsToDate, checkPlans, readPlan, type CheckedPlans } from "../check-plan.js";
import { collectPlans } from "../io/cli/collect-plans.js";
import type { CheckCommand } from "../io/cli/command.js";
import type { Progress } from "../io/cli/show-progress.js";
import { write } from "../io/cli/standard-streams.js";
import { watchedFiles } from "../io/cli/watched-files.js";
import { dateAnnouncements } from "../io/history/date-announcements.js";
import type { Report } from "../model/report.js";
import { renderers, type Format } from "../render/index.js";
import { RULES_URL } from "../rules-url.js";
import { ruleIds } from "../rules/index.js";
import { VERSION } from "../version.js";
import { ruler, terminal, today, working } from "./terminal.js";

/** Judges once, and answers with the exit code. */
export async function check(command: CheckCommand): Promise<0 | 1> {
  const { text, exitCode } = await working(command, (progress) => checked(command, progress));
  await write(process.stdout, text);
  return exitCode;
}

interface Checked {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

/** What there is to print about the plans as they are now. */
export async function checked(
  command: CheckCommand,
  progress: Progress,
  onRead?: (files: string[]) => void,
): Promise<Checked> {
  const { report, isExample } = await judge(command, progress, onRead);
  const isShown = command.comment || (isExample && command.format === "text" && !command.quiet);
  const comment = `\n${ruler("the comment on the pull request")}\n\n`;
  return {
    text: show(report, command) + (isShown ? comment + show(report, { ...command, format: "markdown" }) : ""),
    exitCode: report.verdict.outcome === "pass" ? 0 : 1,
  };
}

type Judging = Pick<CheckCommand, "files" | "base" | "config" | "failOn" | "gate" | "asOf" | "whatIf" | "watch">;

/** Judges plans as a command asks for; `onRead` is told what that depends on, before it is judged. */
export async function judge(
  command: Judging,
  progress: Progress,
  onRead?: (files: string[]) => void,
): Promise<CheckedPlans & { readonly isExample: boolean }> {
  const collected = await collectPlans(command, process.cwd(), ruleIds);
  const { plans, config, remarks, paths, isExample, historyOf } = collected;
  onRead?.(watchedFiles(collected, command, process.cwd()));
  progress.step("judge");
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
    paths,
    remarks: [...remarks, ...dated.remarks],
    whatIf: command.whatIf,
    isPartial: command.files.length > 0 && !isExample,
  });
  return { ...checked, isExample };
}

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
