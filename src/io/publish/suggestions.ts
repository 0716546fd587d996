import type { Report } from "../../model/report.js";
import { suggestedChanges, type SuggestedChange } from "../../render/index.js";
import type { Publication, Publisher } from "./publisher.js";
import { diffLines } from "./shared/diff-lines.js";
import { placeSuggestion } from "./shared/place-suggestion.js";
import { hashOf, readSuggestionMarker, suggestionMarkerLine } from "./shared/suggestion-marker.js";
import { isWorthRepeating, whyNotWritten } from "./shared/why-not-written.js";

/** What the publisher needs of a pull request's reviews. Methods reject with an error that may have a `status`. */
export interface Reviews {
  /** Of these files, what the pull request changes, as far as GitHub shows it; by path. */
  patches(paths: ReadonlySet<string>): Promise<ReadonlyMap<string, string>>;
  /** The pull request's head right now, and every thread that the account of our token has begun, oldest first. */
  read(): Promise<{ readonly headSha: string; readonly own: readonly OwnThread[] }>;
  /** One review with all comments. Answers its address. */
  create(headSha: string, body: string, comments: readonly SuggestionComment[]): Promise<string>;
  update(thread: OwnThread, body: string): Promise<void>;
  minimize(thread: OwnThread, because: "OUTDATED" | "RESOLVED"): Promise<void>;
}

export interface OwnThread {
  /** Of the comment that began it. */
  readonly nodeId: string;
  readonly url: string;
  readonly body: string;
  readonly path: string;
  /** Null when the lines have changed since. */
  readonly line: number | null;
  /** Null for a thread about one line. */
  readonly startLine: number | null;
  readonly isResolved: boolean;
  /** In small letters, null when it is shown. */
  readonly minimizedReason: string | null;
  readonly hasReplies: boolean;
}

/** A comment on lines of head, both included. */
export interface SuggestionComment {
  readonly path: string;
  readonly startLine: number;
  readonly line: number;
  readonly body: string;
}

export interface SuggestionOptions {
  /** Tells these suggestions from those of other jobs that run the action on the same pull request. */
  readonly key: string;
  readonly headSha: string;
}

/** With more than 30 comments a review fails now and then, and with many a page is no longer read. */
const MOST = 20;
const MOST_CHARACTERS = 60_000;

/**
 * The ways out of findings as suggestions that can be committed on the pull request's page: at most 20, in one review,
 * on lines of the diff. One that is there is kept or rewritten, never repeated; one that is of no use any more is
 * folded away, unless people have answered. What people have resolved or hidden is not offered again.
 */
export const reviewSuggestions = (reviews: Reviews, options: SuggestionOptions): Publisher => ({
  name: "suggestions",
  async publish(report) {
    try {
      return await readAndWrite(reviews, options, report);
    } catch (error) {
      if (!isWorthRepeating(error)) return { outcome: "failed", because: whyNotWritten(error, "the suggestions") };
    }
    // An unclear answer to a write may hide a success, so the search is part of what is repeated.
    try {
      return await readAndWrite(reviews, options, report);
    } catch (error) {
      return { outcome: "failed", because: whyNotWritten(error, "the suggestions") };
    }
  },
});

async function readAndWrite(reviews: Reviews, options: SuggestionOptions, report: Report): Promise<Publication> {
  const changes = suggestedChanges(report);
  const paths = new Set(changes.flatMap(({ parts }) => parts.map(({ path }) => path)));
  // Before the head is read: a head that is the same afterwards is the one that these belong to.
  const patches = paths.size === 0 ? new Map<string, string>() : await reviews.patches(paths);
  const { headSha, own } = await reviews.read();
  if (headSha !== options.headSha) return skipped("the pull request has a newer commit, whose run suggests");

  const key = hashOf(options.key);
  const threads = own.flatMap((thread) => {
    const marker = readSuggestionMarker(thread.body);
    return marker?.key === key ? [{ ...marker, thread }] : [];
  });
  const steps = stepsOf(offersOf(changes, patches, key), threads);
  for (const { thread, body } of steps.rewritten) await reviews.update(thread, body);
  const where =
    steps.begun.length === 0 ? null : await reviews.create(headSha, introduction(steps.begun.length), steps.begun);
  const isAbout = new Set(changes.flatMap((change) => change.parts.flatMap((_, part) => idsOf(change, part))));
  // One that stays open is untidy and no more; the next run tries again.
  for (const { thread, id } of steps.useless) {
    await reviews.minimize(thread, isAbout.has(id) ? "OUTDATED" : "RESOLVED").catch(() => undefined);
  }
  if (where !== null) return { outcome: "published", where };
  const [first] = [...steps.rewritten, ...steps.useless];
  if (first) return { outcome: "published", where: first.thread.url };
  if (changes.length === 0) return skipped("no finding has a way out to suggest");
  return skipped(threads.length > 0 ? "the suggestions are up to date" : "no way out lies within the diff");
}

