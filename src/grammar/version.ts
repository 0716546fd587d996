/** A version as far as it can be compared. */
export interface Version {
  /** `1.2` is 1, 2; what is not written counts as 0. */
  readonly numbers: readonly number[];
  /** `beta.2` is `beta`, 2; empty for a release. */
  readonly preRelease: readonly (string | number)[];
}

/** A version anywhere in a text: bounded, so that no pattern built from it can run away. */
export const VERSION =
  "\\d{1,6}(?:\\.(?:\\d{1,6}|[x*](?![\\p{L}\\d]))){0,3}(?:-[\\dA-Za-z]{1,16}(?:\\.[\\dA-Za-z]{1,16}){0,3})?";

const FIRST = new RegExp(`^([^\\d<\u2264]{0,20}?)(${VERSION})`, "u");

/**
 * Reads `1.2`, `v2`, `2.0.0-beta.1`, `>= 2`, `^1.4`, `2.x`; null where no version opens the text, and for one that bounds
 * from above (`< 3`).
 */
export function parseVersion(text: string): Version | null {
  const written = FIRST.exec(text.trim().slice(0, 100))?.[2];
  if (written === undefined) return null;
  const dash = written.indexOf("-");
  const [release, pre] = dash < 0 ? [written, ""] : [written.slice(0, dash), written.slice(dash + 1)];
  const numbers = release.split(".").filter((part) => /^\d/.test(part));
  const preRelease = pre.split(".").filter((part) => part !== "");
  return {
    numbers: numbers.map(Number),
    preRelease: preRelease.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  };
}

/** Below, at or above 0 as `a` is lower than, as high as or higher than `b`, by the precedence of semver.org. */
export function compareVersions(a: Version, b: Version): number {
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at++) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePreReleases(a.preRelease, b.preRelease);
}

/** A release is higher than all its pre-releases; numbers are lower than words. */
function comparePreReleases(a: Version["preRelease"], b: Version["preRelease"]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [own, other] = [a[at]!, b[at]!];
    if (own === other) continue;
    if (typeof own === "number") return typeof other === "number" ? own - other : -1;
    return typeof other === "number" || own > other ? 1 : -1;
  }
  return a.length - b.length;
}
