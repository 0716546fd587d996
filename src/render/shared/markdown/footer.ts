import type { Report } from "../../../model/report.js";
import type { MarkdownOptions } from "../../render.js";
import { markdownCode } from "../markdown-code.js";
import { markdownText } from "../markdown-text.js";

/** Version, revisions and evaluation date: what is needed to know what this report is about, and no clock. */
export function footer({ verdict }: Report, { version, links }: MarkdownOptions): string {
  const revision = (name: string, sha: string | null | undefined) =>
    links && sha ? [`${name} [${markdownCode(sha.slice(0, 7))}](${links.repositoryUrl}/commit/${sha})`] : [];
  const terms = verdict.gate === "all" ? ["all findings count"] : [];
  return `<sub>${[
    `plan-gate ${markdownText(version)}`,
    ...revision("head", links?.headSha),
    ...revision("base", links?.baseSha),
    `judged as of ${markdownText(verdict.asOf)}`,
    ...terms,
  ].join(" · ")}</sub>`;
}
