import type { Declaration } from "../model/declaration.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";

/** One way of writing a plan in Markdown. */
export interface Dialect {
  readonly name: string;
  /** Says what is written and where; resolves nothing, judges nothing, never throws for what an author wrote. */
  read(document: MarkdownDocument): Iterable<Declaration>;
}
