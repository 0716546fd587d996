/** Longer names are cut; a few hundred characters decide what is left of them. */
const LONGEST = 60;

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * A folder for each plan, in the order given: `docs/PLAN.md` is `docs-plan`. Only `a` to `z`, digits and hyphens, so that
 * every system and every address takes it; no two alike, where a plan further down the list gets a number.
 */
export function planFolders(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name) => {
    const wanted = folderOf(name);
    let folder = wanted;
    for (let number = next.get(wanted) ?? 2; taken.has(folder); number++) {
      folder = `${wanted}-${number}`;
      next.set(wanted, number + 1);
    }
    taken.add(folder);
    return folder;
  });
}

function folderOf(name: string): string {
  const words = name
    .slice(0, 5 * LONGEST)
    .replace(/[.](?:md|markdown)$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const folder = (words ?? ["plan"]).join("-").slice(0, LONGEST).replace(/-$/, "");
  return RESERVED.test(folder) ? `plan-${folder}` : folder;
}
