import { createHash } from "node:crypto";
import type { Report } from "../../model/report.js";
import type { Publication, Publisher } from "./publisher.js";
import { isOlderRun } from "./shared/is-older-run.js";
import { type Marker, markerLine, readMarker } from "./shared/marker.js";
import { isWorthRepeating, whyNotWritten } from "./shared/why-not-written.js";

/** What the publisher needs of a pull request's conversation. Methods reject with an error that may have a `status`. */
export interface Comments {
  /** The pull request's head right now, and all comments written by the account of our token, oldest first. */
  read(): Promise<{ readonly headSha: string; readonly own: readonly OwnComment[] }>;
  create(body: string): Promise<OwnComment>;
  update(comment: OwnComment, body: string): Promise<void>;
  /** Folds a comment away as a duplicate. */
  minimize(comment: OwnComment): Promise<void>;
}

export interface OwnComment {
  readonly nodeId: string;
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly isMinimized: boolean;
}

/** What there is to say about one head of the pull request. */
export interface Judgement {
  readonly headSha: string;
  readonly report: Report;
  /** The comment's text; the address is where a reader finds what had to be left out. */
  readonly render: (report: Report, detailsUrl: string | null) => string;
}

export interface CommentOptions {
  /** Tells this comment from those of other jobs that run the action on the same pull request. */
  readonly key: string;
  readonly headSha: string;
  /** `<id>.<attempt>`. */
  readonly run: string;
  /** When to begin a comment. One that exists is brought up to date whatever this says. */
  readonly when: "always" | "on-findings" | "never";
  readonly render: Judgement["render"];
  /** Judges the head as it is now; null when that is still `judged`, or not to be judged. */
  readonly judgeAgain: (judged: string) => Promise<Judgement | null>;
  /** The page of this run. */
  readonly runUrl: string | null;
}

/**
 * One comment a pull request and key: begun when there is something to say, rewritten in place when that changes, left
 * alone when it does not. Runs that overlap end with one open comment about the newest head, in whatever order they
 * write: see decision 45.
 */
export const pullRequestComment = (comments: Comments, options: CommentOptions): Publisher => ({
  name: "comment",
  async publish(report) {
    const judgement = { report, headSha: options.headSha, render: options.render };
    try {
      return await bringUpToDate(comments, options, judgement);
    } catch (error) {
      if (!isWorthRepeating(error)) return { outcome: "failed", because: whyNotWritten(error, "the comment") };
    }
    // An unclear answer to a write may hide a success, so the search is part of what is repeated.
    try {
      return await bringUpToDate(comments, options, judgement);
    } catch (error) {
      return { outcome: "failed", because: whyNotWritten(error, "the comment") };
    }
  },
});

/** Far more than runs that overlap need; two that cannot agree must not go on for ever. */
const MOST_ROUNDS = 8;

/** Looks, writes what is missing, and looks again until nothing is: GitHub has no write that fails if others were first. */
async function bringUpToDate(comments: Comments, options: CommentOptions, first: Judgement): Promise<Publication> {
  let judgement = first;
  let outdatedHead: string | null = null;
  let last: Write | null = null;
  let publication: Publication = skipped("the pull request changes faster than it is judged", "");
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const seen = await lookAgain(() => comments.read(), last);
    if (seen === null) return publication;
    const { kept, duplicates } = ours(withWrite(seen.own, last), options.key);
    const draft = draftOf(judgement, options);
    const step = nextStep(kept, draft, {
      liveHead: seen.headSha === outdatedHead ? judgement.headSha : seen.headSha,
      hasSomethingToSay: hasSomethingToSay(judgement.report, options.when),
      hasWritten: last !== null,
    });
    if (step.kind === "end") {
      await foldAway(comments, duplicates);
      return step.because === null ? publication : skipped(step.because, draft.text, kept);
    }
    if (step.kind === "judge-again") {
      const next = await options.judgeAgain(judgement.headSha);
      if (next === null) outdatedHead = seen.headSha;
      else judgement = next;
      continue;
    }
    if (kept === undefined) {
      last = { comment: await comments.create(draft.body), replaced: null };
    } else {
      await comments.update(kept, draft.body);
      last = { comment: { ...kept, body: draft.body }, replaced: kept.body };
    }
    publication = published(last.comment, draft.text);
  }
  return publication;
}

