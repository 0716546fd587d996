import { describe, expect, test } from "@jest/globals";
import { AILMENT_IDS, type AilmentId, type BranchRules } from "../../src/model/ailment.js";
import { altered, checkup, GOOD, inShort, RULES, SHA, WORKFLOW } from "./good-set-up.js";

interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly rules?: BranchRules | null;
  /** All that is found, in short. */
  readonly found: readonly string[];
}

const STEPS = "    steps:\n";
const CONFIG = ".github/plan-gate.yml";
const TYPES =
  "types: [opened, reopened, synchronize, edited, labeled, unlabeled, ready_for_review, converted_to_draft]";

/** One of each at least; the type does not let one be forgotten. */
const examples: Readonly<Record<AilmentId, readonly [Example, ...Example[]]>> = {
  "no-gate": [{ files: { [WORKFLOW]: GOOD.replace("plan-gate/plan-gate", "octo/other") }, found: ["error no-gate"] }],
  "unreadable-workflow": [
    {
      files: { ".github/workflows/a.yml": "on: push\njobs:\n  a: [\n" },
      found: ["warning unreadable-workflow a.yml:4:1"],
    },
    {
      files: { ".github/workflows/a.yml": `x: &x [1]\ny: [${"*x,".repeat(101)}]\n` },
      found: ["warning unreadable-workflow a.yml:1:1"],
    },
  ],
  "no-pull-request-event": [
    {
      files: { [WORKFLOW]: GOOD.replace(/ {2}pull_request:[^]*merge_group:/, "  push:") },
      rules: null,
      found: ["error no-pull-request-event plan-gate.yml:2:1"],
    },
  ],
  "path-filter": [
    {
      files: altered("  merge_group:\n", "    paths: ['docs/**']\n  merge_group:\n"),
      found: ["error path-filter plan-gate.yml:5:5"],
    },
    {
      files: altered("  merge_group:\n", "    paths-ignore: ['src/**']\n  merge_group:\n"),
      found: ["error path-filter plan-gate.yml:5:5"],
    },
  ],
  "branch-filter": [
    {
      files: altered("  merge_group:\n", "    branches: [main]\n  merge_group:\n"),
      found: ["warning branch-filter plan-gate.yml:5:5"],
    },
    {
      files: altered("  merge_group:\n", "  merge_group:\n    branches: [main]\n"),
      found: ["warning branch-filter plan-gate.yml:6:5"],
    },
  ],
  "missing-event-type": [
    { files: altered(`\n    ${TYPES}`, ""), found: ["error missing-event-type plan-gate.yml:3:3"] },
    { files: altered("edited, ", ""), found: ["error missing-event-type plan-gate.yml:4:5"] },
    { files: altered("labeled, unlabeled, ", ""), found: ["notice missing-event-type plan-gate.yml:4:5"] },
    {
      files: { ...altered("unlabeled, ", ""), [CONFIG]: "override-labels: [ship it]\n" },
      found: ["error missing-event-type plan-gate.yml:4:5"],
    },
    {
      files: { [WORKFLOW]: `${GOOD.replace("ready_for_review, ", "")}        with:\n          drafts: skip\n` },
      found: ["error missing-event-type plan-gate.yml:4:5"],
    },
  ],
  "missing-merge-group": [
    { files: altered("  merge_group:\n", ""), found: ["error missing-merge-group plan-gate.yml:2:1"] },
    {
      files: { ...altered("  merge_group:\n", ""), ".github/workflows/ci.yml": "on: [merge_group]\njobs: {}\n" },
      rules: null,
      found: ["warning missing-merge-group plan-gate.yml:2:1"],
    },
  ],
  "cancel-in-progress": [
    {
      files: altered("cancel-in-progress: false", "cancel-in-progress: true"),
      found: ["error cancel-in-progress plan-gate.yml:9:3"],
    },
    {
      files: altered("cancel-in-progress: false", "cancel-in-progress: ${{ github.event_name == 'push' }}"),
      found: ["warning cancel-in-progress plan-gate.yml:9:3"],
    },
    {
      files: altered(
        STEPS,
        `    concurrency:\n      group: \${{ github.ref }}\n      cancel-in-progress: true\n${STEPS}`,
      ),
      found: ["error cancel-in-progress plan-gate.yml:19:7"],
    },
  ],
  "shared-concurrency": [
    {
      files: altered("-${{ github.event.pull_request.number || github.ref }}", ""),
      found: ["error shared-concurrency plan-gate.yml:7:1"],
    },
    {
      files: altered("github.event.pull_request.number || github.ref", "github.workflow"),
      found: ["error shared-concurrency plan-gate.yml:7:1"],
    },
    {
      files: {
        [WORKFLOW]: GOOD.replace("github.event.pull_request.number || ", "").replace("request:", "request_target:"),
      },
      found: ["error shared-concurrency plan-gate.yml:7:1"],
    },
  ],
  "conditional-gate": [
    {
      files: altered(STEPS, `    if: github.actor != 'dependabot[bot]'\n${STEPS}`),
      found: ["error conditional-gate plan-gate.yml:17:5"],
    },
    {
      files: altered(STEPS, `    if: github.event_name == 'pull_request'\n${STEPS}`),
      found: ["error conditional-gate plan-gate.yml:17:5"],
    },
    {
      files: { [WORKFLOW]: `${GOOD}        if: success()\n` },
      found: ["error conditional-gate plan-gate.yml:19:9"],
    },
  ],
  "skippable-gate": [
    { files: altered(STEPS, `    needs: [lint]\n${STEPS}`), found: ["error skippable-gate plan-gate.yml:17:5"] },
  ],
  "forgiven-gate": [
    {
      files: altered(STEPS, `    continue-on-error: true\n${STEPS}`),
      found: ["error forgiven-gate plan-gate.yml:17:5"],
    },
    {
      files: { [WORKFLOW]: `${GOOD}        continue-on-error: \${{ inputs.soft }}\n` },
      found: ["error forgiven-gate plan-gate.yml:19:9"],
    },
  ],
  "missing-permission": [
    {
      files: altered("pull-requests: write", "pull-requests: read"),
      found: ["warning missing-permission plan-gate.yml:14:5"],
    },
    { files: altered("      contents: read\n", ""), found: ["error missing-permission plan-gate.yml:14:5"] },
    {
      files: { [WORKFLOW]: `${GOOD}        with:\n          mode: badge\n` },
      rules: null,
      found: ["error no-gate", "error missing-permission plan-gate.yml:14:5"],
    },
    {
      files: {
        [WORKFLOW]: GOOD.replace(
          / {4}steps:\n.*\n$/,
          `    uses: plan-gate/plan-gate/.github/workflows/gate.yml@${SHA}\n`,
        )
          .replace("    runs-on: ubuntu-latest\n", "")
          .replace("pull-requests: write", "pull-requests: read"),
      },
      rules: null,
      found: ["error missing-permission plan-gate.yml:13:5"],
    },
  ],
  "unstated-permissions": [
    {
      files: {
        [WORKFLOW]: GOOD.replace("permissions: {}\n", "").replace(/ {4}permissions:\n.*\n.*\n/, ""),
      },
      found: ["warning unstated-permissions plan-gate.yml:10:3"],
    },
  ],
  "excessive-permission": [
    { files: altered("contents: read", "contents: write"), found: ["warning excessive-permission plan-gate.yml:14:5"] },
    {
      files: { [WORKFLOW]: GOOD.replace(/permissions:\n.*\n.*\n/, "permissions: write-all\n") },
      found: ["warning excessive-permission plan-gate.yml:14:5"],
    },
  ],
  "unpinned-action": [
    { files: altered(`@${SHA}`, "@v1"), found: ["warning unpinned-action plan-gate.yml:18:9"] },
    {
      files: altered(STEPS, `${STEPS}      - uses: actions/checkout@v6\n`),
      found: ["warning unpinned-action plan-gate.yml:18:9"],
    },
  ],
  "placeholder-commit": [
    { files: altered(SHA, "0".repeat(40)), found: ["notice placeholder-commit plan-gate.yml:18:9"] },
  ],
  "untrusted-checkout": [
    {
      files: {
        [WORKFLOW]: GOOD.replace("pull_request:", "pull_request_target:").replace(
          STEPS,
          `${STEPS}      - uses: actions/checkout@${SHA}\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n`,
        ),
      },
      found: ["error untrusted-checkout plan-gate.yml:18:9"],
    },
  ],
  "changing-check-name": [
    {
      files: altered("name: Plan gate\n    runs", "name: Plan gate ${{ github.base_ref }}\n    runs"),
      rules: null,
      found: ["warning changing-check-name plan-gate.yml:12:5"],
    },
  ],
  "duplicate-check-name": [
    {
      files: { ".github/workflows/ci.yml": "on: pull_request\njobs:\n  a:\n    name: Plan gate\n" },
      found: ["error duplicate-check-name plan-gate.yml:12:5"],
    },
  ],
  "shared-comment-id": [
    {
      files: altered(STEPS, `    strategy:\n      matrix:\n        plan: [a, b]\n${STEPS}`),
      rules: null,
      found: ["warning changing-check-name plan-gate.yml:18:7", "warning shared-comment-id plan-gate.yml:21:9"],
    },
    {
      files: { [WORKFLOW]: `${GOOD}      - uses: plan-gate/plan-gate@${SHA}\n` },
      found: ["warning shared-comment-id plan-gate.yml:19:9"],
    },
  ],
  "check-not-required": [
    { files: {}, rules: { ...RULES, requiredChecks: ["CI"] }, found: ["error check-not-required"] },
  ],
  "check-never-reported": [
    { files: {}, rules: { ...RULES, requiredChecks: ["plan-gate"] }, found: ["error check-never-reported"] },
  ],
  "broken-config": [{ files: { [CONFIG]: "\nfail_on: error\n" }, found: ["error broken-config plan-gate.yml:2:1"] }],
  "missing-config": [
    {
      files: { [WORKFLOW]: `${GOOD}        with:\n          config-file: config/gate.yml\n` },
      found: ["warning missing-config plan-gate.yml:20:11"],
    },
  ],
  "idle-plan-glob": [
    {
      files: { [CONFIG]: "plans:\n  - docs/PLAN.md\n  - docs/ROADMAP.md\n  - '!docs/old/**'\n" },
      found: ["warning idle-plan-glob plan-gate.yml:3:5"],
    },
  ],
  "no-plan": [{ files: { [CONFIG]: "plans: ['!docs/**']\n" }, found: ["warning no-plan plan-gate.yml:1:1"] }],
  "unowned-policy": [
    {
      files: { CODEOWNERS: "*.md @octo/docs\n", [CONFIG]: "gate: all\n" },
      found: ["warning unowned-policy CODEOWNERS:1:1"],
    },
  ],
};

