import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { printedBundle } from "../build.mjs";
import { bytesBySource } from "./bytes-by-source.mjs";

const require = createRequire(import.meta.url);

/** For the action and for the command line: bytes in the bundle as it is committed, by path in node_modules. */
export async function bundleSizes(root) {
  const compiled = join(root, ".cache", "sizes");
  execFileSync(
    process.execPath,
    [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json", "--outDir", compiled],
    { cwd: root, stdio: "inherit" },
  );
  const sizes = [];
  for (const entry of ["action.js", "cli.js"]) {
    const { code, map } = await printedBundle(join(compiled, entry), { sourceMap: true });
    sizes.push(byPackage(bytesBySource(code, JSON.parse(map))));
  }
  return sizes;
}

function byPackage(bytes) {
  const sums = new Map();
  for (const [source, count] of bytes) {
    const path = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(source)?.[0];
    if (path) sums.set(path, (sums.get(path) ?? 0) + count);
  }
  return sums;
}
