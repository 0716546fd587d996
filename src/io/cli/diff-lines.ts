const CONTEXT = 3;

/**
 * What becomes of a text, as a patch of one hunk shows it: what both have at their ends is left out but for three lines.
 * Empty when nothing does.
 */
export function diffLines(path: string, before: string | null, after: string): string[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before ?? ""), linesOf(after)];
  const most = Math.min(old.length, now.length);
  let first = 0;
  while (first < most && old[first] === now[first]) first++;
  let last = 0;
  while (last < most - first && old.at(-1 - last) === now.at(-1 - last)) last++;
  const from = Math.max(0, first - CONTEXT);
  const behind = Math.min(CONTEXT, last);
  const removed = old.slice(first, old.length - last);
  const added = now.slice(first, now.length - last);
  const head = old.slice(from, first);
  const tail = now.slice(now.length - last, now.length - last + behind);
  const rangeOf = (lines: readonly string[], count: number) => `${lines.length === 0 ? 0 : from + 1},${count}`;
  const around = head.length + tail.length;
  return [
    before === null ? "--- /dev/null" : `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${rangeOf(old, removed.length + around)} +${rangeOf(now, added.length + around)} @@`,
    ...head.map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...tail.map((line) => ` ${line}`),
  ];
}

/** Without the end of the last line, and without carriage returns, which no terminal shows. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
