// node move-tag.mjs NAME COMMIT: a plain tag without a release, because the tag of a release can never move.
import { execFileSync, spawnSync } from "node:child_process";

const [name, commit] = process.argv.slice(2);
const refs = `repos/${process.env.GITHUB_REPOSITORY}/git/refs`;
const isThere =
  spawnSync("gh", ["api", "--silent", `repos/${process.env.GITHUB_REPOSITORY}/git/ref/tags/${name}`]).status === 0;
const change = isThere
  ? ["--method", "PATCH", `${refs}/tags/${name}`, "-f", `sha=${commit}`, "-F", "force=true"]
  : ["--method", "POST", refs, "-f", `ref=refs/tags/${name}`, "-f", `sha=${commit}`];
execFileSync("gh", ["api", "--silent", ...change], { stdio: "inherit" });
