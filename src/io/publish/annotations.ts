import { annotations, type Annotation } from "../../render/index.js";
import type { Publisher } from "./publisher.js";

/** Where an annotation points to, in the words of `@actions/core`. */
export interface AnnotationPlace {
  title?: string;
  file?: string;
  startLine?: number;
  endLine?: number;
  startColumn?: number;
  endColumn?: number;
}

/** `@actions/core`, as far as it makes annotations. It escapes whatever it is given. */
export type AnnotationCommands = Readonly<
  Record<Annotation["severity"], (message: string, at: AnnotationPlace) => void>
>;

/** Marks the findings in the list of changed files: at most `limit` of each severity, and one line for the rest. */
export const logAnnotations = (commands: AnnotationCommands, limit: number): Publisher => ({
  name: "annotations",
  publish(report) {
    const made = annotations(report, limit);
    for (const annotation of made) commands[annotation.severity](annotation.message, placeOf(annotation));
    return Promise.resolve(
      made.length === 0
        ? { outcome: "skipped", because: "there is nothing to mark" }
        : { outcome: "published", where: "the list of changed files" },
    );
  },
});

function placeOf({ title, path, line, endLine, column, endColumn }: Annotation): AnnotationPlace {
  return {
    title,
    ...(path !== null && { file: path }),
    ...(line !== null && { startLine: line }),
    ...(endLine !== null && { endLine }),
    ...(column !== null && { startColumn: column }),
    ...(endColumn !== null && { endColumn }),
  };
}
