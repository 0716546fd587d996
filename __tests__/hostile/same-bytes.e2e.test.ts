import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { folderOf, put } from "../cli/temporary-tree.js";

const bundle = resolve("dist/cli/index.js");
const FORMATS = ["text", "json", "markdown", "sarif"];
const RUNTIMES = ["node22", "node24"].map((name) => resolve(`tools/runtimes/node_modules/${name}/bin/node`));

const filesOf = (folder: string): [path: string, text: string][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path): [string, string] => [path.slice(folder.length + 1), readFileSync(path, "utf8")])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Two plans of several documents with names that locales sort apart, and with most of what there is to find. */
const FILES: readonly (readonly [path: string, text: string])[] = [
  ...filesOf(resolve("__tests__/every-rule/head")).map(([path, text]) => [`docs/${path}`, text] as const),
  ...["Ängsö", "Zinnwald", "aland", "Öland", "ıstanbul", "Izmir", "2", "10"].map(
    (name, index) =>
      [
        `plans/${name}/PLAN.md`,
        `# ${name}\n\n| Phase | Tier | Depends on | Duration |\n|--|--|--|--|\n| ${name} | 1 | none | ${index + 1} weeks |\n` +
          `| 1 | 1 | ${index % 2 ? "2" : "none"} | 1.5 weeks |\n| 2 | ${index % 3} | 1 | 10-12 days |\n`,
      ] as const,
  ),
  [".github/plan-gate.yml", "plans: ['docs/**/*.md', 'plans/**/PLAN.md']\ngate: all\nstart: 2026-03-29\nagents: 2\n"],
];

interface World {
  readonly node?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: typeof FILES;
  /** Where it is run, beneath the root. */
  readonly folder?: string;
}

/** What the command line writes in each format, and how it ends. */
function written({ node = process.execPath, environment = {}, files = FILES, folder = "" }: World): readonly string[] {
  const root = folderOf({});
  // One by one, since the order in which a disk lists its files may be that in which they were made.
  for (const [path, text] of files) put(root, { [path]: text });
  // A root of its own, so that a run beneath it sees the same tree.
  if (folder !== "") spawnSync("git", ["init", "--quiet"], { cwd: root });
  mkdirSync(join(root, folder), { recursive: true });
  return FORMATS.flatMap((format) => {
    const { status, stdout, stderr } = spawnSync(node, [bundle, "check", "--format", format, "--as-of", "2026-11-23"], {
      cwd: join(root, folder),
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", ...environment },
    });
    return [`${format}: ${status}`, stdout, stderr];
  });
}

describe("the same plans give the same bytes", () => {
  const usual = written({ environment: { LANG: "C", LC_ALL: "C", TZ: "UTC" } });

  it("of which there are some", () => {
    expect(usual.filter((_, index) => index % 3 === 0)).toEqual(FORMATS.map((format) => `${format}: 1`));
    expect(usual[1]).toContain("plans/Ängsö/PLAN.md");
  });

  it.each([
    ["Turkish", { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" }],
    ["Swedish", { LANG: "sv_SE.UTF-8", LC_ALL: "sv_SE.UTF-8" }],
    ["Arabic", { LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" }],
  ])("in another locale: %s", (_, environment) => {
    expect(written({ environment })).toEqual(usual);
  });

  it.each(["Pacific/Kiritimati", "America/St_Johns", "Pacific/Pago_Pago"])("in another time zone: %s", (TZ) => {
    expect(written({ environment: { TZ } })).toEqual(usual);
  });

  it("whatever order the files were made in", () => {
    expect(written({ files: FILES.toReversed() })).toEqual(usual);
    expect(written({ files: [...FILES.slice(5), ...FILES.slice(0, 5)] })).toEqual(usual);
  });

  it("wherever in the repository it is run", () => {
    expect(written({ folder: "plans" })).toEqual(written({ folder: "docs/deep/er" }));
    expect(written({ folder: "plans" })).toEqual(usual);
  });

  for (const node of RUNTIMES) {
    // Installed by `npm run install-runtimes` in tools/runtimes, on Linux alone.
    (existsSync(node) ? it : it.skip)(`on another Node: ${node.split("/").at(-3)}`, () => {
      expect(written({ node })).toEqual(usual);
    });
  }
});
