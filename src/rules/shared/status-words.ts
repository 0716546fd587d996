import type { Status } from "../../model/plan.js";

/** A status as a sentence says it, behind `is`. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  done: "done",
  "in-progress": "in progress",
  "not-started": "not started",
  blocked: "blocked",
  paused: "paused",
  deprecated: "deprecated",
  tangent: "a tangent",
  unknown: "without a status",
};
