import type { SectionName } from "../grammar/managed-section.js";
import type { Analysis } from "../model/analysis.js";
import { criticalPath } from "./sections/critical-path.js";
import { gantt } from "./sections/gantt.js";
import { queue } from "./sections/queue.js";
import { status } from "./sections/status.js";
import { tiers } from "./sections/tiers.js";
import { timeline } from "./sections/timeline.js";

const sections: Readonly<Record<SectionName, (analysis: Analysis) => string>> = {
  tiers,
  timeline,
  "critical-path": criticalPath,
  gantt,
  queue,
  status,
};

/**
 * The text of a managed section: Markdown without a blank line at either end, from the plan alone. The same plan gives
 * the same text, whatever stands in the section now.
 */
export const renderSection = (name: SectionName, analysis: Analysis): string => sections[name](analysis);
