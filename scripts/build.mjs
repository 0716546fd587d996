// Builds lib/ (compiled, not committed) and dist/ (bundled, committed):
//
//   node scripts/build.mjs [--out DIR]
//
// The same sources give the same bytes on every machine: scripts/check-dist.mjs relies on it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { generateDtsBundle } from "dts-bundle-generator";
import { minify } from "terser";
import { buildPage } from "./build-page.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const ncc = require("@vercel/ncc");

/** Compiled entry → the folder of its bundle in dist/: `main.js`, and `index.js`, which starts it. */
const bundles = [
  { entry: "lib/action.js", folder: ".", index: starter(false) },
  { entry: "lib/cli.js", folder: "cli", index: starter(true) },
  { entry: "lib/library.js", folder: "library", index: 'export * from "./main.js";\n' },
];

/** The plugin of remark, which the library holds: what `plan-gate/remark` names. */
const remark = {
  "remark.js": 'export { remarkPlanGate as default } from "./main.js";\n',
  "remark.d.ts": 'export { remarkPlanGate as default, type PlanFile, type PlanGateOptions } from "./index.js";\n',
};

/**
 * What is started. V8 optimizes on threads beside whatever runs often; in a program that is over within a second that
 * was two fifths of the processor time and did not pay. Here it waits until something has run ten times as often
 * (docs/decisions/0041-optimize-late.md). The flags have these names in these versions of Node; any other is left as it
 * is. Where `isCached`, Node keeps a compiled form of what is imported later, which halves the time to start; the action
 * neither finds nor leaves one in a folder that other steps of a job may write to.
 */
function starter(isCached) {
  return `#!/usr/bin/env node
${isCached ? 'import module from "node:module";\n' : ""}import v8 from "node:v8";

const node = Number.parseInt(process.versions.node, 10);
if (node === 20) v8.setFlagsFromString("--interrupt-budget=1000000");
if ([22, 24, 26].includes(node)) {
  v8.setFlagsFromString("--invocation-count-for-maglev=4000");
  v8.setFlagsFromString("--invocation-count-for-turbofan=30000");
}
${isCached ? "module.enableCompileCache?.();\n" : ""}await import("./main.js");
`;
}

/** Compiles and bundles everything into `out`, replacing what was there as a whole. */
export async function build(out) {
  rmSync(join(root, "lib"), { recursive: true, force: true });
  execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  const fresh = join(root, ".cache", `dist-${process.pid}`);
  mkdirSync(fresh, { recursive: true });
  try {
    for (const { entry, folder, index } of bundles) {
      await bundle(entry, join(fresh, folder));
      const mode = index.startsWith("#!") ? 0o755 : 0o644;
      writeFileSync(join(fresh, folder, "index.js"), index, { mode });
    }
    writeTypes(join(fresh, "library"));
    writeFileSync(join(fresh, "cli", "page.html"), await buildPage());
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const answer = execFileSync(process.execPath, [join(fresh, "cli", "index.js"), "--version"], { encoding: "utf8" });
    if (answer.trim() !== version) {
      throw new Error(`The bundle says it is ${answer.trim()}, package.json says ${version}: run npm run generate.`);
    }
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** The types of the library in one file, without the paths of this project. */
function writeTypes(folder) {
  const [types] = generateDtsBundle([{ filePath: join(root, "src/library.ts"), output: { noBanner: true } }], {
    preferredConfigPath: join(root, "tsconfig.json"),
  });
  writeFileSync(join(folder, "index.d.ts"), types);
  for (const [name, content] of Object.entries(remark)) writeFileSync(join(folder, name), content);
}

/**
 * A fifth of a bundle is comments of libraries, and a twentieth is code of theirs that nothing calls. Both go; the rest
 * stays as it is, so that a reviewer can still read it: nothing is renamed, reordered or folded. `map`, where asked for,
 * says which source each byte comes from.
 */
export async function printedBundle(entry, { sourceMap }) {
  const bundled = await ncc(entry, {
    license: "licenses.txt",
    cache: false,
    quiet: true,
    ...(sourceMap && { sourceMap, sourceMapRegister: false }),
  });
  const { code, map } = await minify(bundled.code, {
    module: true,
    compress: { defaults: false, dead_code: true, unused: true },
    mangle: false,
    format: { beautify: true, indent_level: 1, comments: false },
    ...(sourceMap && { sourceMap: { content: bundled.map } }),
  });
  return { code: `${code}\n`, map, assets: bundled.assets };
}

async function bundle(entry, folder) {
  if (!existsSync(join(root, entry))) throw new Error(`${entry} is missing: has its source in src/ been moved?`);
  const { code, assets } = await printedBundle(join(root, entry), { sourceMap: false });
  const files = {
    "main.js": code,
    ...Object.fromEntries(Object.entries(assets).map(([n, a]) => [n, a.source])),
  };
  const unexpected = Object.keys(files).filter((name) => !["main.js", "licenses.txt", "package.json"].includes(name));
  if (unexpected.length > 0) throw new Error(`${entry} does not bundle into one file: ${unexpected.join(", ")}.`);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "dist") } } });
  await build(resolve(values.out));
}
