import { examineRepository } from "../../src/doctor/examine-repository.js";
import type { Ailment, BranchRules, Checkup } from "../../src/model/ailment.js";
import { ruleIds } from "../../src/rules/index.js";

export const SHA = "0123456789abcdef0123456789abcdef01234567";
export const WORKFLOW = ".github/workflows/plan-gate.yml";

/** A workflow without ailment; its lines are counted in the tests. */
export const GOOD = `name: Plan gate
on:
  pull_request:
    types: [opened, reopened, synchronize, edited, labeled, unlabeled, ready_for_review, converted_to_draft]
  merge_group:
permissions: {}
concurrency:
  group: plan-gate-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: false
jobs:
  plan-gate:
    name: Plan gate
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: plan-gate/plan-gate@${SHA} # v1.0.0
`;

export const RULES: BranchRules = {
  branch: "main",
  requiredChecks: ["Plan gate"],
  requiredWorkflows: [],
  hasMergeQueue: true,
};

/** The checkup of a repository with a plan, the good workflow and these files, which may replace it. */
export function checkup(files: Readonly<Record<string, string>> = {}, rules: BranchRules | null = RULES): Checkup {
  const all = { "docs/PLAN.md": "# Plan\n", [WORKFLOW]: GOOD, ...files };
  const documents = Object.entries(all).map(([path, text]) => ({ path, text }));
  return examineRepository({ paths: Object.keys(all), documents }, rules, ruleIds);
}

/** The good workflow with one text in it replaced. */
export function altered(from: string, to: string): Readonly<Record<string, string>> {
  if (!GOOD.includes(from)) throw new Error(`The good workflow has no ${JSON.stringify(from)}.`);
  return { [WORKFLOW]: GOOD.replace(from, () => to) };
}

/** `severity id path:line:column`. */
export const inShort = ({ ailments }: Checkup): string[] =>
  ailments.map(({ id, severity, place }: Ailment) =>
    [severity, id, ...(place ? [`${place.path.split("/").at(-1)}:${place.line}:${place.column}`] : [])].join(" "),
  );
