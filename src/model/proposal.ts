/** A file that `init` would like to have in a repository. */
export interface ProposedFile {
  /** From the repository's root. */
  readonly path: string;
  /** What is there now; null where there is nothing. */
  readonly before: string | null;
  readonly after: string;
  /** write: a new file, or an insertion into a plan; keep: somebody else's file is there, and only shown. */
  readonly action: "write" | "keep";
  readonly about: string;
}

export interface Proposal {
  readonly files: readonly ProposedFile[];
  /** What was found, and why there is no more to propose. */
  readonly remarks: readonly string[];
}
