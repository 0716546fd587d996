import type { SourceDocument } from "../../model/document.js";

/** The files of a tree at one moment, read only. Paths go from its root, with forward slashes. */
export interface Revision {
  /** As people call it: `working tree`, `main`, `1a2b3c4`. */
  readonly name: string;
  /** Paths of all files, sorted by code unit; links are included, folders are not. */
  list(): Promise<readonly string[]>;
  /**
   * The documents at `paths`, in that order; a path without a file is left out.
   * Throws a SetupError (`too-large`, `unreadable`, `bad-input`) rather than leave out a file that is there.
   */
  read(paths: readonly string[]): Promise<Reading>;
}

/** What was read, and what people should know about how. */
export interface Reading {
  readonly documents: readonly SourceDocument[];
  readonly remarks: readonly string[];
}
