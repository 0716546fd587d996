import { nearestWord } from "../config/nearest-word.js";
import type { Ailment, BranchRules } from "../model/ailment.js";
import { ailmentAt } from "./ailment-at.js";
import { isGating } from "./examine-names.js";
import type { Gate } from "./find-gates.js";
import type { Workflow } from "./workflow.js";

const WHERE = "*Settings → Rules → Rulesets*, *Require status checks to pass*";

/** What the rules of the branch and the workflows do not agree about. `rules` is null where nobody could be asked. */
export function examineRules(
  gates: readonly Gate[],
  workflows: readonly Workflow[],
  rules: BranchRules | null,
): Ailment[] {
  const gating = gates.filter(({ mode, workflow }) => mode === "gate" && isGating(workflow));
  return [...mergeQueue(gating, workflows, rules), ...(rules && gating.length > 0 ? checks(gating, rules) : [])];
}

function mergeQueue(gates: readonly Gate[], workflows: readonly Workflow[], rules: BranchRules | null): Ailment[] {
  const other = workflows.find(({ events }) => events.has("merge_group"));
  if (!rules?.hasMergeQueue && !other) return [];
  return [...new Set(gates.map(({ workflow }) => workflow))].flatMap((workflow) => {
    if (workflow.events.has("merge_group")) return [];
    const isKnown = rules?.hasMergeQueue === true;
    return [
      ailmentAt(workflow, workflow.onSpot, {
        id: "missing-merge-group",
        severity: isKnown ? "error" : "warning",
        message: isKnown
          ? `${rules.branch} has a merge queue, and the gate does not start in it.`
          : `${other!.path} starts in merge queues, and the gate does not.`,
        why: "The queue waits for the required check until it gives up, and nothing is merged.",
        mend: "Start the gate in the queue, too.",
        yaml: "on:\n  merge_group:\n    types: [checks_requested]",
      }),
    ];
  });
}

function checks(gates: readonly Gate[], { branch, requiredChecks, requiredWorkflows }: BranchRules): Ailment[] {
  const names = new Set(gates.flatMap(({ checkName }) => checkName ?? []));
  if (requiredChecks.some((name) => names.has(name))) return [];
  if (gates.some(({ workflow }) => requiredWorkflows.includes(workflow.path))) return [];
  const [name = "Plan gate"] = names;
  const meant = requiredChecks.find((one) => isLikeGate(one)) ?? nearestWord(name, requiredChecks);
  const about = { place: null, severity: "error", yaml: null } as const;
  if (meant != null) {
    return [
      {
        ...about,
        id: "check-never-reported",
        message: `${branch} requires the check ${JSON.stringify(meant)}, and the gate's is called ${JSON.stringify(name)}.`,
        why: "Branch rules know a check by its name: they wait for ever for one that no job reports.",
        mend: `Choose ${JSON.stringify(name)} in its place under ${WHERE}, or give the job its old name again.`,
      },
    ];
  }
  return [
    {
      ...about,
      id: "check-not-required",
      message: `${branch} does not require the check ${JSON.stringify(name)}.`,
      why: "A pull request can be merged over a red gate.",
      mend: `Add it under ${WHERE}. It can be chosen once it has run in the last seven days.`,
    },
  ];
}

const isLikeGate = (name: string): boolean => /plan.?gate/i.test(name);
