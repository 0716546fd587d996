import { badgeFiles } from "../../render/index.js";
import type { Publisher } from "./publisher.js";

/** Writes the badges into a folder of the workspace. `write` answers the full path of a file. */
export const badgeFolder = (folder: string, write: (path: string, text: string) => Promise<string>): Publisher => ({
  name: "badge-files",
  async publish(report) {
    const files = badgeFiles(report);
    if (files.length === 0) return { outcome: "skipped", because: "no plan was judged" };
    for (const { path, text } of files) await write(`${folder}/${path}`, text);
    return { outcome: "published", where: folder };
  },
});
