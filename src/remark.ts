/** plan-gate as a plugin of remark: what is wrong with a plan, told as messages of its file while it is written. */
import { realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { checkPlan } from "./check-plan.js";
import type { Config } from "./config/config.js";
import { matchPlans, withStatusDocument } from "./config/match-plans.js";
import { parseConfig } from "./config/parse-config.js";
import { readConfigFile } from "./io/config/read-config.js";
import { gitRoot } from "./io/sources/run-git.js";
import { workingTree } from "./io/sources/working-tree.js";
import type { SourceDocument } from "./model/document.js";
import { SetupError } from "./model/setup-error.js";
import { fileMessages, type FileMessage } from "./render/index.js";
import { RULES_URL } from "./rules-url.js";
import { ruleIds } from "./rules/index.js";

/** Without options a file is judged alone, by the defaults. */
export interface PlanGateOptions {
  /**
   * The configuration's path, from the folder that remark runs in. A file that it names as one of several of a plan is
   * judged with the others as they are on disk; one that is no plan by it is left alone.
   */
  readonly configFile?: string;
  /** The keys of a configuration file, for a project without one. Not beside `configFile`. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** The calendar day (UTC) to judge by, `YYYY-MM-DD`. Default: today. */
  readonly asOf?: string;
}

/** What is used of a file; a VFile has it. */
export interface PlanFile {
  readonly path?: string | undefined;
  readonly cwd: string;
  toString(): string;
  message(reason: string, options?: unknown): object;
}

/**
 * A plugin for remark 15 and later. Messages have `source` “plan-gate”, the rule as `ruleId`, its page as `url` and the
 * way out as `note`; `expected` is what to put in the message's place, where the finding has an edit there. Errors are
 * fatal, warnings are not, notices are information.
 */
export default function remarkPlanGate(
  options: PlanGateOptions = {},
): (tree: unknown, file: PlanFile) => Promise<undefined> {
  return async (_, file) => {
    try {
      for (const message of await messagesAbout(file, options)) tell(file, message);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      const { place, mend } = error.detail;
      const where = place ? `${place.path}:${place.line}:${place.column} ` : "";
      Object.assign(file.message(`${where}${error.message}`, { source: "plan-gate", ruleId: "set-up" }), {
        fatal: true,
        note: mend,
      });
    }
    return undefined;
  };
}

const FATAL = { error: true, warning: false, notice: undefined } as const;

function tell(file: PlanFile, { reason, place, ruleId, severity, note, actual, expected }: FileMessage): void {
  Object.assign(file.message(reason, { place, source: "plan-gate", ruleId }), {
    fatal: FATAL[severity],
    url: `${RULES_URL}/${ruleId}.md`,
    ...(note !== null && { note }),
    ...(expected !== null && { actual, expected: [expected] }),
  });
}

async function messagesAbout(file: PlanFile, options: PlanGateOptions): Promise<readonly FileMessage[]> {
  const { configFile, asOf = new Date().toISOString().slice(0, 10) } = options;
  if (configFile !== undefined && options.config !== undefined) {
    throw new SetupError("bad-arguments", "configFile and config are both given.", { mend: "Leave one of them out." });
  }
  if (configFile === undefined) {
    const document = { path: file.path ?? "plan.md", text: file.toString() };
    const config = parseConfig(JSON.stringify(options.config ?? {}), "the option config", ruleIds);
    return judge([{ name: document.path, head: [document] }], config, asOf, document);
  }
  const root = realpathSync((await gitRoot(file.cwd)) ?? file.cwd);
  const document = { path: pathFrom(root, file), text: file.toString() };
  const config = await readConfigFile(configFile, file.cwd, ruleIds);
  return judge(await plansWith(document, root, config), config, asOf, document);
}

/** From the repository's root, with forward slashes. */
const pathFrom = (root: string, { cwd, path = "plan.md" }: PlanFile): string =>
  relative(root, resolve(realpathSync(cwd), path))
    .split(sep)
    .join("/");

interface OpenPlan {
  readonly name: string;
  readonly head: readonly SourceDocument[];
  readonly statusDocument?: string;
}

/** The plans that a document belongs to, it as it is written and the others as they are on disk. */
async function plansWith(document: SourceDocument, root: string, config: Config): Promise<readonly OpenPlan[]> {
  const tree = workingTree(root);
  const plans = matchPlans(config, [...(await tree.list()), document.path]);
  return Promise.all(
    plans
      .filter(({ documents }) => documents.includes(document.path))
      .map(async ({ name, documents }) => {
        const { documents: read } = await tree.read(documents.filter((path) => path !== document.path));
        const byPath = new Map([...read, document].map((one) => [one.path, one]));
        return withStatusDocument({ name, head: documents.flatMap((path) => byPath.get(path) ?? []) }, config);
      }),
  );
}

const judge = (
  plans: readonly OpenPlan[],
  config: Config,
  today: string,
  document: SourceDocument,
): readonly FileMessage[] =>
  fileMessages(
    checkPlan({ plans: plans.map((plan) => ({ ...plan, base: null })), config, today, isPartial: true }),
    document,
  );
