/** One file of one revision, as it was read. Nothing in it is trusted. */
export interface SourceDocument {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
