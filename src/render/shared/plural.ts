/** `1 error`, `2 errors`, `1 entry`, `2 entries` (with the plural given). */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
