import type { SourceDocument } from "../model/document.js";
import { readAction } from "./read-workflow.js";
import type { Job, Step, Workflow, Written } from "./workflow.js";

/** A place in a workflow where plan-gate is run. */
export interface Gate {
  /** Whose events start it. */
  readonly workflow: Workflow;
  readonly job: Job;
  /** Null where the job calls a reusable workflow. */
  readonly step: Step | null;
  readonly uses: Written;
  readonly inputs: ReadonlyMap<string, Written>;
  /** As far as the workflow says it: an expression may be anything, and is taken for a gate. */
  readonly mode: "gate" | "report" | "badge";
  /** As branch rules know it; null where it is not the same on every run. */
  readonly checkName: string | null;
}

/** How plan-gate's own reusable workflow calls its job. */
const REUSABLE_JOB = "Plan gate";
const OWN = /^[\w.-]+\/plan-gate@/i;
const OWN_REUSABLE = /^[\w.-]+\/plan-gate\/\.github\/workflows\/[\w.-]+@/i;
const OWN_REPOSITORY = /^[\w.-]+\/plan-gate$/i;

/** True for the `uses` of plan-gate or of a copy of it, at whatever version. */
export const isPlanGate = (uses: string): boolean => OWN.test(uses) || OWN_REUSABLE.test(uses);

/**
 * Where plan-gate is run, in the order of the workflows: as an action, from a checkout of it, through an action of the
 * repository itself or a reusable workflow.
 */
export function findGates(workflows: readonly Workflow[], actions: readonly SourceDocument[]): readonly Gate[] {
  const localGates = new Set(actions.filter(isGateAction).map(({ path }) => folderOf(path)));
  const direct = new Map(workflows.map((workflow) => [workflow.path, gatesByStep(workflow, localGates)]));
  return workflows.flatMap((workflow) => [
    ...direct.get(workflow.path)!,
    ...workflow.jobs.flatMap((job) => gatesByCall(workflow, job, direct)),
  ]);
}

function gatesByStep(workflow: Workflow, localGates: ReadonlySet<string>): Gate[] {
  return workflow.jobs.flatMap((job) => {
    const checkedOut = new Set<string>();
    return job.steps.flatMap((step) => {
      const { uses, inputs } = step;
      if (!uses) return [];
      const path = inputs.get("path")?.text;
      if (path !== undefined && OWN_REPOSITORY.test(inputs.get("repository")?.text ?? "")) checkedOut.add(folder(path));
      const local = uses.text.startsWith("./") ? folder(uses.text) : null;
      const isGate = local === null ? OWN.test(uses.text) : localGates.has(local) || checkedOut.has(local);
      return isGate ? [{ workflow, job, step, uses, inputs, mode: modeOf(inputs), checkName: checkNameOf(job) }] : [];
    });
  });
}

function gatesByCall(workflow: Workflow, job: Job, direct: ReadonlyMap<string, readonly Gate[]>): Gate[] {
  const { uses, inputs } = job;
  if (!uses) return [];
  const caller = checkNameOf(job);
  const called = (name: string | null) => (caller === null || name === null ? null : `${caller} / ${name}`);
  if (OWN_REUSABLE.test(uses.text)) {
    return [{ workflow, job, step: null, uses, inputs, mode: modeOf(inputs), checkName: called(REUSABLE_JOB) }];
  }
  const path = uses.text.startsWith("./") ? folder(uses.text) : "";
  return (direct.get(path) ?? []).map((gate) => ({
    ...gate,
    workflow,
    job,
    step: null,
    uses,
    checkName: called(gate.checkName),
  }));
}

function isGateAction(action: SourceDocument): boolean {
  const { name, steps } = readAction(action);
  return /^plan[- ]gate$/i.test(name) || steps.some(({ uses }) => uses !== null && OWN.test(uses.text));
}

function modeOf(inputs: ReadonlyMap<string, Written>): Gate["mode"] {
  const mode = inputs.get("mode")?.text;
  return mode === "report" || mode === "badge" ? mode : "gate";
}

/** GitHub calls a check by its job, and puts the values of a matrix behind that. */
export function checkNameOf({ id, name, matrix }: Job): string | null {
  if (matrix !== null) return null;
  return name?.text.includes("${{") ? null : (name?.text ?? id);
}

const folder = (path: string): string => path.replace(/^(?:\.\/)+/, "").replace(/(?<!\/)\/+$/, "") || ".";

const folderOf = (path: string): string => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".");
