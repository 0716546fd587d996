// Counts what is depended on and what of it is in the bundles, and writes the tables of docs/dependencies.md:
//
//   npm run dependencies             build both bundles with a source map (half a minute) and write
//   npm run dependencies -- --check  build nothing, write nothing, fail when the page is not what lock file and bundles say
//
// Sizes need the build, so `--check` takes them from the page.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundleSizes } from "./dependencies/bundle-sizes.mjs";
import { lockedPackages, reachable } from "./dependencies/locked-packages.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, "docs", "dependencies.md");
const BUNDLES = ["action", "command line"];

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const kilobytes = (bytes) => (bytes === 0 ? "–" : `${Math.max(1, Math.round(bytes / 1000))} kB`);

/** Names of the packages whose licence stands beside a bundle, in order. */
export function bundledPackages(licenses) {
  const names = /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*$/;
  const lines = licenses.split("\n");
  return [
    ...new Set(lines.filter((line, index) => names.test(line) && (index === 0 || lines[index - 1] === ""))),
  ].sort();
}

/** Bytes of `name` and of all that no other direct dependency brings. `bytes`: by path in node_modules. */
function bytesBecauseOf(name, direct, packages, bytes) {
  const others = reachable(
    direct.filter((other) => other !== name),
    packages,
  );
  const own = [...reachable([name], packages)].filter((path) => !others.has(path));
  return own.reduce((sum, path) => sum + (bytes.get(path) ?? 0), 0);
}

function sharedBytes(direct, packages, bytes) {
  const brought = direct.map((name) => reachable([name], packages));
  return [...bytes]
    .filter(([path]) => brought.filter((paths) => paths.has(path)).length > 1)
    .reduce((sum, [, b]) => sum + b, 0);
}

/** What the page says between its marks. `sizes`: for each bundle, bytes by path; without it, what the page says now. */
export function dependencyTables(before, sizes) {
  const packages = lockedPackages(json("package-lock.json"));
  const direct = Object.keys(json("package.json").dependencies);
  const development = Object.keys(json("package.json").devDependencies);
  const used = reachable(direct, packages);
  const bundled = ["dist/licenses.txt", "dist/cli/licenses.txt"].map((path) =>
    bundledPackages(readFileSync(join(root, path), "utf8")),
  );
  const counts = table(
    ["", "packages"],
    [
      ["used by the program, named in `package.json`", direct.length],
      ["used by the program, with all that these bring", used.size],
      ...BUNDLES.map((name, index) => [`of these, bundled into the ${name}`, bundled[index].length]),
      ["used for development only, named in `package.json`", development.length],
      ["installed in all, other systems' builds included", packages.size],
    ],
  );
  const known = new Map(
    [...before.matchAll(/^\| `?([^|`]+)`? \|[^|]*\|[^|]*\|([^|]*\|[^|]*)\|$/gm)].map((m) => [m[1].trim(), m[2]]),
  );
  const cells = (name, measure) =>
    sizes
      ? sizes.map((bytes) => kilobytes(measure(bytes)))
      : (known.get(name) ?? "?|?").split("|").map((cell) => cell.trim());
  const rows = direct.map((name) => {
    const { version, license } = packages.get(`node_modules/${name}`);
    return [`\`${name}\``, version, license, ...cells(name, (bytes) => bytesBecauseOf(name, direct, packages, bytes))];
  });
  const shared = "what several of them bring";
  rows.push([shared, "", "", ...cells(shared, (bytes) => sharedBytes(direct, packages, bytes))]);
  const licences = new Map();
  for (const path of used)
    licences.set(packages.get(path).license, (licences.get(packages.get(path).license) ?? 0) + 1);
  return {
    counts,
    sizes: table(["Package", "Version", "Licence", ...BUNDLES.map((name) => `In the ${name}`)], rows),
    licences: table(
      ["Licence", "packages of the program"],
      [...licences].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    ),
    bundled: bundled
      .map((names, index) => `In the ${BUNDLES[index]}: ${names.map((name) => `\`${name}\``).join(", ")}.`)
      .join("\n\n"),
  };
}

/** The page with each marked part replaced. Throws where a mark is missing. */
function withParts(text, parts) {
  return Object.entries(parts).reduce((current, [name, part]) => {
    const [begin, end] = [`<!-- dependencies:${name} -->`, `<!-- /dependencies:${name} -->`];
    const [from, to] = [current.indexOf(begin), current.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/dependencies.md has no ${begin} … ${end}.`);
    return `${current.slice(0, from + begin.length)}\n\n${part}\n\n${current.slice(to)}`;
  }, text);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  if (!existsSync(page)) throw new Error("docs/dependencies.md is missing.");
  // prettier aligns tables; what is compared is what they say.
  const said = (text) =>
    text.replace(/ +\|/g, " |").replace(/\| +/g, "| ").replace(/-{3,}/g, "---").replaceAll("\r\n", "\n");
  const before = readFileSync(page, "utf8");
  const text = withParts(before, dependencyTables(said(before), values.check ? undefined : await bundleSizes(root)));
  if (values.check && said(text) !== said(before)) {
    console.error("docs/dependencies.md is out of date: run `npm run dependencies`.");
    process.exitCode = 1;
  }
  if (!values.check) writeFileSync(page, text);
}
