import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/** A workflow of this project, or one that its documentation shows to others. */
export interface WorkflowSource {
  /** `ci.yml`, or `README.md:12` for a block that starts in that line. */
  readonly name: string;
  readonly text: string;
}

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly permissions?: unknown;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly secrets?: unknown;
}

export interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly "cancel-in-progress"?: unknown };
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = ".github/workflows";
const YAML_BLOCK = /^```ya?ml\n(.*?)^```/gms;

/** All workflows, those in the documentation included. */
export function workflowSources(): WorkflowSource[] {
  const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, "utf8") }));
  return [...files, ...pages().flatMap(blocksOf)];
}

/** The workflow in a source; its `on` is not taken for a truth value. */
export const parseWorkflow = (source: WorkflowSource): Workflow => parse(source.text, { version: "1.2" }) as Workflow;

function pages(): string[] {
  const docs = existsSync("docs") ? readdirSync("docs", { recursive: true, encoding: "utf8" }) : [];
  return ["README.md", ...docs.map((path) => `docs/${path.replaceAll("\\", "/")}`)].filter(
    (path) => path.endsWith(".md") && existsSync(path),
  );
}

function blocksOf(path: string): WorkflowSource[] {
  const text = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  return [...text.matchAll(YAML_BLOCK)]
    .map((block) => ({ name: `${path}:${text.slice(0, block.index).split("\n").length}`, text: block[1]! }))
    .filter((block) => /^on:/m.test(block.text) && /^jobs:/m.test(block.text));
}
