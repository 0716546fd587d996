import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Package;

test("the bundle holds no client of caches and artifacts, starts no program and downloads none", () => {
  const unwanted = /^@actions\/(artifact|cache|tool-cache|exec|io|glob|http-client)$|^(node-fetch|axios|undici)$/;
  expect(Object.keys(dependencies).filter((name) => unwanted.test(name))).toEqual([]);
});

test("every version is exact", () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
});

test("no test puts itself in the place of fetch, which the toolkit's own would not notice", () => {
  const paths = readdirSync("__tests__", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  expect(paths.length).toBeGreaterThan(50);
  const replaced = /globalThis\.fetch\s*=[^=]|spyOn\(globalThis, "fetch"/;
  expect(paths.filter((path) => replaced.test(readFileSync(`__tests__/${path}`, "utf8")))).toEqual([]);
});

test("generated files keep their line ends on every system", () => {
  expect(readFileSync(".gitattributes", "utf8")).toMatch(/^dist\/\*\* .*\beol=lf$/m);
});
