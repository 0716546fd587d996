import picomatch from "picomatch";
import { isCostlyGlob } from "../config/is-costly-glob.js";
import type { SourceDocument } from "../model/document.js";

/** Where GitHub looks for owners; the first that is there counts. */
export const CODE_OWNERS_PATHS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;

const MOST_LINES = 20_000;

/** True for a path that somebody owns: the last line that matches it decides, and may name nobody. */
export function ownedPaths({ text }: SourceDocument): (path: string) => boolean {
  const lines = text.split(/\r?\n/, MOST_LINES).flatMap((line) => {
    const [pattern = "", ...owners] = line
      .replace(/(?:^|\s)#.*/s, "")
      .trim()
      .split(/\s+/);
    return pattern === "" ? [] : [{ matches: matcher(pattern), hasOwner: owners.length > 0 }];
  });
  return (path) => lines.findLast(({ matches }) => matches(path))?.hasOwner ?? false;
}

/** As in a .gitignore, without negation and sets of characters; `docs/*` is for the files in that folder alone. */
function matcher(pattern: string): (path: string) => boolean {
  const isAnchored = /^\/|\/[^/]/.test(pattern);
  const steps = pattern.replace(/^\/|\/$/g, "").replace(/[[\]{}()!+@?|\\]/g, "\\$&");
  const glob = isAnchored ? steps : `**/${steps}`;
  const isFolder = pattern.endsWith("/");
  const mayBeFolder = isFolder || !isAnchored || !steps.split("/").at(-1)!.includes("*");
  // Whoever writes so many wildcards into a pattern has no owner in mind; the last line that can be compared decides.
  if (isCostlyGlob(steps)) return () => false;
  const globs = [...(isFolder ? [] : [glob]), ...(mayBeFolder ? [`${glob}/**/*`] : [])];
  return picomatch(globs, { dot: true, windows: false, nonegate: true });
}