test("a good set-up has no ailment", () => {
  expect(inShort(checkup())).toEqual([]);
});

describe.each(AILMENT_IDS)("%s", (id) => {
  test.each(examples[id])("is found: $found", ({ files, rules, found }) => {
    const result = checkup(files, rules === undefined ? RULES : rules);
    expect(inShort(result)).toEqual(found);
    expect(result.ailments.map((one) => one.id)).toContain(id);
  });
});

describe("what is no ailment", () => {
  const fine = (files: Readonly<Record<string, string>>, rules: BranchRules | null = RULES) =>
    expect(inShort(checkup(files, rules))).toEqual([]);

  test("conditions that hold wherever a merge is held up", () => {
    fine(altered(STEPS, `    if: github.event_name != 'push'\n${STEPS}`));
    fine(
      altered(
        STEPS,
        `    if: \${{ github.event_name == 'pull_request' || github.event_name == 'merge_group' }}\n${STEPS}`,
      ),
    );
    fine(altered(STEPS, `    needs: lint\n    if: \${{ !cancelled() }}\n${STEPS}`));
  });

  test("a gate without a comment that may only read", () => {
    const text = GOOD.replace("requests: write", "requests: read");
    fine({ [WORKFLOW]: `${text}        with:\n          comment: never\n` });
  });

  test("a matrix whose jobs have a comment each and are not required by name", () => {
    const files = altered(STEPS, `    strategy:\n      matrix:\n        plan: [a, b]\n${STEPS}`);
    const text = `${files[WORKFLOW]}        with:\n          comment-id: \${{ matrix.plan }}\n`;
    expect(inShort(checkup({ [WORKFLOW]: text }, null))).toEqual(["warning changing-check-name plan-gate.yml:18:7"]);
  });

  test("another workflow with fewer events, beside a gate that starts on everything", () => {
    const smoke = GOOD.replace(/\n {4}types: .*/, "").replace("name: Plan gate\n    runs", "name: Smoke\n    runs");
    fine({ ".github/workflows/ci.yml": smoke });
  });

  test("a branch that requires the workflow instead of the check", () => {
    fine({}, { ...RULES, requiredChecks: [], requiredWorkflows: [WORKFLOW] });
  });

  test("YAML anchors, which stand for what they name", () => {
    const text = GOOD.replace("    permissions:\n", "    permissions: &least\n");
    fine({ [WORKFLOW]: `${text}  other:\n    name: Other\n    runs-on: ubuntu-latest\n    permissions: *least\n` });
  });

  test("owners by name, folder, or for everything", () => {
    for (const line of ["*", "/.github/", ".github/ ", "/.github/**", "plan-gate.yml"]) {
      fine({ CODEOWNERS: `# all\n${line} @octo/leads\n`, [CONFIG]: "gate: all\n" });
    }
  });
});

