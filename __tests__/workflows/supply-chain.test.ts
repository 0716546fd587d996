import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";

interface Entry {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const entriesOf = (folder: string): [string, Entry][] => {
  const { packages } = read(`${folder}/package-lock.json`) as { packages: Record<string, Entry> };
  return Object.entries(packages).filter(([path]) => path !== "");
};
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const folders = [".", ...readdirSync("tools").map((name) => `tools/${name}`)].filter((folder) =>
  existsSync(`${folder}/package.json`),
);
const manifest = read("package.json") as Manifest;
const entries = entriesOf(".");

describe.each(folders)("%s", (folder) => {
  test("has a lock file that holds the digest of every package, and no address but the default one", () => {
    for (const [path, { integrity, resolved, link }] of entriesOf(folder)) {
      expect(`${path} ${integrity}`).toMatch(/ sha512-[A-Za-z0-9+/]{86}==$/);
      expect(link).toBeUndefined();
      if (resolved !== undefined) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    }
  });

  test("names exact versions, and runs nothing when it is installed", () => {
    const { dependencies, devDependencies, scripts } = read(`${folder}/package.json`) as Manifest;
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^(?:npm:[\w./@-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    }
    expect(Object.keys(scripts ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:(?:pre|post)?install|prepare)$/)]),
    );
  });
});

test("every package with an install script is named, for or against, and none belongs to the program", () => {
  const withScripts = entries.filter(([, { hasInstallScript }]) => hasInstallScript);
  const decided = manifest.allowScripts ?? {};
  const undecided = withScripts.map(([path]) => nameOf(path)).filter((name) => !(name in decided));
  expect(undecided).toEqual([]);
  for (const [path, { dev, devOptional }] of withScripts) expect([path, dev || devOptional]).toEqual([path, true]);
});

describe("licences", () => {
  const program = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0"]);
  const tools = new Set([...program, "BlueOak-1.0.0", "CC0-1.0", "CC-BY-4.0"]);
  /** Packages whose manifest names no licence; what their own LICENSE file says. */
  const unnamed: Readonly<Record<string, string>> = { "color-convert": "MIT" };

  test("are among the allowed ones", () => {
    for (const [path, { license, dev, devOptional }] of entries) {
      const stated = license ?? unnamed[nameOf(path)];
      const allowed = dev || devOptional ? tools : program;
      expect(`${path}: ${stated} ${isAllowed(stated, allowed) ? "is" : "is not"} allowed`).toMatch(/ is allowed$/);
    }
  });

  /** An expression of SPDX without nesting: every part of an AND, one part of an OR. */
  function isAllowed(expression: string | undefined, allowed: ReadonlySet<string>): boolean {
    const parts = (expression ?? "").replace(/^\((.*)\)$/, "$1").split(" AND ");
    return parts.every((part) => part.split(" OR ").some((one) => allowed.has(one)));
  }
});

describe("docs/dependencies.md", () => {
  const page = readFileSync("docs/dependencies.md", "utf8");

  test("counts what the lock file and the bundles hold", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/dependencies.mjs", "--check"], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("says of each direct dependency what it is for, why it is this one, and who keeps it up", () => {
    const table = page.slice(page.indexOf("## What each is for"), page.indexOf("## What each costs"));
    const rows = [...table.matchAll(/^\| (`[^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];
    const named = rows.flatMap(([, names]) => [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(named.sort()).toEqual(Object.keys(manifest.dependencies ?? {}).sort());
    for (const [, , purpose, reason, upkeep] of rows)
      for (const cell of [purpose, reason, upkeep]) expect(cell!.trim()).not.toBe("");
  });

  test("names what is used for development", () => {
    const table = page.slice(page.indexOf("## For development"));
    for (const name of Object.keys(manifest.devDependencies ?? {})) expect(table).toContain(`\`${name}\``);
  });
});
