import type { Ailment } from "../model/ailment.js";
import { ailmentAt } from "./ailment-at.js";
import { GATED_EVENTS } from "./condition.js";
import { checkNameOf, type Gate } from "./find-gates.js";
import type { Job, Workflow } from "./workflow.js";

/** True when a workflow runs on events by which a merge is held up. */
export const isGating = ({ events }: Workflow): boolean => GATED_EVENTS.some((event) => events.has(event));

/** Names of checks and comments that are not the gate's own, or not the same on every run. */
export function examineNames(gates: readonly Gate[], workflows: readonly Workflow[]): Ailment[] {
  const gating = gates.filter(({ mode, workflow }) => mode === "gate" && isGating(workflow));
  return [...changing(gating), ...duplicates(gating, workflows), ...sharedComments(gating)];
}

function changing(gates: readonly Gate[]): Ailment[] {
  return [...new Map(gates.map((gate) => [gate.job, gate])).values()].flatMap(({ workflow, job }) =>
    checkNameOf(job) !== null
      ? []
      : [
          ailmentAt(workflow, job.matrix ?? job.name!.spot, {
            id: "changing-check-name",
            severity: "warning",
            message: job.matrix
              ? "The gate is a matrix: each of its jobs is a check with the matrix's values in its name."
              : "The name of the gate's job holds an expression.",
            why: "Branch rules know a check by its name: they wait for ever for one that is called otherwise today.",
            mend: job.matrix
              ? "Let one job judge all plans, which it does by itself; or require a job behind the matrix that always runs."
              : "Give the job one name for good.",
            yaml: `${job.id}:\n  name: Plan gate`,
          }),
        ],
  );
}

function duplicates(gates: readonly Gate[], workflows: readonly Workflow[]): Ailment[] {
  const byName = new Map<string, { workflow: Workflow; job: Job }[]>();
  for (const workflow of workflows.filter(isGating)) {
    for (const job of workflow.jobs) {
      // The check of a job that calls another workflow is called by both.
      const name = job.uses ? null : checkNameOf(job);
      if (name === null) continue;
      const known = byName.get(name);
      if (!known) byName.set(name, [{ workflow, job }]);
      // Two are enough: one of them is another than the gate.
      else if (known.length < 2) known.push({ workflow, job });
    }
  }
  const seen = new Set<Job>();
  return gates.flatMap(({ workflow, job, checkName }) => {
    const other = byName.get(checkName ?? "")?.find((one) => one.job !== job);
    if (!other || seen.has(job)) return [];
    seen.add(job);
    const { path } = other.workflow;
    return [
      ailmentAt(workflow, job.name?.spot ?? job.spot, {
        id: "duplicate-check-name",
        severity: "error",
        message: `Another job is called ${JSON.stringify(checkName)}, too: ${path}:${other.job.spot.line}.`,
        why: "Branch rules take the newest check of that name: the other job can pass in place of the gate.",
        mend: "Give one of the two another name, and look whether branch rules still name the gate.",
        yaml: `name: Plan gate`,
      }),
    ];
  });
}

function sharedComments(gates: readonly Gate[]): Ailment[] {
  const byKey = new Map<string, Gate>();
  return gates.flatMap((gate) => {
    const { workflow, job, inputs, uses } = gate;
    if (inputs.get("comment")?.text === "never") return [];
    const id = inputs.get("comment-id");
    const key = id ? `id ${id.text}` : `job ${workflow.path} ${job.id}`;
    const first = byKey.get(key);
    if (!first) byKey.set(key, gate);
    const isMatrix = job.matrix !== null && !/\b(?:matrix|strategy)\./.test(id?.text ?? "");
    if (!isMatrix && (!first || id?.text.includes("${{"))) return [];
    return [
      ailmentAt(workflow, id?.spot ?? uses.spot, {
        id: "shared-comment-id",
        severity: "warning",
        message: isMatrix
          ? "All jobs of the matrix write the same comment."
          : `This gate writes the same comment as that in ${first!.workflow.path}:${first!.uses.spot.line}.`,
        why: "Each overwrites what the other has said, and only the last is seen.",
        mend: "Give each a comment of its own.",
        yaml: `with:\n  comment-id: ${isMatrix ? "plan-gate-${{ strategy.job-index }}" : `${job.id}-2`}`,
      }),
    ];
  });
}