describe("gates that are not written as a step of plan-gate", () => {
  const caller = (uses: string) =>
    GOOD.replace("    runs-on: ubuntu-latest\n", "").replace(/ {4}steps:\n.*\n$/, `    uses: ${uses}\n`);

  test("the reusable workflow of another repository is named by both jobs, and not looked at", () => {
    const uses = `plan-gate/plan-gate/.github/workflows/gate.yml@${SHA}`;
    const result = checkup({ [WORKFLOW]: caller(uses) }, { ...RULES, requiredChecks: ["Plan gate / Plan gate"] });
    expect(inShort(result)).toEqual([]);
    expect(result.remarks.join("\n")).toContain("a workflow of another repository, which was not looked at");
  });

  test("one of this repository is looked at with its caller", () => {
    const called = `on: workflow_call\njobs:\n  run:\n    if: inputs.on\n    permissions:\n      contents: read\n      pull-requests: write\n    steps:\n      - uses: plan-gate/plan-gate@${SHA}\n`;
    const files = {
      [WORKFLOW]: caller("./.github/workflows/called.yml"),
      ".github/workflows/called.yml": called,
    };
    expect(inShort(checkup(files, { ...RULES, requiredChecks: ["Plan gate / run"] }))).toEqual([
      "error conditional-gate called.yml:4:5",
    ]);
  });

  test("a caller lends what the one it calls needs, which is less without a comment", () => {
    const called = `on: workflow_call\njobs:\n  run:\n    permissions:\n      contents: read\n      pull-requests: read\n    steps:\n      - uses: plan-gate/plan-gate@${SHA}\n        with:\n          comment: never\n`;
    const files = {
      [WORKFLOW]: caller("./.github/workflows/called.yml").replace("requests: write", "requests: read"),
      ".github/workflows/called.yml": called,
    };
    expect(inShort(checkup(files, null))).toEqual([]);
  });

  test("a composite action of this repository", () => {
    const action = `name: Checks\nruns:\n  using: composite\n  steps:\n    - uses: plan-gate/plan-gate@${SHA}\n`;
    const files = {
      [WORKFLOW]: GOOD.replace(`plan-gate/plan-gate@${SHA} # v1.0.0`, "./.github/actions/checks/"),
      ".github/actions/checks/action.yml": action,
    };
    expect(inShort(checkup(files))).toEqual([]);
    expect(inShort(checkup({ ...files, ".github/actions/checks/action.yml": "name: Other\n" }))).toEqual([
      "error no-gate",
    ]);
  });
});

test("the lines to have instead are right", () => {
  const cured = (from: string, to: string, indent: string) => {
    const [{ yaml } = { yaml: null }] = checkup(altered(from, to)).ailments;
    return inShort(checkup(altered(from, yaml!.replace(/^/gm, indent).trimStart())));
  };
  expect(cured("pull_request:\n    " + TYPES, "pull_request:", "  ")).toEqual([]);
  expect(
    cured("permissions:\n      contents: read\n      pull-requests: write", "permissions: read-all", "    "),
  ).toEqual([]);
  const concurrency = GOOD.slice(GOOD.indexOf("concurrency:"), GOOD.indexOf("\njobs:"));
  expect(cured(concurrency, "concurrency: gate", "")).toEqual([]);
});

test("rules that nobody could ask for are said to be unknown", () => {
  expect(checkup({}, null).remarks.at(-1)).toMatch(/^The rules of the branch are not known here/);
  expect(checkup().remarks).toHaveLength(1);
});
