import type { Report } from "../../model/report.js";
import type { PublicationOutputs, Publisher } from "./publisher.js";

interface ReportFile {
  /** The input that asks for it. */
  readonly name: "json-file" | "sarif-file" | "junit-file";
  /** From the workspace's root. */
  readonly path: string;
  readonly render: (report: Report) => string;
  /** Answers the full path of the file. */
  readonly write: (path: string, text: string) => Promise<string>;
}

/** Writes the report to a file, in one of its formats. */
export const reportFile = ({ name, path, render, write }: ReportFile): Publisher => ({
  name,
  async publish(report) {
    const where = await write(path, render(report));
    const outputs: PublicationOutputs = name === "json-file" ? { "report-file": where } : {};
    return { outcome: "published", where, outputs };
  },
});
