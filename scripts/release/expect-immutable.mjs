// node expect-immutable.mjs TAG: fails where the repository does not fix its releases, before any tag is moved to one.
import { execFileSync } from "node:child_process";

const [tag] = process.argv.slice(2);
const release = JSON.parse(
  execFileSync("gh", ["api", `repos/${process.env.GITHUB_REPOSITORY}/releases/tags/${tag}`], { encoding: "utf8" }),
);
if (release.immutable !== true) {
  console.error(
    `${tag} can still be changed: switch on "Enable release immutability" in the settings of the repository.`,
  );
  process.exitCode = 1;
}
