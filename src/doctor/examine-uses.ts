import type { Ailment } from "../model/ailment.js";
import { ailmentAt } from "./ailment-at.js";
import { isPlanGate, type Gate } from "./find-gates.js";
import type { Step, Workflow, Written } from "./workflow.js";

const FULL_COMMIT = /@[0-9a-f]{40}$/;
const NO_COMMIT = /@0{40}$/;
const UNTRUSTED =
  /github\.head_ref|event\.pull_request\.(?:head|number|merge_commit_sha)|workflow_run\.(?:head_|pull_requests)|refs\/pull\//;

/** What other people could make the gate's jobs run. */
export function examineUses(workflow: Workflow, gates: readonly Gate[]): Ailment[] {
  const jobs = new Set(gates.map(({ job }) => job));
  const runsWithTrust = workflow.events.has("pull_request_target") || workflow.events.has("workflow_run");
  return [...jobs].flatMap((job) => [
    ...[job.uses, ...job.steps.map(({ uses }) => uses)].flatMap((uses) => (uses ? pinAilments(workflow, uses) : [])),
    ...(runsWithTrust ? job.steps.flatMap((step) => checkoutAilments(workflow, step)) : []),
  ]);
}

function pinAilments(workflow: Workflow, { text, spot }: Written): Ailment[] {
  if (text.startsWith("./") || /^docker:.*@sha256:[0-9a-f]{64}$/.test(text)) return [];
  if (isPlanGate(text) && NO_COMMIT.test(text)) {
    return [
      ailmentAt(workflow, spot, {
        id: "placeholder-commit",
        severity: "notice",
        message: "Zeros stand where the commit of plan-gate belongs.",
        why: "There is no such commit, and GitHub does not start the job before one is named.",
        mend: "Put the commit of the release you want behind the @, and its version behind the #.",
      }),
    ];
  }
  if (FULL_COMMIT.test(text)) return [];
  const action = text.split("@", 1)[0]!;
  return [
    ailmentAt(workflow, spot, {
      id: "unpinned-action",
      severity: "warning",
      message: `${text} is not pinned to a commit.`,
      why: "A tag or branch can be moved to other code, which then runs with the token of this job.",
      mend: "Name all 40 digits of the commit, and the version as a comment for those who update it.",
      yaml: `uses: ${action}@<the commit's 40 digits> # <its version>`,
    }),
  ];
}

function checkoutAilments(workflow: Workflow, { uses, inputs, spot }: Step): Ailment[] {
  if (!uses || !/^actions\/checkout@/i.test(uses.text)) return [];
  const isUnsafe =
    inputs.get("allow-unsafe-pr-checkout")?.text === "true" ||
    ["ref", "repository"].some((input) => UNTRUSTED.test(inputs.get(input)?.text ?? ""));
  if (!isUnsafe) return [];
  return [
    ailmentAt(workflow, spot, {
      id: "untrusted-checkout",
      severity: "error",
      message: "Files of the pull request are checked out in a run that has the repository's own token.",
      why: "Whoever opens a pull request decides what stands in them, and steps that read or run them act in your name.",
      mend: "Delete this step: plan-gate asks the API for the documents and needs no checkout.",
    }),
  ];
}
