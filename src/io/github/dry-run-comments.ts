import type { Comments } from "../publish/comment.js";

/** The same conversation, in which nothing is written: what would be is shown. */
export const dryRunComments = (comments: Comments, show: (title: string, text: string) => void): Comments => ({
  read: () => comments.read(),
  create(body) {
    show("Dry run: this comment would be created", body);
    // Found by nobody afterwards, as it is not there.
    return Promise.resolve({ nodeId: "", id: "", url: "nowhere, because this is a dry run", body, isMinimized: false });
  },
  update({ url }, body) {
    show(`Dry run: ${url} would become`, body);
    return Promise.resolve();
  },
  minimize({ url }) {
    show(`Dry run: ${url} would be folded away as a duplicate`, "");
    return Promise.resolve();
  },
});
