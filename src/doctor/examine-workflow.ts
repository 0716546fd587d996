import type { Ailment } from "../model/ailment.js";
import type { SourceDocument } from "../model/document.js";
import { examineEvents, type EventNeeds } from "./examine-events.js";
import { examineNames, isGating } from "./examine-names.js";
import { examinePermissions } from "./examine-permissions.js";
import { examineRuns } from "./examine-runs.js";
import { examineUses } from "./examine-uses.js";
import { findGates, type Gate } from "./find-gates.js";
import { readWorkflow } from "./read-workflow.js";
import type { Workflow } from "./workflow.js";

/** What is wrong with one workflow and the gates in it, as far as it can be said without others. */
export function examineWorkflow(workflow: Workflow, gates: readonly Gate[], needs: EventNeeds): Ailment[] {
  const judging = gates.filter(({ mode }) => mode === "gate");
  const ailments = [
    ...(judging.length > 0 && isGating(workflow) ? examineEvents(workflow, judging, needs) : []),
    ...judging.flatMap(examineRuns),
    ...gates.flatMap(examinePermissions),
    ...examineUses(workflow, gates),
  ];
  // Two gates of one workflow share what is said about it.
  return [...new Map(ailments.map((one) => [JSON.stringify(one), one])).values()];
}

/** The same for a workflow that was read on its own: a few lines for a report. Nothing of a file that cannot be read. */
export function examineWorkflowAlone(document: SourceDocument, needs: EventNeeds): Ailment[] {
  const workflow = readWorkflow(document);
  if ("kind" in workflow) return [];
  const gates = findGates([workflow], []);
  return [...examineWorkflow(workflow, gates, needs), ...examineNames(gates, [workflow])];
}
