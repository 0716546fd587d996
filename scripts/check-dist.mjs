// Fails unless dist/ is, file by file and byte by byte, what its sources build into. Needs no git.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const committed = join(root, "dist");
const built = join(root, ".cache", "check-dist");

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile())
    : [];

await build(built);
const paths = [...new Set([...filesIn(committed), ...filesIn(built)])].sort();
const differences = paths.flatMap((path) => {
  const [before, after] = [committed, built].map((folder) => join(folder, path));
  if (!existsSync(before)) return [`dist/${path} is missing`];
  if (!existsSync(after)) return [`dist/${path} is built from nothing`];
  return readFileSync(before).equals(readFileSync(after)) ? [] : [`dist/${path} is out of date`];
});
rmSync(built, { recursive: true, force: true });

if (paths.length === 0) differences.push("nothing was built");
for (const difference of differences) console.error(difference);
if (differences.length > 0) {
  console.error("Run `npm run build` and commit dist/.");
  process.exitCode = 1;
}
