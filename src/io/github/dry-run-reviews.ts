import type { Reviews } from "../publish/suggestions.js";

/** The same reviews, in which nothing is written: what would be is shown. */
export const dryRunReviews = (reviews: Reviews, show: (title: string, text: string) => void): Reviews => ({
  patches: (paths) => reviews.patches(paths),
  read: () => reviews.read(),
  create(_headSha, body, comments) {
    show("Dry run: this review would be created", body);
    for (const { path, startLine, line, body: text } of comments) {
      show(`Dry run: with a suggestion for ${path}:${startLine === line ? line : `${startLine}-${line}`}`, text);
    }
    return Promise.resolve("nowhere, because this is a dry run");
  },
  update({ url }, body) {
    show(`Dry run: ${url} would become`, body);
    return Promise.resolve();
  },
  minimize({ url }, because) {
    show(`Dry run: ${url} would be folded away as ${because.toLowerCase()}`, "");
    return Promise.resolve();
  },
});
