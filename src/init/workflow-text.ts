import { PULL_REQUEST_TYPES } from "../doctor/examine-events.js";

/** Nobody's commit: GitHub does not start a job that names it, and says so. */
const NO_COMMIT = "0".repeat(40);

export interface WorkflowChoice {
  /** The commit of plan-gate to run; null when none is known. */
  readonly pin: string | null;
  readonly defaultBranch: string;
}

/** The workflow to begin with: the gate on everything that can change its answer, and badges of the default branch. */
export function workflowText({ pin, defaultBranch }: WorkflowChoice): string {
  const uses = `plan-gate/plan-gate@${pin ?? NO_COMMIT}`;
  const version = pin === null ? "replace the zeros by the commit of the release you want" : "the commit you named";
  return `name: Plan gate

# No path filter: a required check that never starts blocks the pull request for ever. Without a plan in the change the
# gate ends green in a second.
on:
  pull_request:
    types: [${PULL_REQUEST_TYPES.join(", ")}]
  merge_group:
    types: [checks_requested]
  push:
    branches: [${JSON.stringify(defaultBranch)}]

permissions: {}

# A cancelled run would block the merge: the newest check of a commit is the one that counts.
concurrency:
  group: plan-gate-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: false

jobs:
  # Require this job by its name under Settings, Rules. Branch rules know it by that name: keep it.
  plan-gate:
    name: Plan gate
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: ${uses} # ${version}

  # Publishes badges to a branch of their own, \`badges\`. The one job that may write; delete it if you want none.
  badges:
    name: Plan badges
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: write
    steps:
      - uses: ${uses} # ${version}
        with:
          mode: badge
          warn-only: true
`;
}
