import type { Report } from "../../model/report.js";
import type { Publisher } from "./publisher.js";

/** The page of a run, as far as it belongs to this step. `write` rejects where the runner has none. */
export interface SummaryPage {
  readonly isThere: boolean;
  write(markdown: string): Promise<unknown>;
}

/** Shows the report on the page of the run. `render` keeps to what the page holds. */
export const jobSummary = (page: SummaryPage, render: (report: Report) => string): Publisher => ({
  name: "job-summary",
  async publish(report) {
    if (!page.isThere) return { outcome: "skipped", because: "this runner has no job summaries" };
    await page.write(render(report));
    return { outcome: "published", where: "the page of the run" };
  },
});
