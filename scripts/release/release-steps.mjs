/** Folder that the files of a release are made in. */
export const ASSETS = ".cache/release";

/**
 * What a release consists of, in order: `part` (verify, assets or publish), what the step is for, and its command.
 * `tag` is `vX.Y.Z`, `commit` what it names, `moving` the tags to bring there.
 */
export function releaseSteps({ tag, commit, moving }) {
  const version = tag.slice(1);
  const files = [`plan-gate-${version}.tar.gz`, "sbom.cdx.json", "SHA256SUMS"].map((name) => `${ASSETS}/${name}`);
  const step = (part, what, ...command) => ({ part, what, command });
  return [
    step("verify", "install what the lock file names", "npm", "ci", "--no-progress"),
    step("verify", "know of no weakness in what the program uses", "npm", "audit", "--omit=dev", "--audit-level=low"),
    step("verify", "have every package signed by its registry", "npm", "audit", "signatures"),
    step("verify", "pass the checks; dist/ is what its sources build into", "npm", "run", "--silent", "check"),
    step("verify", "pass the tests", "npm", "test", "--silent"),
    step("assets", "pack what the tag holds", "node", "scripts/release/pack.mjs", tag, files[0]),
    step("assets", "write the bill of materials", "node", "scripts/release/sbom.mjs", tag, files[1]),
    step("assets", "write the digests", "node", "scripts/release/digests.mjs", files[2], files[0], files[1], "dist"),
    step(
      "publish",
      "draft the release with its files, which cannot be added later",
      ...["gh", "release", "create", tag, "--draft", "--verify-tag", "--title", tag],
      ...["--notes-file", `${ASSETS}/notes.md`, ...files],
    ),
    step("publish", "publish it; from here on tag and files are fixed", "gh", "release", "edit", tag, "--draft=false"),
    step("publish", "see that they are", "node", "scripts/release/expect-immutable.mjs", tag),
    ...moving.map((name) =>
      step("publish", `bring the tag ${name} here`, "node", "scripts/release/move-tag.mjs", name, commit),
    ),
  ];
}
