import { realpathSync, statSync, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import type { Config } from "../../config/config.js";
import { isCostlyGlob } from "../../config/is-costly-glob.js";
import { matchPlans } from "../../config/match-plans.js";
import { limits } from "../../model/limits.js";
import { SetupError } from "../../model/setup-error.js";
import type { SourceDocument } from "../../model/document.js";
import { decodeDocument } from "../sources/decode-document.js";
import type { Revision } from "../sources/revision.js";
import { workingTree } from "../sources/working-tree.js";
import { readStandardInput } from "./standard-streams.js";

/** Where the command runs: the folder it was started in and the tree that paths are shown from. */
export interface Surroundings {
  /** Absolute, without symbolic links. */
  readonly directory: string;
  /** The repository's root, or `directory` outside of any repository; absolute, without symbolic links. */
  readonly root: string;
  readonly tree: Revision;
}

/** A document that a command line names. */
export interface NamedDocument {
  readonly document: SourceDocument;
  /** False for standard input and for files outside of the tree: they have no counterpart in a git revision. */
  readonly isInTree: boolean;
  /** Where its counterpart may stand in a base folder, the likeliest first. */
  readonly inBaseFolder: readonly string[];
}

export interface NamedDocuments {
  readonly named: readonly NamedDocument[];
  readonly remarks: readonly string[];
}

const STANDARD_INPUT = "-";
const LOOKS_LIKE_GLOB = /[*?[\]{}()!]/;

/**
 * What files, folders, globs and `-` stand for, each document once, in the order named. In a folder, the documents
 * that the configuration takes for plans. Throws a SetupError for a name that stands for nothing.
 */
export async function findDocuments(
  files: readonly string[],
  config: Pick<Config, "plans">,
  around: Surroundings,
): Promise<NamedDocuments> {
  const found = new Map<string, NamedDocument>();
  const remarks: string[] = [];
  for (const written of new Set(files)) {
    const { named, remarks: more } = await documentsOf(written, config, around);
    for (const one of named) if (!found.has(one.document.path)) found.set(one.document.path, one);
    remarks.push(...more);
  }
  return { named: [...found.values()], remarks };
}

async function documentsOf(
  written: string,
  config: Pick<Config, "plans">,
  around: Surroundings,
): Promise<NamedDocuments> {
  if (written === STANDARD_INPUT) {
    const { document, remark } = decodeDocument("<stdin>", await readStandardInput());
    return { named: [{ document, isInTree: false, inBaseFolder: [] }], remarks: remark ? [remark] : [] };
  }
  if (written.includes("\0") || written === "") {
    throw new SetupError("bad-arguments", `${JSON.stringify(written)} is no name of a file.`, { mend: "Name a file." });
  }
  const file = canonical(resolve(around.directory, written));
  const stats = statsOf(file);
  if (stats?.isDirectory()) return inFolder(written, file, config, around);
  if (stats) return oneFile(written, file, around);
  if (LOOKS_LIKE_GLOB.test(written)) return byGlob(written, around);
  throw noSuchFile(`There is no file ${written}.`, "Check the name; paths go from the folder you are in.");
}

async function oneFile(written: string, file: string, around: Surroundings): Promise<NamedDocuments> {
  const path = pathInside(around.root, file);
  if (path !== null) {
    return inTree(await readAll(around.tree, [path]), (one) => [one, basename(one)]);
  }
  const { documents, remarks } = await readAll(workingTree(dirname(file)), [basename(file)]);
  const named = documents.map(({ text, path: name }) => ({
    document: { path: written.split(sep).join("/"), text },
    isInTree: false,
    inBaseFolder: [name],
  }));
  return { named, remarks };
}

async function inFolder(
  written: string,
  folder: string,
  config: Pick<Config, "plans">,
  around: Surroundings,
): Promise<NamedDocuments> {
  const prefix = pathInside(around.root, folder);
  // A folder of another tree is taken for a tree of its own.
  const tree = prefix === null ? workingTree(folder, written) : around.tree;
  const isBelow = (path: string) => !prefix || path.startsWith(`${prefix}/`);
  const paths = matchPlans(config, await tree.list()).flatMap(({ documents }) => documents);
  // git lists what is in its index, whether or not it is still on disk.
  const reading = await tree.read(paths.filter(isBelow));
  if (reading.documents.length === 0) {
    throw new SetupError("no-plan-found", `No document in ${written} matches \`plans\` of the configuration.`, {
      mend: `Name the documents themselves, such as "${written.replace(/\/$/, "")}/**/*.md".`,
    });
  }
  const inside = (path: string) => (prefix ? path.slice(prefix.length + 1) : path);
  if (prefix !== null) return inTree(reading, (path) => [inside(path), path]);
  return {
    named: reading.documents.map((document) => ({ document, isInTree: false, inBaseFolder: [document.path] })),
    remarks: reading.remarks,
  };
}

async function byGlob(written: string, around: Surroundings): Promise<NamedDocuments> {
  const here = pathInside(around.root, around.directory) ?? "";
  const glob = [here, written.replace(/^(?:\.\/)+/, "")].filter(Boolean).join("/");
  if (isCostlyGlob(glob)) {
    throw new SetupError("bad-arguments", `${written} holds too many wildcards.`, {
      mend: `Write at most ${limits.wildcardsInName} \`*\` in a name and ${limits.globstars} \`**\`, none of them in parentheses.`,
    });
  }
  const matches = picomatch(glob, { windows: false, nonegate: true });
  const paths = (await around.tree.list()).filter((path) => matches(path));
  const reading = await around.tree.read(paths);
  if (reading.documents.length === 0) {
    throw noSuchFile(`No file matches ${written}.`, "Check the glob; it goes from the folder you are in.");
  }
  return inTree(reading, (path) => [path]);
}

type Read = Awaited<ReturnType<Revision["read"]>>;

const inTree = (reading: Read, inBaseFolder: (path: string) => readonly string[]): NamedDocuments => ({
  named: reading.documents.map((document) => ({
    document,
    isInTree: true,
    inBaseFolder: inBaseFolder(document.path),
  })),
  remarks: reading.remarks,
});

/** Like `read`, for paths that must be there. */
async function readAll(tree: Revision, paths: readonly string[]): Promise<Read> {
  const reading = await tree.read(paths);
  const read = new Set(reading.documents.map(({ path }) => path));
  const missing = paths.find((path) => !read.has(path));
  if (missing === undefined) return reading;
  throw noSuchFile(`${missing} is no file that can be read.`, "Name a regular file.");
}

/** `file` as a path from `root` with forward slashes: empty for the root itself, null for a file outside. */
function pathInside(root: string, file: string): string | null {
  const path = relative(root, file);
  if (path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) return null;
  return path.split(sep).join("/");
}

/** The path without symbolic links on the way to it; the last step stays as it is. */
export function canonical(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

/** What stands at `path`, or null for nothing that can be looked at. */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

const noSuchFile = (message: string, mend: string): SetupError => new SetupError("no-such-file", message, { mend });
