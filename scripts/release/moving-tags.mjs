const RELEASE = /^v(\d+)\.(\d+)\.(\d+)$/;

/**
 * The tags that follow the newest release of a line, and that `tag` is now the newest of: `v1` and `v1.2` for v1.2.3. An
 * older line that gets a late release does not take `v1` back. Before 1.0.0 only `v0.2`: there, minor versions break.
 */
export function movingTags(tag, tags) {
  const numbers = numbersOf(tag);
  if (!numbers) throw new Error(`${tag} is no vX.Y.Z.`);
  const [major, minor] = numbers;
  const released = [...tags, tag].map(numbersOf).filter((one) => one !== undefined);
  const isNewest = (line) => released.filter(line).every((other) => compare(other, numbers) <= 0);
  const lines = [
    { name: `v${major}`, holds: (other) => other[0] === major },
    { name: `v${major}.${minor}`, holds: (other) => other[0] === major && other[1] === minor },
  ];
  return lines
    .slice(major === 0 ? 1 : 0)
    .filter(({ holds }) => isNewest(holds))
    .map(({ name }) => name);
}

const numbersOf = (tag) => RELEASE.exec(tag)?.slice(1).map(Number);
const compare = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
