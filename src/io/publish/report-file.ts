import type { Report } from "../../model/report.js";
import type { Publication, Publisher } from "./publisher.js";

export interface ReportFileOptions {
  readonly name: "json-file" | "sarif-file" | "junit-file";
  /** In the workspace. */
  readonly path: string;
  readonly render: (report: Report) => string;
  /** Answers the full path of the file. */
  readonly write: (path: string, text: string) => Promise<string>;
}

/** Writes the report into a file; the JSON one is named in the outputs. */
export const reportFile = ({ name, path, render, write }: ReportFileOptions): Publisher => ({
  name,
  async publish(report): Promise<Publication> {
    const where = await write(path, render(report));
    return { outcome: "published", where, ...(name === "json-file" && { outputs: { "report-file": where } }) };
  },
});
