import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodeUnderTest, runCli } from "../cli/run-cli.js";
import { LanguageServer } from "./language-server.js";

const consumers = resolve("tools/consumers/node_modules");
const whereInstalled = existsSync(consumers) ? describe : describe.skip;

let project: string;
let tarball: string;
let packed: readonly string[];

/** A project that has the package as npm would put it there. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "plan-gate-package-"));
  // With the machine's own npm: what is packed does not depend on the Node that runs it.
  const told = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ filename, files }] = JSON.parse(told) as [{ filename: string; files: { path: string }[] }];
  tarball = join(project, filename);
  packed = files.map(({ path }) => path);
  mkdirSync(join(project, "node_modules"));
  execFileSync("tar", ["-xzf", tarball, "-C", join(project, "node_modules")]);
  cpSync(join(project, "node_modules/package"), join(project, "node_modules/plan-gate"), { recursive: true });
  rmSync(join(project, "node_modules/package"), { recursive: true });
  writeFileSync(join(project, "package.json"), '{ "name": "p", "private": true, "type": "module" }\n');
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const PLAN = [
  "| Phase | Tier | Depends on | Duration |",
  "| ----- | ---- | ---------- | -------- |",
  "| 1     | 1    | none       | 2 weeks  |",
  "| 2     | 2    | 1          | 3 weeks  |",
  "| 3     | 2    | 2          | 1 week   |",
  "",
].join("\n");

const node = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(nodeUnderTest, args, { cwd: project, encoding: "utf8" });
  return { status, stdout, stderr };
};

describe("the package", () => {
  it("holds the bundles, the types and the schemas, and nothing else", () => {
    const expected = /^(?:(?:README|CHANGELOG)\.md|LICENSE|package\.json|dist\/.*|schema\/[a-z]+\.schema\.json)$/;
    expect(packed.filter((path) => !expected.test(path))).toEqual([]);
    for (const path of ["dist/library/index.d.ts", "dist/cli/index.js", "schema/config.schema.json"])
      expect(packed).toContain(path);
  });

  it("gives the library and the plugin by name, without its dependencies", () => {
    const script =
      'import * as library from "plan-gate"; import plugin from "plan-gate/remark";' +
      "console.log(JSON.stringify([Object.keys(library).sort(), plugin === library.remarkPlanGate]));";
    const { stdout, stderr } = node("--input-type=module", "--eval", script);
    expect(stderr).toBe("");
    const [names, isSame] = JSON.parse(stdout) as [string[], boolean];
    expect(names).toContain("checkPlan");
    expect(isSame).toBe(true);
  });

  it("runs the example, whose last report is the command line's after the same fixes", () => {
    cpSync("examples", join(project, "examples"), { recursive: true });
    const { status, stdout, stderr } = node("examples/library/check.mjs");
    expect([status, stderr]).toEqual([0, ""]);
    const { stdout: checked } = runCli(
      ["check", "examples/ferry", "--as-of", "2026-11-22", "--no-config", "--format", "json"],
      resolve("."),
    );
    const { verdict } = JSON.parse(checked) as { verdict: { errors: number; warnings: number } };
    expect(stdout).toContain(`fail: ${verdict.errors} errors, ${verdict.warnings} warnings`);
    expect(stdout).toContain("mended: ");
  });

  it("finds itself in this repository, as the example's page says", () => {
    const { status } = spawnSync(nodeUnderTest, ["examples/library/check.mjs"], { encoding: "utf8" });
    expect(status).toBe(0);
  });

  it("does what docs/library.md shows", () => {
    const page = readFileSync("docs/library.md", "utf8");
    writeFileSync(join(project, "page.mjs"), /```js\n([\s\S]*?)```/.exec(page)![1]!);
    const { stdout, stderr } = node("page.mjs");
    expect(stderr).toBe("");
    const said = [...page.matchAll(/\/\/ (fail|Phase 3 .*)/g)].map((match) => match[1]!);
    expect(said).toHaveLength(2);
    expect(stdout.split("\n").slice(0, 2)).toEqual(said);
    expect(stdout).toContain("Plan gate failed");
  });

  it("has types that its examples agree with", () => {
    cpSync("examples", join(project, "examples"), { recursive: true });
    symlinkSync(resolve("node_modules/@types"), join(project, "node_modules/@types"), "dir");
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const options = ["--strict", "--noEmit", "--allowJs", "--checkJs", "--target", "es2022", "--module", "nodenext"];
    const { status, stdout } = node(tsc, ...options, "--types", "node", "examples/library/check.mjs");
    expect([status, stdout]).toEqual([0, ""]);
  }, 60_000);
});

whereInstalled("programs of those who use the package", () => {
  const program = (path: string, ...args: readonly string[]) => node(join(consumers, path), ...args);

  it("publint has nothing to say", () => {
    const { status, stdout } = program("publint/src/cli.js", "run", tarball, "--strict");
    expect([status, stdout]).toEqual([0, expect.stringContaining("All good!")]);
  }, 60_000);

  it("the types are right for every way of importing that there is", () => {
    const { status, stdout } = program("@arethetypeswrong/cli/dist/index.js", tarball, "--profile", "esm-only");
    expect([status, stdout]).toEqual([0, expect.stringMatching(/"plan-gate\/remark"\s+node16 \(from ESM\): 🟢/)]);
  }, 60_000);

  describe("remark", () => {
    beforeAll(() => {
      const rc = { plugins: [["plan-gate/remark", { asOf: "2026-11-22" }]] };
      writeFileSync(join(project, ".remarkrc.json"), JSON.stringify(rc));
      writeFileSync(join(project, "PLAN.md"), PLAN);
    });

    it("tells the findings on the command line, and fails on an error", () => {
      const { status, stderr } = program("remark-cli/cli.js", "PLAN.md", "--quiet", "--no-color");
      expect(stderr).toMatch(/5:\d+-5:\d+\s+error\s+Phase 3 depends on Phase 2, but both are in Tier 2/);
      expect(stderr).toContain("intra-tier-dependency");
      expect(status).toBe(1);
    }, 60_000);

    it("tells them while the plan is written, and mends them at a touch", async () => {
      const server = new LanguageServer(
        [nodeUnderTest, resolve("tools/consumers/language-server.mjs"), "--stdio"],
        project,
      );
      try {
        await server.ask("initialize", {
          processId: process.pid,
          rootUri: pathToFileURL(project).href,
          workspaceFolders: [{ uri: pathToFileURL(project).href, name: "p" }],
          capabilities: {},
        });
        server.tell("initialized", {});
        const uri = pathToFileURL(join(project, "PLAN.md")).href;
        server.tell("textDocument/didOpen", {
          textDocument: { uri, languageId: "markdown", version: 1, text: PLAN },
        });
        const { diagnostics } = (await server.told("textDocument/publishDiagnostics")) as {
          diagnostics: { code: string; range: object; severity: number }[];
        };
        const [error] = diagnostics.filter(({ code }) => code === "intra-tier-dependency");
        expect(error).toMatchObject({ severity: 1, source: "plan-gate", range: { start: { line: 4 } } });
        const actions = (await server.ask("textDocument/codeAction", {
          textDocument: { uri },
          range: error!.range,
          context: { diagnostics: [error] },
        })) as { edit: { changes: Record<string, { newText: string }[]> } }[];
        const edits = actions.flatMap(({ edit }) => edit.changes[uri] ?? []);
        expect(edits.map(({ newText }) => newText)).toEqual([expect.stringMatching(/^3\s+\| 2$/)]);
      } finally {
        server.stop();
      }
    }, 60_000);
  });
});
