/** Every package of a lock file, by its path in node_modules. */
export function lockedPackages(lock) {
  return new Map(Object.entries(lock.packages).filter(([path]) => path !== ""));
}

/** Paths of the packages that `names`, taken from the root, bring when they are used, themselves included. */
export function reachable(names, packages) {
  const found = new Set();
  const waiting = names.map((name) => `node_modules/${name}`);
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (found.has(path)) continue;
    const entry = packages.get(path);
    if (!entry) throw new Error(`The lock file has no ${path}.`);
    found.add(path);
    for (const name of Object.keys(entry.dependencies ?? {})) waiting.push(resolved(name, path, packages));
  }
  return found;
}

/** The place Node would take `name` from, for a file of the package at `from`. */
function resolved(name, from, packages) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages.has(path) || folder === "") return path;
  }
}
