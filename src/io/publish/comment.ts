import { createHash } from "node:crypto";
import type { Report } from "../../model/report.js";
import type { Publication, Publisher } from "./publisher.js";
import { markerLine, readMarker } from "./shared/marker.js";
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

export interface CommentOptions {
  /** Tells this comment from those of other jobs that run the action on the same pull request. */
  readonly key: string;
  readonly headSha: string;
  readonly run: string;
  /** When to begin a comment. One that exists is brought up to date whatever this says. */
  readonly when: "always" | "on-findings" | "never";
  /** The comment's text; the address is where a reader finds what had to be left out. */
  readonly render: (report: Report, detailsUrl: string | null) => string;
  /** The page of this run. */
  readonly runUrl: string | null;
}

/**
 * One comment a pull request and key: begun when there is something to say, rewritten in place when that changes, left
 * alone when it does not. A run for an older commit does not overwrite what a run for the present head has written.
 */
export const pullRequestComment = (comments: Comments, options: CommentOptions): Publisher => ({
  name: "comment",
  async publish(report) {
    try {
      return await findAndWrite(comments, options, report);
    } catch (error) {
      if (!isWorthRepeating(error)) return { outcome: "failed", because: whyNotWritten(error, "the comment") };
    }
    // An unclear answer to a write may hide a success, so the search is part of what is repeated.
    try {
      return await findAndWrite(comments, options, report);
    } catch (error) {
      return { outcome: "failed", because: whyNotWritten(error, "the comment") };
    }
  },
});

async function findAndWrite(comments: Comments, options: CommentOptions, report: Report): Promise<Publication> {
  const text = options.render(report, options.runUrl);
  const marker = { key: options.key, hash: hashOf(options, report), headSha: options.headSha, run: options.run };
  const body = `${markerLine(marker)}\n${text}`;

  const { headSha, own } = await comments.read();
  const { kept, duplicates } = ours(own, options.key);
  if (kept === undefined) {
    if (!hasSomethingToSay(report, options.when)) return skipped("there is nothing to say", text);
    return create(comments, options.key, body, text);
  }
  const written = readMarker(kept.body);
  let publication: Publication;
  if (options.headSha !== headSha && written?.headSha === headSha) {
    publication = skipped("a run for a newer commit has reported already", text, kept);
  } else if (written?.hash === marker.hash && written.headSha === marker.headSha) {
    publication = skipped("the comment is up to date", text, kept);
  } else {
    await comments.update(kept, body);
    publication = published(kept, text);
  }
  await foldAway(comments, duplicates);
  return publication;
}

async function create(comments: Comments, key: string, body: string, text: string): Promise<Publication> {
  const created = await comments.create(body);
  // Two runs may have found nothing at the same time. Both look again, and the younger comment steps back.
  const { kept } = ours((await comments.read()).own, key);
  if (kept !== undefined && kept.nodeId !== created.nodeId) {
    await foldAway(comments, [created]);
    return skipped("another run has begun the comment meanwhile", text, kept);
  }
  return published(created, text);
}

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
function hashOf({ render }: CommentOptions, report: Report): string {
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
