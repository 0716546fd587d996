import { findGates } from "../doctor/find-gates.js";
import { readWorkflow } from "../doctor/read-workflow.js";
import type { SourceDocument } from "../model/document.js";
import type { Proposal, ProposedFile } from "../model/proposal.js";
import { configText } from "./config-text.js";
import { withManagedSection } from "./with-managed-section.js";
import { workflowText, type WorkflowChoice } from "./workflow-text.js";

const WORKFLOW = ".github/workflows/plan-gate.yml";
const CONFIG = ".github/plan-gate.yml";
const HEADING = "Where the plan stands";
const IS_WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** A plan that was found in the repository. */
export interface FoundPlan {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
  readonly phases: number;
  /** Whether the built-in globs or the configuration take it for a plan already. */
  readonly isKnown: boolean;
  readonly hasTiers: boolean;
  readonly hasManagedSections: boolean;
}

export interface InitInput extends WorkflowChoice {
  /** Workflows, actions and the configuration, as far as there are any. */
  readonly documents: readonly SourceDocument[];
  readonly plans: readonly FoundPlan[];
  /** The document with its managed sections written; null when that would change how the plan is read. */
  readonly synchronize: (plan: FoundPlan, document: SourceDocument) => string | null;
}

/** What to put into a repository so that its plans are gated. Nothing that is there is replaced. */
export function proposeFiles(input: InitInput): Proposal {
  const { plans, documents } = input;
  const parts = [workflowPart(input), configPart(input), sectionPart(input)];
  const found = plans.map(({ name, phases }) => `${name} (${phases} phases)`).join(", ");
  const hasConfig = documents.some(({ path }) => path === CONFIG);
  return {
    files: parts.flatMap(({ file }) => file ?? []),
    remarks: [
      plans.length > 0 ? `Plans: ${found}.` : "No document reads as a plan with at least two phases.",
      ...(plans.length === 0 && !hasConfig ? ["Write one, or name it in `plans` of the configuration."] : []),
      ...parts.flatMap(({ remark }) => remark ?? []),
    ],
  };
}

interface Part {
  readonly file?: ProposedFile;
  readonly remark?: string;
}

function workflowPart({ documents, ...choice }: InitInput): Part {
  const workflows = documents
    .filter(({ path }) => IS_WORKFLOW.test(path))
    .map(readWorkflow)
    .flatMap((workflow) => ("kind" in workflow ? [] : [workflow]));
  const gate = findGates(
    workflows,
    documents.filter(({ path }) => !IS_WORKFLOW.test(path)),
  ).find(({ mode }) => mode === "gate");
  const before = documents.find(({ path }) => path === WORKFLOW)?.text ?? null;
  if (gate)
    return { remark: `${gate.workflow.path} runs plan-gate already; \`plan-gate doctor\` says whether it is right.` };
  const file: ProposedFile = {
    path: WORKFLOW,
    before,
    after: workflowText(choice),
    action: before === null ? "write" : "keep",
    about: "the gate on pull requests and in merge queues, and badges of the default branch",
  };
  if (before !== null) return { file, remark: `${WORKFLOW} is there and runs no plan-gate: it is left alone.` };
  return choice.pin === null
    ? { file, remark: `Before ${WORKFLOW} can run, replace its zeros by the commit of a release, or give --pin.` }
    : { file };
}

function configPart({ documents, plans, pin }: InitInput): Part {
  if (documents.some(({ path }) => path === CONFIG)) return { remark: `${CONFIG} is there, and is left alone.` };
  const unknown = plans.filter(({ isKnown }) => !isKnown).map(({ name }) => name);
  return {
    file: {
      path: CONFIG,
      before: null,
      after: configText(unknown, pin),
      action: "write",
      about: unknown.length > 0 ? "where the plans are" : "nothing differs from the defaults yet",
    },
  };
}

/** The plan with the most phases gets a section, unless some plan has one. */
function sectionPart({ plans, synchronize }: InitInput): Part {
  if (plans.some(({ hasManagedSections }) => hasManagedSections)) return {};
  const [largest] = [...plans].sort((a, b) => b.phases - a.phases);
  const document = largest?.documents[0];
  if (!largest || !document) return {};
  const name = largest.hasTiers ? "tiers" : "status";
  const synced = (heading: string | null) =>
    synchronize(largest, { ...document, text: withManagedSection(document.text, name, heading) });
  const after = synced(HEADING) ?? synced(null);
  if (after === null) return { remark: `${document.path} ends in a way that leaves no room for a managed section.` };
  return {
    file: {
      path: document.path,
      before: document.text,
      after,
      action: "write",
      about: `a section that \`plan-gate sync\` keeps up to date: ${name}`,
    },
  };
}