/** What cannot be looked at again after a write does not make the write a failure; the next run looks. */
async function lookAgain<Answer>(look: () => Promise<Answer>, last: Write | null): Promise<Answer | null> {
  try {
    return await look();
  } catch (error) {
    if (last === null) throw error;
    return null;
  }
}

interface Write {
  readonly comment: OwnComment;
  readonly replaced: string | null;
}

/** What was read, with our last write in it: what GitHub reads from may be a moment behind. */
function withWrite(own: readonly OwnComment[], last: Write | null): readonly OwnComment[] {
  if (last === null) return own;
  const { comment, replaced } = last;
  if (replaced === null) return own.some(({ nodeId }) => nodeId === comment.nodeId) ? own : [...own, comment];
  return own.map((one) => (one.nodeId === comment.nodeId && one.body === replaced ? comment : one));
}

interface Draft {
  readonly text: string;
  readonly body: string;
  readonly marker: Marker;
}

function draftOf(judgement: Judgement, { key, run, runUrl }: CommentOptions): Draft {
  const text = judgement.render(judgement.report, runUrl);
  const marker = { key, hash: hashOf(judgement), headSha: judgement.headSha, run };
  return { text, body: `${markerLine(marker)}\n${text}`, marker };
}

interface Circumstances {
  readonly liveHead: string;
  readonly hasSomethingToSay: boolean;
  readonly hasWritten: boolean;
}

type Step =
  | { readonly kind: "write" | "judge-again" }
  /** With a reason when the comment is somebody else's work. */
  | { readonly kind: "end"; readonly because: string | null };

function nextStep(kept: OwnComment | undefined, { marker }: Draft, circumstances: Circumstances): Step {
  const { liveHead, hasWritten } = circumstances;
  if (kept === undefined && !circumstances.hasSomethingToSay) return end("there is nothing to say");
  const written = kept === undefined ? null : readMarker(kept.body);
  if (marker.headSha !== liveHead) {
    const isReported = written?.headSha === liveHead && !isOlderRun(written.run, marker.run);
    return isReported ? end("a run for a newer commit has reported already") : { kind: "judge-again" };
  }
  if (written?.headSha !== liveHead) return { kind: "write" };
  if (written.hash === marker.hash) {
    return hasWritten && written.run === marker.run ? { kind: "end", because: null } : end("the comment is up to date");
  }
  // Of runs for the same head the newer one is right. Where that is not known, whoever was later stays.
  const givesWay = hasWritten ? !isOlderRun(written.run, marker.run) : isOlderRun(marker.run, written.run);
  return givesWay ? end("another run for this commit has reported meanwhile") : { kind: "write" };
}

const end = (because: string): Step => ({ kind: "end", because });

/** A duplicate that stays open is untidy and no more; the next run tries again. */
async function foldAway(comments: Comments, duplicates: readonly OwnComment[]): Promise<void> {
  for (const duplicate of duplicates) await comments.minimize(duplicate).catch(() => undefined);
}

/** The comment to keep, which is the oldest that is not folded away, and those that must be. */
function ours(own: readonly OwnComment[], key: string) {
  const all = own.filter(({ body }) => readMarker(body)?.key === key);
  const [first, ...duplicates] = all.filter(({ isMinimized }) => !isMinimized);
  return { kept: first ?? all[0], duplicates };
}

function hasSomethingToSay({ verdict }: Report, when: CommentOptions["when"]): boolean {
  if (when !== "on-findings") return when === "always";
  return verdict.outcome === "fail" || verdict.errors > 0 || verdict.warnings > 0;
}

/** The day of the evaluation and the run are in the text, but neither alone is a reason to write. */
function hashOf({ render, report }: Judgement): string {
  const undated = { ...report, verdict: { ...report.verdict, asOf: "0000-00-00" } };
  return createHash("sha256").update(render(undated, null)).digest("hex").slice(0, 16);
}

const published = ({ id, url }: OwnComment, text: string): Publication => ({
  outcome: "published",
  where: url,
  outputs: { "comment-id": id, "comment-body": text },
});

const skipped = (because: string, text: string, kept?: OwnComment): Publication => ({
  outcome: "skipped",
  because,
  outputs: { "comment-body": text, ...(kept && { "comment-id": kept.id }) },
});
