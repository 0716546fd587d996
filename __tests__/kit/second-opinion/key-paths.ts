/** Every key of an answer, as a sorted list of paths; the entries of a list count as one. */
export function keyPaths(value: unknown, prefix = ""): string[] {
  if (Array.isArray(value)) return sortedSet(value.flatMap((item) => keyPaths(item, `${prefix}[]`)));
  if (typeof value !== "object" || value === null) return [];
  return sortedSet(
    Object.entries(value).flatMap(([key, item]) => {
      const path = prefix === "" ? key : `${prefix}.${key}`;
      return [path, ...keyPaths(item, path)];
    }),
  );
}

const sortedSet = (paths: readonly string[]) => [...new Set(paths)].sort();
