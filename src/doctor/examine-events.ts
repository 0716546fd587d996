import type { Ailment } from "../model/ailment.js";
import { ailmentAt } from "./ailment-at.js";
import type { Gate } from "./find-gates.js";
import type { Workflow, WorkflowEvent } from "./workflow.js";

/** Every type of event by which a verdict can change. */
export const PULL_REQUEST_TYPES = [
  "opened",
  "reopened",
  "synchronize",
  "edited",
  "labeled",
  "unlabeled",
  "ready_for_review",
  "converted_to_draft",
] as const;

const DEFAULT_TYPES: readonly string[] = ["opened", "reopened", "synchronize"];

/** What decides how much depends on the events of labels and drafts. */
export interface EventNeeds {
  /** Whether labels open the gate: by the configuration or an input. */
  readonly hasOverrideLabels: boolean;
  /** Whether another workflow has a gate that starts on everything: then it does not matter on what further ones start. */
  readonly hasFullGate: boolean;
}

/** What is wrong with the events of a workflow that gates pull requests. `gates` are all of this workflow. */
export function examineEvents(workflow: Workflow, gates: readonly Gate[], needs: EventNeeds): Ailment[] {
  const pullRequestEvents = ["pull_request", "pull_request_target"].flatMap((name) => {
    const event = workflow.events.get(name);
    return event ? [{ name, event }] : [];
  });
  const mergeGroup = workflow.events.get("merge_group");
  return [
    ...pullRequestEvents.flatMap(({ name, event }) => [
      ...filtersOf(workflow, name, event),
      ...missingTypes(workflow, name, event, gates, needs),
    ]),
    ...(mergeGroup ? filtersOf(workflow, "merge_group", mergeGroup) : []),
  ];
}

/** True when every change of a pull request starts the workflow. */
export const startsOnEverything = ({ events }: Workflow): boolean =>
  ["pull_request", "pull_request_target"].some((name) => {
    const event = events.get(name);
    return event !== undefined && event.filters.length === 0 && missingOf(event.types).length === 0;
  });

const missingOf = (types: WorkflowEvent["types"]) => {
  const there = types?.names ?? DEFAULT_TYPES;
  return PULL_REQUEST_TYPES.filter((type) => !there.includes(type));
};

function filtersOf(workflow: Workflow, name: string, { filters }: WorkflowEvent): Ailment[] {
  return filters.map(({ text, spot }) => {
    const mend = `Delete \`${text}\` from \`${name}\`: without a plan in the change plan-gate ends green in a second.`;
    if (text.startsWith("paths")) {
      return ailmentAt(workflow, spot, {
        id: "path-filter",
        severity: "error",
        message: `\`${text}\` keeps the gate from starting on some changes.`,
        why: "A required check that never starts stays pending for ever, and the pull request cannot be merged.",
        mend,
      });
    }
    return ailmentAt(workflow, spot, {
      id: "branch-filter",
      severity: "warning",
      message: `\`${text}\` keeps the gate from starting for some base branches.`,
      why: "A pull request that is moved to another base keeps the answer for the old one, or waits for a check that never starts.",
      mend: `Delete \`${text}\` from \`${name}\`; branch rules say for which branches the check is required.`,
    });
  });
}

function missingTypes(
  workflow: Workflow,
  name: string,
  { spot, types }: WorkflowEvent,
  gates: readonly Gate[],
  { hasOverrideLabels, hasFullGate }: EventNeeds,
): Ailment[] {
  const missing = missingOf(types);
  if (missing.length === 0 || hasFullGate) return [];
  const there = types?.names ?? DEFAULT_TYPES;
  const inputs = gates.flatMap((gate) => [...gate.inputs]);
  const asksFor = (input: string) => inputs.some(([key, { text }]) => key === input && text !== "" && text !== "check");
  const byLabel = hasOverrideLabels || asksFor("override-labels");
  const byDraft = asksFor("drafts");
  const severities = missing.map((type) => SEVERITY[type]({ byLabel, byDraft }));
  const [severity] = (["error", "warning", "notice"] as const).filter((one) => severities.includes(one));
  return [
    ailmentAt(workflow, types?.spot ?? spot, {
      id: "missing-event-type",
      severity: severity!,
      message: `\`${name}\` does not start the gate on ${missing.join(", ")}.`,
      why: missing.flatMap((type) => WHY[type] ?? []).join(" "),
      mend: `Name all types under \`${name}\`.`,
      yaml: `${name}:\n  types: [${[...new Set([...PULL_REQUEST_TYPES, ...there])].join(", ")}]`,
    }),
  ];
}

type Grade = (needs: { readonly byLabel: boolean; readonly byDraft: boolean }) => Ailment["severity"];

const always: Grade = () => "error";
const ifLabels: Grade = ({ byLabel }) => (byLabel ? "error" : "notice");
const ifDrafts: Grade = ({ byDraft }) => (byDraft ? "error" : "notice");

const SEVERITY: Readonly<Record<(typeof PULL_REQUEST_TYPES)[number], Grade>> = {
  opened: always,
  reopened: always,
  synchronize: always,
  edited: always,
  labeled: ifLabels,
  unlabeled: ifLabels,
  ready_for_review: ifDrafts,
  converted_to_draft: ({ byDraft }) => (byDraft ? "warning" : "notice"),
};

const WHY: Readonly<Partial<Record<(typeof PULL_REQUEST_TYPES)[number], string>>> = {
  opened: "A new pull request is not judged.",
  reopened: "A pull request opened again is not judged.",
  synchronize: "New commits are not judged, and the check is missing on them.",
  edited: "A pull request moved to another base keeps the green of the old one.",
  labeled: "A label that opens the gate has no effect until the next push.",
  unlabeled: "Taking such a label away does not close the gate again.",
  ready_for_review: "A draft that is skipped or only warned about stays green when it is ready.",
};