const skipped = (because: string): Publication => ({ outcome: "skipped", because });

const introduction = (count: number): string =>
  `Plan gate suggests ${count === 1 ? "a change" : `${count} changes`} to the plan. Each says which finding it would mend.`;

/** A suggestion as it should be. */
interface Offer extends SuggestionComment {
  /** Whichever of its findings it was made for before. */
  readonly ids: readonly string[];
  readonly hash: string;
}

const idsOf = ({ findings }: SuggestedChange, part: number): string[] =>
  findings.map((fingerprint) => hashOf(fingerprint, part));

/** Every way out that lies within the diff, all its parts together; of two for the same line, the more important. */
function offersOf(
  changes: readonly SuggestedChange[],
  patches: ReadonlyMap<string, string>,
  key: string,
): readonly (readonly Offer[])[] {
  const diffs = new Map([...patches].map(([path, patch]) => [path, diffLines(patch)]));
  const taken = new Set<string>();
  return changes.flatMap((change) => {
    const offers = change.parts.flatMap((part, index): Offer[] => {
      const placed = placeSuggestion(part, diffs.get(part.path));
      if (!placed) return [];
      const { block, ...place } = placed;
      const ids = idsOf(change, index);
      const text = `${change.words(index)}\n\n${block}`;
      const hash = hashOf(text);
      const body = `${suggestionMarkerLine({ key, id: ids[0]!, hash })}\n${text}`;
      return body.length > MOST_CHARACTERS ? [] : [{ ...place, body, ids, hash }];
    });
    const lines = offers.flatMap(linesOf);
    const fits = offers.length === change.parts.length && lines.every((line) => !taken.has(line));
    if (!fits || new Set(lines).size < lines.length) return [];
    for (const line of lines) taken.add(line);
    return [offers];
  });
}

const linesOf = ({ path, startLine, line }: Offer): string[] =>
  Array.from({ length: line - startLine + 1 }, (_, index) => `${startLine + index} ${path}`);

interface KnownThread {
  readonly thread: OwnThread;
  readonly id: string;
  readonly hash: string;
}

interface Steps {
  readonly begun: readonly Offer[];
  readonly rewritten: readonly { readonly thread: OwnThread; readonly body: string }[];
  readonly useless: readonly KnownThread[];
}

/** What has to be written so that the pull request has the offers, the first 20 of them at most. */
function stepsOf(offers: readonly (readonly Offer[])[], threads: readonly KnownThread[]): Steps {
  const byId = new Map<string, KnownThread[]>();
  for (const known of threads) byId.set(known.id, [...(byId.get(known.id) ?? []), known]);
  const rewritten: { thread: OwnThread; body: string }[] = [];
  const kept = new Set<KnownThread>();
  const missing = offers.map((group) => group.filter((offer) => !isThere(offer)));
  const begun: Offer[] = [];
  for (const group of missing) if (kept.size + begun.length + group.length <= MOST) begun.push(...group);
  const isUseless = (known: KnownThread) => isShown(known) && !kept.has(known) && !known.thread.hasReplies;
  return { begun, rewritten, useless: threads.filter(isUseless) };

  function isThere(offer: Offer): boolean {
    const known = offer.ids.flatMap((id) => byId.get(id) ?? []);
    const current = known.find((one) => isShown(one) && isOn(offer, one.thread));
    if (!current) return known.some((one) => one.hash === offer.hash && isTurnedDown(one.thread));
    kept.add(current);
    if (current.hash !== offer.hash) rewritten.push({ thread: current.thread, body: offer.body });
    return true;
  }
}

const isOn = ({ path, startLine, line }: Offer, thread: OwnThread): boolean =>
  thread.path === path && thread.line === line && (thread.startLine ?? thread.line) === startLine;

/** Still waiting for people. */
const isShown = ({ thread: { isResolved, minimizedReason } }: KnownThread): boolean =>
  !isResolved && minimizedReason === null;

/** By people: what we fold away ourselves is outdated or resolved, and may come back. */
const isTurnedDown = ({ isResolved, minimizedReason }: OwnThread): boolean =>
  isResolved || (minimizedReason !== null && !["outdated", "resolved"].includes(minimizedReason));
