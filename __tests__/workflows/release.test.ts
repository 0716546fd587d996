import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parseWorkflow, workflowSources } from "./workflow-sources.js";

interface MovingTags {
  readonly movingTags: (tag: string, tags: readonly string[]) => string[];
}
interface Readiness {
  readonly releaseNotes: (changelog: string, version: string) => string | undefined;
}
interface Bill {
  readonly components: readonly { readonly name: string; readonly version: string }[];
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
}

// Programs without types.
const load = async <T>(path: string): Promise<T> => (await import(path)) as T;

const TAG = "v1.2.3";
const PROGRAM = ["scripts/release.mjs", TAG];
/** Stands in for gh: keeps what it is asked, and answers about releases and tags. */
const GH = `#!/usr/bin/env node
const { appendFileSync, existsSync } = require("node:fs");
const args = process.argv.slice(2).join(" ");
appendFileSync(process.env.GH_LOG, args + "\\n");
if (args.includes("/releases/tags/")) console.log(JSON.stringify({ immutable: process.env.IMMUTABLE === "true" }));
if (args.includes("/git/ref/tags/v1.2")) process.exitCode = 1;
`;

let folder = "";
const git = (...args: string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" }).trim();

/** A repository whose commit is on main and is tagged, with what the steps need. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-gate-release-"));
  for (const path of ["scripts/release.mjs", "scripts/release", "scripts/dependencies", "package-lock.json"])
    cpSync(path, join(folder, path), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write("package.json", readFileSync("package.json", "utf8").replace(/"version": "[^"]+"/, '"version": "1.2.3"'));
  write(
    "CHANGELOG.md",
    "# Changes\n\n## 1.2.3, 2026-12-01\n\n- Ferries depart on time.\n\n## 1.2.2, 2026-11-01\n\n- Older.\n",
  );
  write(".gitignore", ".cache/\nbin/\n");
  for (const name of ["dist", "schema", "docs", "bin"]) mkdirSync(join(folder, name));
  for (const path of [
    "action.yml",
    "dist/main.js",
    "schema/a.json",
    "docs/a.md",
    "README.md",
    "SECURITY.md",
    "LICENSE",
  ])
    write(path, `${path}\n`);
  write("bin/gh", GH);
  write("bin/package.json", '{ "type": "commonjs" }');
  chmodSync(join(folder, "bin", "gh"), 0o755);
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "Harbour office");
  git("config", "user.email", "harbour@ferry.example");
  git("config", "core.autocrlf", "false");
  git("add", "--all");
  git("commit", "--quiet", "--message=Release");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  for (const tag of ["v1.2.2", "v0.9.0", TAG]) git("tag", tag);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { status: number | null; output: string } {
  const path = `${join(folder, "bin")}${delimiter}${process.env["PATH"]}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GITHUB_REPOSITORY: "plan-gate/plan-gate", PATH: path, ...env },
  });
  return { status, output: stdout + stderr };
}

test("a dry run shows every step in order, and does nothing", () => {
  const { status, output } = run(["--dry-run"]);
  expect([status, output.split("\n")[0]]).toEqual([0, "v1.2.3 is ready."]);
  const steps = [...output.matchAll(/^ ?(\d+)\. (\w+): .+\n {4}(\S+ \S+(?: \S+)?)/gm)].map(([, n, part, command]) =>
    [n, part, command].join(" "),
  );
  expect(steps).toEqual([
    "1 verify npm ci --no-progress",
    "2 verify npm audit --omit=dev",
    "3 verify npm audit signatures",
    "4 verify npm run --silent",
    "5 verify npm test --silent",
    "6 assets node scripts/release/pack.mjs v1.2.3",
    "7 assets node scripts/release/sbom.mjs v1.2.3",
    "8 assets node scripts/release/digests.mjs .cache/release/SHA256SUMS",
    "9 publish gh release create",
    "10 publish gh release edit",
    "11 publish node scripts/release/expect-immutable.mjs v1.2.3",
    "12 publish node scripts/release/move-tag.mjs v1",
    "13 publish node scripts/release/move-tag.mjs v1.2",
  ]);
  expect(output).toMatch(/\nNothing was done\.\n$/);
  expect(git("status", "--porcelain", "--ignored")).toBe("!! bin/");
});

test("a dry run of what is not ready says why, and the parts refuse it", () => {
  git("commit", "--quiet", "--allow-empty", "--message=Not on main");
  git("tag", "v1.2.4");
  const other = (...args: string[]) =>
    spawnSync(process.execPath, ["scripts/release.mjs", "v1.2.4", ...args], { cwd: folder, encoding: "utf8" });
  const { status, stdout } = other("--dry-run");
  expect([status, stdout.slice(0, stdout.indexOf("\n\n"))]).toEqual([
    0,
    "v1.2.4 is not ready:\n  - package.json says 1.2.3\n  - the commit is not on origin/main",
  ]);
  const refused = other("--part", "publish");
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("v1.2.4 is not ready")]);
  git("tag", "--delete", "v1.2.4");
  git("reset", "--quiet", "--hard", TAG);
});

test.each([["v1"], ["v1.2.3-rc.1"], ["main"], ["v1.2.3; id"]])("%s is no tag to release", (tag) => {
  expect(spawnSync(process.execPath, ["scripts/release.mjs", tag, "--dry-run"]).status).toBe(2);
});

test("a part must be named", () => {
  expect(run([]).status).toBe(2);
  expect(run(["--part", "all"]).status).toBe(2);
});

// The stand-ins for programs are scripts with a first line that names Node.
const onUnix = process.platform === "win32" ? describe.skip : describe;

onUnix("doing it", () => {
  const publish = (immutable: boolean): { status: number | null; asked: string[] } => {
    const log = join(folder, "bin", `log-${immutable}`);
    const { status } = run(["--part", "publish"], { GH_LOG: log, IMMUTABLE: String(immutable) });
    return { status, asked: readFileSync(log, "utf8").trim().split("\n") };
  };

  test("the same tag makes the same files, and a bill of all that the program uses", () => {
    const files = (): string[] => {
      expect(run(["--part", "assets"])).toMatchObject({ status: 0 });
      const names = ["plan-gate-1.2.3.tar.gz", "sbom.cdx.json", "SHA256SUMS", "notes.md"];
      return names.map((name) => readFileSync(join(folder, ".cache", "release", name), "base64"));
    };
    const first = files();
    expect(files()).toEqual(first);
    const [, bill, digests, notes] = first.map((file) => Buffer.from(file, "base64").toString());
    expect(digests).toMatch(
      /^[0-9a-f]{64} {2}plan-gate-1\.2\.3\.tar\.gz\n[0-9a-f]{64} {2}sbom\.cdx\.json\n.* dist\/main\.js\n$/,
    );
    expect(notes).toBe("- Ferries depart on time.\n");

    const { components, metadata } = JSON.parse(bill!) as Bill;
    expect(metadata.component).toMatchObject({ name: "plan-gate" });
    const listed = new Set(components.map(({ name }) => name));
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
    expect([...listed]).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    const page = readFileSync("docs/dependencies.md", "utf8");
    const bundled = /^In the action: (.+)\.$/m.exec(page)![1]!.replaceAll("`", "").split(", ");
    expect(bundled.filter((name) => !listed.has(name))).toEqual([]);
    for (const tool of ["jest", "typescript", "eslint"]) expect(listed).not.toContain(tool);
  });

  test("drafts, publishes, looks, and then moves the tags", () => {
    const commit = git("rev-parse", "HEAD");
    const tags = "api --silent repos/plan-gate/plan-gate/git";
    expect(publish(true)).toEqual({
      status: 0,
      asked: [
        "release create v1.2.3 --draft --verify-tag --title v1.2.3 --notes-file .cache/release/notes.md " +
          ".cache/release/plan-gate-1.2.3.tar.gz .cache/release/sbom.cdx.json .cache/release/SHA256SUMS",
        "release edit v1.2.3 --draft=false",
        "api repos/plan-gate/plan-gate/releases/tags/v1.2.3",
        `${tags}/ref/tags/v1`,
        `api --silent --method PATCH repos/plan-gate/plan-gate/git/refs/tags/v1 -f sha=${commit} -F force=true`,
        `${tags}/ref/tags/v1.2`,
        `api --silent --method POST repos/plan-gate/plan-gate/git/refs -f ref=refs/tags/v1.2 -f sha=${commit}`,
      ],
    });
  });

  test("moves no tag to a release that can still be changed", () => {
    const { status, asked } = publish(false);
    expect([status, asked.at(-1)]).toEqual([1, "api repos/plan-gate/plan-gate/releases/tags/v1.2.3"]);
  });
});

test.each([
  ["v1.2.3", ["v1.2.2", "v1.1.9"], ["v1", "v1.2"]],
  ["v1.1.10", ["v1.1.9", "v1.2.0"], ["v1.1"]],
  ["v1.1.8", ["v1.1.9", "v1.2.0"], []],
  ["v2.0.0", ["v1.9.0"], ["v2", "v2.0"]],
  ["v1.10.0", ["v1.9.0"], ["v1", "v1.10"]],
  ["v0.2.0", ["v0.1.0"], ["v0.2"]],
  ["v1.0.0", ["v1", "v1.0", "v1.0.0-rc.1", "other"], ["v1", "v1.0"]],
])("%s after %j moves %j", async (tag, tags, moved) => {
  const { movingTags } = await load<MovingTags>("../../scripts/release/moving-tags.mjs");
  expect(movingTags(tag, tags)).toEqual(moved);
});

test.each([
  ["## 1.0.0, 2026-12-01\n\n- New.\n\n## 0.9.0, 2026-11-01\n\n- Old.\n", "- New.\n"],
  ["## 1.0.0, not released yet\n\n- New.\n", undefined],
  ["## 1.0.0, 2026-12-01\n\n## 0.9.0, 2026-11-01\n\n- Old.\n", undefined],
  ["## 11.0.0, 2026-12-01\n\n- Other.\n", undefined],
])("notes of %j", async (changelog, notes) => {
  const { releaseNotes } = await load<Readiness>("../../scripts/release/readiness.mjs");
  expect(releaseNotes(changelog, "1.0.0")).toBe(notes);
});

describe("the workflow", () => {
  const source = workflowSources().find(({ name }) => name === "release.yml")!;
  const { jobs } = parseWorkflow(source);
  const commands = (job: string): string => (jobs[job]?.steps ?? []).map(({ run = "" }) => run).join("\n");

  test("verifies without a permission to write, and installs nothing beside one", () => {
    expect(jobs["verify"]?.permissions).toEqual({ contents: "read" });
    expect(commands("verify")).toContain("--part verify");
    expect(jobs["publish"]?.permissions).toEqual({ contents: "write", "id-token": "write", attestations: "write" });
    expect(commands("publish")).not.toMatch(/\bnpm\b|\bnpx\b/);
    expect(source.text).toMatch(/if: github\.event_name == 'push'\n {4}needs: verify/);
  });

  test("attests after the files are made and before they are published", () => {
    const steps = (jobs["publish"]?.steps ?? []).map(({ uses, run }) => run ?? uses!.split("@")[0]);
    expect(steps.slice(2)).toEqual([
      'node scripts/release.mjs "$TAG" --part assets',
      "actions/attest",
      "actions/attest",
      'node scripts/release.mjs "$TAG" --part publish',
    ]);
  });
});
