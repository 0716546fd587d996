import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { Report } from "../../model/report.js";
import { SetupError } from "../../model/setup-error.js";
import { badgeMarkdown } from "../../render/badges/badge-markdown.js";
import { badgeFiles } from "../../render/index.js";
import { writeInWorkspace } from "../publish/workspace-file.js";

/** Writes the badges below `folder` and answers how many files those are, and the Markdown that shows them. */
export async function writeBadges(
  report: Report,
  folder: string,
  directory: string,
): Promise<{ readonly count: number; readonly markdown: string }> {
  const files = badgeFiles(report);
  if (files.length === 0) {
    throw new SetupError("no-such-file", "There is no plan to make badges of.", {
      mend: "Name a plan, or set `plans` in the configuration.",
    });
  }
  const root = resolve(directory, folder);
  await mkdir(root, { recursive: true });
  for (const { path, text } of files) await writeInWorkspace(root, path, text);
  const shown = folder.replaceAll("\\", "/").replace(/(?<=[^/])\/+$/, "");
  return { count: files.length, markdown: badgeMarkdown(report, shown) };
}
