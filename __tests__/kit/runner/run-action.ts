import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FakeGitHub } from "../github/fake-github.js";
import type { WorkflowEvent } from "../github/workflow-event.js";
import { evaluateText, readActionMetadata } from "./action-metadata.js";
import { commandFile } from "./command-file.js";
import { type WorkflowCommand, workflowCommands } from "./workflow-commands.js";

export interface RunOptions {
  readonly github: FakeGitHub;
  readonly event: WorkflowEvent;
  /** Value of `github.token`. */
  readonly token: string;
  /** The workflow's `with:`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The workflow's `env:`, over the runner's own variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files of a checkout; without them the workspace is empty, as it is before any checkout. */
  readonly workspace?: Readonly<Record<string, string>>;
  /** Folder of the action's `action.yml`; this project, if left out. */
  readonly action?: string;
  /** The Node to run it with; else `NODE_UNDER_TEST`, else the one that runs the tests. */
  readonly node?: string;
  readonly runAttempt?: number;
  readonly runNumber?: number;
  /** After this long the action is killed, and the run is an error. */
  readonly timeoutMilliseconds?: number;
}

export interface ActionRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything the runner would carry out, whether the action meant it or not. */
  readonly commands: readonly WorkflowCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown of the job summary. */
  readonly summary: string;
  /** Variables set for later steps. */
  readonly environment: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly milliseconds: number;
}

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

const COMMAND_FILES = ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_STATE", "GITHUB_PATH"] as const;

/** Runs an action as a runner does: its `runs.main` as a process of its own, with nothing inherited. */
export async function runAction(options: RunOptions): Promise<ActionRun> {
  const directory = await mkdtemp(join(tmpdir(), "plan-gate-run-"));
  try {
    return await runIn(directory, options);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function runIn(directory: string, options: RunOptions): Promise<ActionRun> {
  const { event, action = PROJECT, node = process.env["NODE_UNDER_TEST"] ?? process.execPath } = options;
  const { main, inputDefaults } = readActionMetadata(join(action, "action.yml"));
  const workspace = join(directory, "workspace");
  const places = { workspace, temp: join(directory, "temp"), event: join(directory, "event.json") };
  await Promise.all([mkdir(workspace), mkdir(places.temp), writeFile(places.event, JSON.stringify(event.payload))]);
  await Promise.all(COMMAND_FILES.map((name) => writeFile(join(directory, name), "")));
  for (const [path, text] of Object.entries(options.workspace ?? {})) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  const variables = runnerVariables(options, places);
  const env = {
    ...variables,
    ...Object.fromEntries(COMMAND_FILES.map((name) => [name, join(directory, name)])),
    ...inputVariables(inputDefaults, options.inputs ?? {}, githubContext(options, variables)),
    ...options.env,
  };
  const started = performance.now();
  const ended = await processRun(
    node,
    join(action, main),
    { cwd: workspace, env },
    options.timeoutMilliseconds ?? 60_000,
  );
  const milliseconds = performance.now() - started;
  const [output, summary, environment, state] = await Promise.all(
    COMMAND_FILES.map((name) => readFile(join(directory, name), "utf8")),
  );
  return {
    ...ended,
    commands: [...workflowCommands(ended.stdout), ...workflowCommands(ended.stderr)],
    outputs: commandFile(output ?? ""),
    summary: summary ?? "",
    environment: commandFile(environment ?? ""),
    state: commandFile(state ?? ""),
    milliseconds,
  };
}

function runnerVariables(
  { github, event, runAttempt = 1, runNumber = 1 }: RunOptions,
  places: { workspace: string; temp: string; event: string },
): Record<string, string> {
  const { addresses } = github;
  const { fullName, owner, id } = event.repository;
  const refName = event.ref.replace(/^refs\/(heads\/|tags\/|)/, "").replace(/^pull\//, "");
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: places.temp,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "plan-gate",
    GITHUB_ACTOR: event.actor,
    GITHUB_ACTOR_ID: String(github.state.account(event.actor).id),
    GITHUB_API_URL: addresses.api,
    GITHUB_BASE_REF: event.baseRef,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: places.event,
    GITHUB_GRAPHQL_URL: addresses.graphql,
    GITHUB_HEAD_REF: event.headRef,
    GITHUB_JOB: "gate",
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: refName,
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: event.ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_REPOSITORY: fullName,
    GITHUB_REPOSITORY_ID: String(id),
    GITHUB_REPOSITORY_OWNER: owner.login,
    GITHUB_REPOSITORY_OWNER_ID: String(owner.id),
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ATTEMPT: String(runAttempt),
    GITHUB_RUN_ID: String(1_000_000 + runNumber),
    GITHUB_RUN_NUMBER: String(runNumber),
    GITHUB_SERVER_URL: addresses.server,
    GITHUB_SHA: event.sha,
    GITHUB_TRIGGERING_ACTOR: event.actor,
    GITHUB_WORKFLOW: "Plan gate",
    GITHUB_WORKFLOW_REF: `${fullName}/.github/workflows/plan-gate.yml@${event.ref}`,
    GITHUB_WORKFLOW_SHA: event.sha,
    GITHUB_WORKSPACE: places.workspace,
    RUNNER_ARCH: "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "fake-runner",
    RUNNER_OS: "Linux",
    RUNNER_TEMP: places.temp,
    RUNNER_TOOL_CACHE: places.temp,
    // Not the runner's: coverage of the bundle is collected through it.
    ...(process.env["NODE_V8_COVERAGE"] !== undefined && { NODE_V8_COVERAGE: process.env["NODE_V8_COVERAGE"] }),
  };
}

/** What `${{ github.… }}` sees: the variables without their prefix, the token and the payload. */
function githubContext(
  { token, event }: RunOptions,
  variables: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const named = Object.entries(variables)
    .filter(([name]) => name.startsWith("GITHUB_"))
    .map(([name, value]) => [name.slice("GITHUB_".length).toLowerCase(), value]);
  return { ...(Object.fromEntries(named) as Record<string, string>), token, event: event.payload };
}

/** Every input is set, if only to nothing. Hyphens stay in the names, so that no shell could have set them. */
function inputVariables(
  defaults: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  github: Readonly<Record<string, unknown>>,
): Record<string, string> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(defaults, name)) throw new Error(`The action has no input ${name}`);
  }
  const values = Object.entries(defaults).map(([name, text]) => [
    `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
    given[name] ?? evaluateText(text, github),
  ]);
  return Object.fromEntries(values) as Record<string, string>;
}

function processRun(
  node: string,
  script: string,
  options: { readonly cwd: string; readonly env: Record<string, string> },
  timeoutMilliseconds: number,
): Promise<Pick<ActionRun, "exitCode" | "stdout" | "stderr">> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [script], { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`The action ran longer than ${timeoutMilliseconds} ms\n${output.stdout}\n${output.stderr}`));
    }, timeoutMilliseconds);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, ...output });
    });
  });
}
