import type { Ailment, BranchRules, Checkup } from "../model/ailment.js";
import type { SourceDocument } from "../model/document.js";
import { PULL_REQUEST_TYPES, startsOnEverything } from "./examine-events.js";
import { examineNames, isGating } from "./examine-names.js";
import { configPathOf, examinePolicy } from "./examine-policy.js";
import { examineRules } from "./examine-rules.js";
import { examineWorkflow } from "./examine-workflow.js";
import { findGates, type Gate } from "./find-gates.js";
import { readWorkflow } from "./read-workflow.js";
import type { Workflow } from "./workflow.js";

/** What of a repository can be looked at. */
export interface RepositoryFiles {
  /** Of every file. */
  readonly paths: readonly string[];
  /** Those in `.github/workflows`, actions of the repository, configuration and owners. */
  readonly documents: readonly SourceDocument[];
}

const IS_WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const IS_ACTION = /(?:^|\/)action\.ya?ml$/;
const SEVERITIES = ["error", "warning", "notice"];

/** Every ailment of a repository's set-up. `rules` is null where the rules of its branch are not known. */
export function examineRepository(
  { paths, documents }: RepositoryFiles,
  rules: BranchRules | null,
  ruleIds: readonly string[],
): Checkup {
  const workflows: Workflow[] = [];
  const ailments: Ailment[] = [];
  for (const document of documents.filter(({ path }) => IS_WORKFLOW.test(path))) {
    const workflow = readWorkflow(document);
    if (!("kind" in workflow)) workflows.push(workflow);
    else ailments.push(unreadable(document.path, workflow));
  }
  const gates = findGates(
    workflows,
    documents.filter(({ path }) => IS_ACTION.test(path)),
  );
  const texts = new Map(documents.map((document) => [document.path, document]));
  const policy = examinePolicy({ paths, texts }, gates, ruleIds);
  const needs = {
    hasOverrideLabels: policy.config.override.labels.length > 0,
    hasFullGate: gates.some(({ mode, workflow }) => mode === "gate" && startsOnEverything(workflow)),
  };
  const byWorkflow = new Map<Workflow, Gate[]>();
  for (const gate of gates) {
    const known = byWorkflow.get(gate.workflow);
    if (known) known.push(gate);
    else byWorkflow.set(gate.workflow, [gate]);
  }
  ailments.push(
    ...reachAilments(gates),
    ...[...byWorkflow].flatMap(([workflow, own]) => examineWorkflow(workflow, own, needs)),
    ...examineNames(gates, workflows),
    ...examineRules(gates, workflows, rules),
    ...policy.ailments,
  );
  return { schemaVersion: 1, ailments: ailments.sort(inOrder), remarks: remarksOn(workflows, gates, rules) };
}

/** Paths of the configurations that the gates of these workflows read, to be looked at with them. */
export function policyPaths(documents: readonly SourceDocument[]): string[] {
  const workflows = documents
    .filter(({ path }) => IS_WORKFLOW.test(path))
    .map(readWorkflow)
    .flatMap((workflow) => ("kind" in workflow ? [] : [workflow]));
  const actions = documents.filter(({ path }) => IS_ACTION.test(path));
  const path = configPathOf(findGates(workflows, actions));
  return path === null || /(?:^|\/)\.\.(?:\/|$)|[\\\0]/.test(path) ? [] : [path];
}

/** A gate that holds up no merge, because it is not there or does not start. */
function reachAilments(gates: readonly Gate[]): Ailment[] {
  const judging = gates.filter(({ mode }) => mode === "gate");
  const [first] = judging;
  if (!first) {
    return [
      {
        id: "no-gate",
        severity: "error",
        place: null,
        message: "No workflow runs plan-gate.",
        why: "Nothing is judged.",
        mend: "Run `plan-gate init`, which proposes one.",
        yaml: null,
      },
    ];
  }
  // A workflow for others has the events of those who call it.
  if (judging.some(({ workflow }) => isGating(workflow) || workflow.events.has("workflow_call"))) return [];
  return [
    {
      id: "no-pull-request-event",
      severity: "error",
      place: { path: first.workflow.path, ...first.workflow.onSpot },
      message: "The gate does not start on pull requests.",
      why: "Findings are seen when it is too late to hold anything up.",
      mend: "Start it on pull requests.",
      yaml: `on:\n  pull_request:\n    types: [${PULL_REQUEST_TYPES.join(", ")}]\n  merge_group:`,
    },
  ];
}

const unreadable = (
  path: string,
  { spot, because }: { spot: { line: number; column: number }; because: string },
): Ailment => ({
  id: "unreadable-workflow",
  severity: "warning",
  place: { path, ...spot },
  message: `The workflow cannot be read: ${because}.`,
  why: "GitHub does not start it, and what it does to the gate is not known here.",
  mend: "Correct the YAML.",
  yaml: null,
});

function remarksOn(workflows: readonly Workflow[], gates: readonly Gate[], rules: BranchRules | null): string[] {
  const own = [...new Set(gates.map(({ workflow }) => workflow.path))];
  const called = gates.filter(({ step, mode }) => step === null && mode === "gate");
  return [
    `Looked at ${workflows.length === 1 ? "1 workflow" : `${workflows.length} workflows`}; plan-gate runs in ${own.length === 0 ? "none" : own.join(", ")}.`,
    ...called
      .filter(({ uses }) => !uses.text.startsWith("./"))
      .map(
        ({ workflow, uses }) =>
          `${workflow.path} calls ${uses.text}, a workflow of another repository, which was not looked at.`,
      ),
    ...(rules
      ? []
      : [
          "The rules of the branch are not known here: whether the check is required, and whether there is a merge queue.",
        ]),
  ];
}

function inOrder(a: Ailment, b: Ailment): number {
  const byGravity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  if (byGravity !== 0) return byGravity;
  const [one, other] = [a.place, b.place];
  if (!one || !other) return Number(one !== null) - Number(other !== null);
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
