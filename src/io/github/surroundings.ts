import type { Ailment } from "../../model/ailment.js";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import { decodeDocument } from "../sources/decode-document.js";
import type { Repository } from "./repository.js";

const MOST_REMARKS = 5;

/**
 * What is wrong with the workflow that this run belongs to, as it is on the base branch, in a line each: one request. It
 * is advice: what cannot be read says nothing.
 * @param workflowRef as the runner names it, `owner/repo/.github/workflows/gate.yml@refs/heads/main`
 */
export async function remarksOnWorkflow(
  repository: Pick<Repository, "file">,
  { workflowRef, fullName, commit }: { workflowRef: string; fullName: string; commit: string },
  examine: (document: SourceDocument) => readonly Ailment[],
): Promise<readonly string[]> {
  const [written = ""] = workflowRef.split("@", 1);
  // A workflow that an organisation requires stands in another repository.
  if (!written.toLowerCase().startsWith(`${fullName.toLowerCase()}/`)) return [];
  const path = written.slice(fullName.length + 1);
  try {
    const bytes = await repository.file(path, commit);
    if (bytes === null) return [];
    const ailments = examine(decodeDocument(path, bytes).document).filter(({ severity }) => severity !== "notice");
    const lines = ailments.map(
      ({ place, message, why, mend }) => `${path}:${place?.line ?? 1}: ${message} ${why} ${mend}`,
    );
    const more = lines.length - MOST_REMARKS;
    return more > 0
      ? [...lines.slice(0, MOST_REMARKS), `${path}: \`plan-gate doctor\` finds ${more} more like these.`]
      : lines;
  } catch (error) {
    if (error instanceof SetupError) return [];
    throw error;
  }
}
