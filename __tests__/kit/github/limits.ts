/** GitHub's own numbers. */
export const limits = {
  /** Characters of an issue comment. */
  commentCharacters: 65_536,
  /** Files of a pull request that can be listed at all. */
  pullRequestFiles: 3_000,
  /** Files of a comparison, all on its first page. */
  comparedFiles: 300,
  /** Commits on a page of a comparison, if the request names no number. */
  comparedCommits: 250,
  /** Bytes up to which a file's content is part of a JSON answer. */
  contentInJsonBytes: 1_048_576,
  /** Bytes up to which a file can be had at all through the contents API. */
  contentBytes: 104_857_600,
  /** Files of a directory that the contents API lists. */
  directoryEntries: 1_000,
  /** Entries of a recursive tree. */
  treeEntries: 100_000,
  pageDefault: 30,
  pageMost: 100,
  /** Requests an hour of a workflow's token. */
  requestsPerHour: 1_000,
  /** Annotations of one check-run request. */
  annotations: 50,
} as const;
