import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "@jest/globals";
import { FakeGitHub, type FakeGitHubOptions } from "../kit/github/fake-github.js";
import type { TokenKind } from "../kit/github/access.js";
import type { WrittenFiles } from "../kit/github/files.js";
import type { PullRequest } from "../kit/github/pull-request.js";
import type { Repository } from "../kit/github/repository.js";
import { type Occasion, workflowEvent, type WorkflowEvent } from "../kit/github/workflow-event.js";
import { type ActionRun, runAction, type RunOptions } from "../kit/runner/run-action.js";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const TOKEN = "token-of-the-run";
export const BOT = "github-actions[bot]";

const NODE_24 = `${PROJECT}tools/runtimes/node_modules/node24/bin/node`;

/** What `using: node24` names: the one asked for, else the one installed for tests, else the one at hand. */
export const node = process.env["NODE_UNDER_TEST"] ?? (existsSync(NODE_24) ? NODE_24 : process.execPath);

/** Builds the bundle, which is what runs here, unless it is there. */
export function buildOnce(): void {
  if (existsSync(`${PROJECT}dist/index.js`)) return;
  execFileSync(process.execPath, [`${PROJECT}scripts/build.mjs`], { cwd: PROJECT, stdio: "inherit" });
}

/** A plan of two phases in order; `second` says in which tier the second stands, `more` follows it. */
export const planText = ({ tier = 2, title = "Interface", more = "" } = {}): string => `# Plan

## Phase 1: Foundation

- **Tier**: 1
- **Duration**: 4 weeks
- **Depends on**: none

## Phase 2: ${title}

- **Tier**: ${tier}
- **Duration**: 2 weeks
- **Depends on**: Phase 1
${more}`;

/** What breaks the rules: a phase in the tier of the one it waits for. */
export const BROKEN = planText({ tier: 1 });
export const SOUND = planText();
/** Another sound plan, so that there is a change. */
export const CHANGED = planText({ title: "Interface, first cut" });

export interface SceneOptions extends FakeGitHubOptions {
  /** Files on the base branch; a sound plan at docs/PLAN.md when left out. */
  readonly base?: WrittenFiles;
  /** What the pull request changes. */
  readonly head?: WrittenFiles;
  readonly token?: TokenKind;
  readonly fork?: boolean;
  readonly draft?: boolean;
}

/** A repository with one open pull request, and runs of the action on it. */
export class Scene {
  private runs = 0;

  private constructor(
    readonly github: FakeGitHub,
    readonly repository: Repository,
    readonly fork: Repository | undefined,
    readonly pull: PullRequest,
  ) {}

  static async open(options: SceneOptions = {}): Promise<Scene> {
    const github = await FakeGitHub.start(options);
    const { base = { "docs/PLAN.md": SOUND }, head = { "docs/PLAN.md": BROKEN } } = options;
    github.token(TOKEN, options.token ?? (options.fork === true ? "read-only" : "write"));
    const repository = github.repository("octo/plans", { files: { "README.md": "# Plans\n", ...base } });
    const fork = options.fork === true ? repository.fork("mallory/plans") : undefined;
    (fork ?? repository).commit("feature", head);
    const pull = repository.pullRequest({
      head: "feature",
      ...(fork && { fork }),
      ...(options.draft === true && { draft: true }),
    });
    return new Scene(github, repository, fork, pull);
  }

  /** Pushes to the pull request's branch. */
  push(files: WrittenFiles): void {
    (this.fork ?? this.repository).commit("feature", files);
  }

  /** Runs the action on the pull request as it is now, or on another occasion. */
  run(
    inputs: RunOptions["inputs"] = {},
    more: Partial<RunOptions> & { readonly on?: Occasion } = {},
  ): Promise<ActionRun> {
    const { on, ...options } = more;
    this.runs += 1;
    const occasion = on ?? { name: "pull_request", action: "synchronize", pullRequest: this.pull };
    return runAction({
      github: this.github,
      event: workflowEvent(this.github, occasion),
      token: TOKEN,
      inputs,
      runNumber: this.runs,
      node,
      ...options,
    });
  }

  /** An event as it is now, to be replayed when the repository has moved on. */
  eventOf(occasion: Occasion): WorkflowEvent {
    return workflowEvent(this.github, occasion);
  }

  /** Runs it and tells the requests of this run. */
  async count(...args: Parameters<Scene["run"]>) {
    const before = this.github.requests.length;
    const run = await this.run(...args);
    const requests = this.github.requests.slice(before);
    return { run, requests, writes: requests.filter(({ isWrite }) => isWrite) };
  }

  get comments() {
    return this.repository.comments(this.pull.number);
  }

  async close(): Promise<void> {
    await this.github.close();
    this.github.expectNoViolations();
  }
}

/** Commands of a log that people see or that change something; what only shows when debugging is left out. */
export const commandsOf = ({ commands }: ActionRun, name?: string) =>
  commands.filter((command) => (name === undefined ? command.name !== "debug" : command.name === name));

/** Every run: no stray command, nothing on standard error, all outputs set. */
export function expectTidy(run: ActionRun): void {
  const meant = new Set(["error", "warning", "notice", "group", "endgroup", "debug"]);
  expect(run.commands.filter(({ name }) => !meant.has(name))).toEqual([]);
  expect(run.stderr).toBe("");
  expect(Object.keys(run.outputs)).toHaveLength(11);
  expect(run.outputs["conclusion"]).toBe(run.exitCode === 0 ? "success" : "failure");
  expect(run.environment).toEqual({});
  expect(run.state).toEqual({});
}
