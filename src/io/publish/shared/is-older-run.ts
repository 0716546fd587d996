/**
 * Whether the run `one` certainly began before the run `other`; both are `<id>.<attempt>`, as in `9001.2`. GitHub numbers
 * runs in the order in which they come up, and the attempts of each. When a run was repeated its id does not say, so a
 * repetition is older than nothing but a later repetition of the same run.
 */
export function isOlderRun(one: string, other: string): boolean {
  const [a, b] = [parsed(one), parsed(other)];
  if (a === null || b === null) return false;
  return a.id === b.id ? a.attempt < b.attempt : a.attempt === 1 && a.id < b.id;
}

function parsed(run: string): { readonly id: number; readonly attempt: number } | null {
  const [, id, attempt] = /^(\d{1,15})\.(\d{1,6})$/.exec(run) ?? [];
  return id === undefined || attempt === undefined ? null : { id: Number(id), attempt: Number(attempt) };
}
