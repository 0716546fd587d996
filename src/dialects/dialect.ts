import type { Declaration } from "../model/declaration.js";
import type { DefinedItems } from "./shared/defined-items.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";

/** One way of writing a plan in Markdown. */
export interface Dialect {
  readonly name: string;
  /** A document that has none of this anywhere in its text holds nothing for this dialect, and is not looked through. */
  readonly sign?: RegExp;
  /**
   * Says what is written and where; resolves nothing, judges nothing, never throws for what an author wrote.
   * `elsewhere` are the items that the document defines by its headings, tables and lists: charts and chains only speak
   * about these.
   */
  read(document: MarkdownDocument, elsewhere: () => DefinedItems): Iterable<Declaration>;
}
