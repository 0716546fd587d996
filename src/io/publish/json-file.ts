import type { Publisher } from "./publisher.js";

/** Writes the report as JSON. `write` answers the full path of the file. */
export const jsonFile = (path: string, write: (path: string, text: string) => Promise<string>): Publisher => ({
  name: "json-file",
  async publish(report) {
    const where = await write(path, `${JSON.stringify(report, null, 2)}\n`);
    return { outcome: "published", where, outputs: { "report-file": where } };
  },
});
