/**
 * The hidden first line by which a comment is known again. It is only looked for in comments of our own account, and
 * nothing in it has a say in the verdict.
 */
export interface Marker {
  /** Which instance of the action in this repository the comment belongs to. */
  readonly key: string;
  /** Of what the comment says, without the day it was judged by. */
  readonly hash: string;
  /** The commit that was judged. */
  readonly headSha: string;
  /** The run that wrote it, `<id>.<attempt>`. */
  readonly run: string;
}

const LINE = /^<!-- plan-gate v=1 key=(\S+) hash=([0-9a-f]+) head=([0-9a-f]+) run=(\S+) -->\r?(?:\n|$)/;

export const markerLine = ({ key, hash, headSha, run }: Marker): string =>
  `<!-- plan-gate v=1 key=${escaped(key)} hash=${hash} head=${headSha} run=${escaped(run)} -->`;

/** The marker a comment begins with, or null when it begins with anything else. */
export function readMarker(body: string): Marker | null {
  const [, key, hash, headSha, run] = LINE.exec(body) ?? [];
  if (key === undefined || hash === undefined || headSha === undefined || run === undefined) return null;
  try {
    return { key: decodeURIComponent(key), hash, headSha, run: decodeURIComponent(run) };
  } catch {
    return null;
  }
}

/** Without spaces, and without the two hyphens that would end the comment; `encodeURIComponent` leaves both marks. */
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[-!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
