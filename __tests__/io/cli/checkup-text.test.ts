import { expect, test } from "@jest/globals";
import { checkupText } from "../../../src/io/cli/checkup-text.js";
import type { Ailment } from "../../../src/model/ailment.js";

const ailment: Ailment = {
  id: "missing-event-type",
  severity: "error",
  place: { path: ".github/workflows/gate.yml", line: 3, column: 5 },
  message: "`pull_request` does not start the gate on edited.",
  why: "It keeps the green of the old base.",
  mend: "Name all types.",
  yaml: "pull_request:\n  types: [edited]",
};

test("each ailment with its place, reason and lines; then what was looked at, and how many there are", () => {
  const notice: Ailment = { ...ailment, id: "no-plan", severity: "notice", place: null, yaml: null };
  expect(checkupText({ schemaVersion: 1, ailments: [ailment, notice], remarks: ["Looked at 1 workflow."] })).toBe(
    `✗ error  missing-event-type  .github/workflows/gate.yml:3:5
  \`pull_request\` does not start the gate on edited.
  Why: It keeps the green of the old base.
  To mend it: Name all types.
    pull_request:
      types: [edited]

· notice  no-plan  this repository
  \`pull_request\` does not start the gate on edited.
  Why: It keeps the green of the old base.
  To mend it: Name all types.

Looked at 1 workflow.
1 error, 0 warnings, 1 notice.
`,
  );
});

test("nothing found is one line", () => {
  expect(checkupText({ schemaVersion: 1, ailments: [], remarks: [] })).toBe("No ailment.\n");
});

test("text of workflows can neither steer a terminal nor command a runner", () => {
  const hostile = "\u001b[31m\n::error::x ##[add-mask]y \u202e";
  const text = checkupText({
    schemaVersion: 1,
    ailments: [
      { ...ailment, place: { ...ailment.place!, path: hostile }, message: hostile, mend: hostile, yaml: hostile },
    ],
    remarks: [hostile],
  });
  expect(text).not.toMatch(/^\s*::|##\[/m);
  expect(text).not.toContain("\u001b");
  expect(text).not.toContain("\u202e");
});
