import type { Ailment } from "../model/ailment.js";
import { ailmentAt } from "./ailment-at.js";
import { GATED_EVENTS, holdsAlways, holdsOn } from "./condition.js";
import type { Gate } from "./find-gates.js";
import type { Concurrency, Workflow, Written } from "./workflow.js";

const GROUP = "plan-gate-${{ github.event.pull_request.number || github.ref }}";
const GOOD_CONCURRENCY = `concurrency:\n  group: ${GROUP}\n  cancel-in-progress: false`;

/** What keeps a gate from running to its end, or its answer from counting. */
export function examineRuns(gate: Gate): Ailment[] {
  const { workflow, job, step } = gate;
  return [
    ...[workflow.concurrency, job.concurrency].flatMap((one) => (one ? concurrencyAilments(workflow, one) : [])),
    ...conditionAilments(gate),
    ...needsAilments(gate),
    ...[job.continueOnError, step?.continueOnError].flatMap((one) => (one ? forgivenAilments(workflow, one) : [])),
  ];
}

function concurrencyAilments(workflow: Workflow, { spot, group, cancelInProgress }: Concurrency): Ailment[] {
  const ailments: Ailment[] = [];
  if (cancelInProgress && cancelInProgress.text !== "false") {
    ailments.push(
      ailmentAt(workflow, cancelInProgress.spot, {
        id: "cancel-in-progress",
        severity: cancelInProgress.text === "true" ? "error" : "warning",
        message: "Runs of the gate may cancel each other.",
        why: "Events of labels and edits start several runs on one commit. The newest check counts, and a cancelled one does not pass.",
        mend: "Let every run come to its end; it takes seconds, and judges the pull request as it is then.",
        yaml: GOOD_CONCURRENCY,
      }),
    );
  }
  if (isShared(workflow, group)) {
    ailments.push(
      ailmentAt(workflow, spot, {
        id: "shared-concurrency",
        severity: "error",
        message: "Pull requests share one concurrency group.",
        why: "GitHub keeps one waiting run a group: that of one pull request cancels that of another, which then cannot be merged.",
        mend: "Give each pull request a group of its own.",
        yaml: GOOD_CONCURRENCY,
      }),
    );
  }
  return ailments;
}

/** On pull_request_target, `github.ref` is the default branch and not the pull request. */
function isShared({ events }: Workflow, group: string): boolean {
  if (!group.includes("${{")) return true;
  const own = /\.number\b|github\.head_ref|\.sha\b|github\.run_id/;
  if (own.test(group)) return false;
  return events.has("pull_request_target") || !/github\.ref\b|github\.ref_name|inputs\./.test(group);
}

const eventsOf = ({ events }: Workflow): string[] => {
  const gated = GATED_EVENTS.filter((event) => events.has(event));
  return gated.length > 0 ? gated : [...GATED_EVENTS];
};

function conditionAilments({ workflow, job, step }: Gate): Ailment[] {
  const events = eventsOf(workflow);
  return [job.condition, step?.condition].flatMap((condition) =>
    !condition || holdsOn(condition.text, events)
      ? []
      : [
          ailmentAt(workflow, condition.spot, {
            id: "conditional-gate",
            severity: "error",
            message: "`if:` may skip the gate.",
            why: "A job that is skipped, or has its step skipped, counts as passed, also over an earlier red one of the same name.",
            mend: "Delete this `if:`. Drafts, labels and severities have inputs of their own; conditions on `github.event_name` alone may stay where they hold for pull requests and merge groups.",
          }),
        ],
  );
}

function needsAilments({ workflow, job }: Gate): Ailment[] {
  if (!job.needs || holdsAlways(job.condition?.text ?? "")) return [];
  return [
    ailmentAt(workflow, job.needs.spot, {
      id: "skippable-gate",
      severity: "error",
      message: `The gate waits for other jobs: ${job.needs.text}.`,
      why: "When one of them fails or is skipped the gate is skipped, and a skipped check counts as passed.",
      mend: "Delete `needs:`; the gate needs nothing of other jobs. Else let it run whatever became of them.",
      yaml: "if: ${{ !cancelled() }}",
    }),
  ];
}

function forgivenAilments(workflow: Workflow, { text, spot }: Written): Ailment[] {
  if (text === "false" || text === "") return [];
  return [
    ailmentAt(workflow, spot, {
      id: "forgiven-gate",
      severity: "error",
      message: "`continue-on-error` makes the job green whatever the gate says.",
      why: "The verdict is how the job ends. Trouble that keeps the gate from judging is hidden as well.",
      mend: "Delete it. To see findings without being held up, use the input that still fails when nothing could be judged.",
      yaml: "with:\n  warn-only: true",
    }),
  ];
}
