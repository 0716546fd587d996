import type { Report } from "../../model/report.js";
import type { Log } from "./log.js";
import type { PublicationOutputs, Publisher } from "./publisher.js";

export { logAnnotations } from "./annotations.js";
export { badgePublisher } from "./badge-branch.js";
export { badgeFolder } from "./badge-files.js";
export { pullRequestComment } from "./comment.js";
export { jobSummary } from "./job-summary.js";
export { log } from "./log.js";
export { outputsOf, type Outputs } from "./outputs.js";
export { reportFile } from "./report-file.js";
export { reviewSuggestions } from "./suggestions.js";
export { troubleOf } from "./trouble.js";
export { writeInWorkspace } from "./workspace-file.js";

/** Lets every publisher do its work, one after the other; one that fails is told of and does not stop the next. */
export async function publishAll(
  publishers: readonly Publisher[],
  report: Report,
  log: Pick<Log, "info" | "warning">,
): Promise<PublicationOutputs> {
  const outputs: PublicationOutputs = {};
  for (const publisher of publishers) {
    const { name } = publisher;
    try {
      const publication = await publisher.publish(report);
      if (publication.outcome === "failed") {
        log.warning(`${name} failed: ${publication.because}`);
        continue;
      }
      Object.assign(outputs, publication.outputs);
      log.info(
        publication.outcome === "published"
          ? `${name}: published, see ${publication.where}`
          : `${name}: not published, because ${publication.because}`,
      );
    } catch (error) {
      log.warning(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return outputs;
}
