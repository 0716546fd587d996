import { join, resolve } from "node:path";
import { DEFAULT_CONFIG_PATH } from "../../config/defaults.js";
import type { CollectedPlans } from "./collect-plans.js";
import type { CheckCommand } from "./command.js";
import { canonical, statsOf } from "./find-documents.js";

/** The files on disk that a check depends on, as absolute paths: documents of both sides, and the configuration. */
export function watchedFiles(
  { plans, root }: Pick<CollectedPlans, "plans" | "root">,
  { files, base, config }: Pick<CheckCommand, "files" | "base" | "config">,
  directory: string,
): string[] {
  const documents = plans.flatMap(({ head }) => head.map(({ path }) => join(root, path)));
  const named = [...files, ...(base === null ? [] : [base])].map((written) => canonical(resolve(directory, written)));
  const policy = config.kind === "file" ? resolve(directory, config.path) : join(root, DEFAULT_CONFIG_PATH);
  return [...new Set([...documents, ...named.filter((file) => statsOf(file)?.isFile()), policy])];
}
