import { isDone } from "../../graph/is-done.js";
import { isScheduled } from "../../graph/is-scheduled.js";
import type { Comparison } from "../../model/comparison.js";
import type { Phase } from "../../model/plan.js";

/** Head's phases that base says are done and head says are not; a status that is only gone reopens nothing. */
export const reopenedPhases = ({ pairs }: Comparison): readonly Phase[] =>
  pairs.flatMap(({ base, head }) =>
    isDone(base) && !isDone(head) && isScheduled(head) && head.status !== "unknown" ? [head] : [],
  );
