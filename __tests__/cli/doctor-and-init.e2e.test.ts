import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { runCli } from "./run-cli.js";
import { git, put, repositoryOf } from "./temporary-tree.js";

const PLAN = `# Ferries

| Phase | Name  | Tier | Depends on | Duration |
| ----- | ----- | ---- | ---------- | -------- |
| 1     | Piers | 0    | none       | 4 weeks  |
| 2     | Ships | 1    | 1          | 6 weeks  |
`;
const PIN = "0123456789abcdef0123456789abcdef01234567";

test("from nothing to a set-up without ailment, in two commands; the third has nothing left to do", () => {
  const cwd = repositoryOf({ "docs/PLAN.md": PLAN, "src/x.ts": "" });
  expect(runCli(["doctor"], cwd)).toMatchObject({ exitCode: 1, stderr: "" });

  const shown = runCli(["init", "--pin", PIN], cwd);
  expect(shown).toMatchObject({ exitCode: 1, stderr: "plan-gate: nothing is written; --yes writes it\n" });
  expect(shown.stdout).toContain("+++ b/.github/workflows/plan-gate.yml\n@@ -0,0 +1,");
  expect(git(cwd, "status", "--porcelain")).toBe("");

  const written = runCli(["init", "--pin", PIN, "--yes", join(cwd, "src")], "/");
  expect(written).toMatchObject({ exitCode: 0, stdout: shown.stdout });
  expect(written.stderr).toBe(
    "plan-gate: wrote .github/workflows/plan-gate.yml, .github/plan-gate.yml, docs/PLAN.md\n",
  );
  expect(runCli(["sync", "--check"], cwd).exitCode).toBe(0);
  expect(runCli(["check"], cwd).exitCode).toBe(0);
  expect(runCli(["init"], cwd).exitCode).toBe(0);

  const doctor = runCli(["doctor"], cwd);
  expect(doctor).toMatchObject({ exitCode: 0, stderr: "" });
  expect(doctor.stdout).toMatch(/plan-gate runs in \.github\/workflows\/plan-gate\.yml\.\n[^]*No ailment\.\n$/);
});

test("init replaces nothing", () => {
  const other = "on: push\njobs: {}\n";
  const cwd = repositoryOf({ "docs/PLAN.md": PLAN, ".github/workflows/plan-gate.yml": other });
  const { exitCode, stdout } = runCli(["init", "--yes"], cwd);
  expect(exitCode).toBe(1);
  expect(stdout).toContain(".github/workflows/plan-gate.yml: is there and stays as it is");
  expect(readFileSync(join(cwd, ".github/workflows/plan-gate.yml"), "utf8")).toBe(other);
  expect(existsSync(join(cwd, ".github/plan-gate.yml"))).toBe(true);
});

test("the doctor names file, line and column, as text and as JSON that its schema describes", () => {
  const cwd = repositoryOf({ "docs/PLAN.md": PLAN });
  runCli(["init", "--yes", "--pin", PIN], cwd);
  const path = ".github/workflows/plan-gate.yml";
  put(cwd, {
    [path]: readFileSync(join(cwd, path), "utf8").replace("cancel-in-progress: false", "cancel-in-progress: true"),
  });
  const { exitCode, stdout } = runCli(["doctor"], cwd);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("✗ error  cancel-in-progress  .github/workflows/plan-gate.yml:18:3\n");

  const printed = JSON.parse(runCli(["doctor", "--format", "json"], cwd).stdout) as { ailments: { id: string }[] };
  expect(printed.ailments.map(({ id }) => id)).toEqual(["cancel-in-progress"]);
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync("schema/doctor.schema.json", "utf8")) as object);
  validate(printed);
  expect(validate.errors).toBeNull();
});

test("a folder that is not there is wrong use", () => {
  expect(runCli(["doctor", "nowhere"], repositoryOf({ "a.md": "" }))).toMatchObject({ exitCode: 2 });
});
