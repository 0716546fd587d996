/** Why `tag` cannot be released, in words; empty when it can. */
export function obstacles({ tag, version, changelog, isOnMain, isClean }) {
  const found = [];
  if (!/^v\d+\.\d+\.\d+$/.test(tag)) found.push(`${tag} is no vX.Y.Z`);
  if (tag !== `v${version}`) found.push(`package.json says ${version}`);
  if (releaseNotes(changelog, version) === undefined) {
    found.push(`CHANGELOG.md has no "## ${version}, YYYY-MM-DD" with something below it`);
  }
  if (!isOnMain) found.push("the commit is not on origin/main");
  if (!isClean) found.push("the working tree has changes that are not committed");
  return found;
}

/** What CHANGELOG.md says of a version that has its day. */
export function releaseNotes(changelog, version) {
  const sections = changelog.replaceAll("\r\n", "\n").split(/^## /m).slice(1);
  const section = sections.find((one) => one.startsWith(`${version}, `));
  const [title = "", ...lines] = section?.split("\n") ?? [];
  const notes = lines.join("\n").trim();
  return /^\S+, \d{4}-\d\d-\d\d$/.test(title) && notes !== "" ? `${notes}\n` : undefined;
}
