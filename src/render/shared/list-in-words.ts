/** `a, b, c and 4 more`: at most `limit` entries, the rest counted. */
export function listInWords(entries: readonly string[], limit: number): string {
  if (entries.length <= limit) return entries.join(", ");
  return `${entries.slice(0, limit).join(", ")} and ${entries.length - limit} more`;
}
