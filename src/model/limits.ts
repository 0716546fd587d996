/** The most of everything that is read. What is beyond is told, as docs/limits.md says, and never left out unseen. */
export const limits = {
  /** Bytes of one document. */
  documentBytes: 1_048_576,
  /** Documents of a run, at one revision. */
  documents: 1000,
  /** Bytes of these together. */
  allDocumentsBytes: 16 * 1_048_576,
  /** Phases of one plan. */
  phases: 100_000,
  /** Dependencies of one plan, however they are written. */
  dependencies: 1_000_000,
  /**
   * Of these, those that come from ranges and from words such as "all previous tasks", which cost their author a few
   * characters each: 700 phases may each wait for all before them.
   */
  dependenciesFromRanges: 250_000,
  /** Quotes and lists inside of one another. A line that is deeper is not read, and the report says so. */
  nesting: 100,
  /** Marks of emphasis, links and comments in one paragraph, as far; a parser compares each with those before it. */
  marks: 2000,
  /** Characters of the configuration. */
  configCharacters: 200_000,
  /** Times that a YAML alias may be used in it, with what the aliases in its anchor stand for. */
  configAliases: 50,
  /** Brackets inside of one another in it. */
  configNesting: 200,
  /** Entries of `plans`. */
  plans: 500,
  /** Globs of one plan. */
  globsOfPlan: 200,
  /** Characters of a glob. */
  globCharacters: 500,
  /** `*` in one folder or file name of a glob: a name can be divided between them in as many ways. */
  wildcardsInName: 3,
  /** `**` in a glob. */
  globstars: 4,
  waivers: 500,
  holidays: 500,
  overrideLabels: 20,
} as const;
