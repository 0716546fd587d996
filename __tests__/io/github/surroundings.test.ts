import { expect, test } from "@jest/globals";
import { examineWorkflowAlone } from "../../../src/doctor/examine-workflow.js";
import { remarksOnWorkflow } from "../../../src/io/github/surroundings.js";
import { SetupError } from "../../../src/model/setup-error.js";
import { GOOD, WORKFLOW } from "../../doctor/good-set-up.js";

const examine = (document: { path: string; text: string }) =>
  examineWorkflowAlone(document, { hasOverrideLabels: false, hasFullGate: false });

const remarksOn = (text: string | SetupError | null, workflowRef = `octo/plans/${WORKFLOW}@refs/pull/7/merge`) => {
  const asked: string[] = [];
  const file = (path: string, commit: string) => {
    asked.push(`${path}@${commit}`);
    if (text instanceof SetupError) return Promise.reject(text);
    return Promise.resolve(text === null ? null : new TextEncoder().encode(text));
  };
  const at = { workflowRef, fullName: "Octo/plans", commit: "base" };
  return remarksOnWorkflow({ file }, at, examine).then((remarks) => ({ asked, remarks }));
};

test("a good workflow says nothing, for one request", async () => {
  expect(await remarksOn(GOOD)).toEqual({ asked: [`${WORKFLOW}@base`], remarks: [] });
});

test("errors and warnings become remarks with file and line; notices do not", async () => {
  const { remarks } = await remarksOn(GOOD.replace("false", "true").replace("labeled, unlabeled, ", ""));
  expect(remarks).toEqual([
    `${WORKFLOW}:9: Runs of the gate may cancel each other. Events of labels and edits start several runs on one commit. The newest check counts, and a cancelled one does not pass. Let every run come to its end; it takes seconds, and judges the pull request as it is then.`,
  ]);
});

test("many are cut, and the rest is counted", async () => {
  const step = GOOD.slice(GOOD.lastIndexOf("      - uses"));
  const { remarks } = await remarksOn(GOOD + step.repeat(8));
  expect(remarks).toHaveLength(6);
  expect(remarks[5]).toBe(`${WORKFLOW}: \`plan-gate doctor\` finds 3 more like these.`);
});

test("a workflow of another repository is not asked for, and one that cannot be read says nothing", async () => {
  expect(await remarksOn(GOOD, "octo/policy/.github/workflows/gate.yml@main")).toEqual({ asked: [], remarks: [] });
  expect(await remarksOn(GOOD, "")).toEqual({ asked: [], remarks: [] });
  expect((await remarksOn(null)).remarks).toEqual([]);
  expect((await remarksOn("a: [")).remarks).toEqual([]);
  expect((await remarksOn(new SetupError("no-permission", "no", { mend: "none" }))).remarks).toEqual([]);
});
