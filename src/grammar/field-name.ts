import type { FactName } from "../model/declaration.js";
import { remembered } from "./remembered.js";
import { trimmedLength } from "./trimmed-length.js";

/**
 * How people name the facts of an item, in field names and column heads. Written as people do; compared without
 * case, emphasis, emoji and punctuation. One entry means one thing everywhere.
 */
const NAMES: Readonly<Record<Exclude<FactName, "alias" | "remaining">, readonly string[]>> = {
  dependsOn: [
    "depends on",
    "depends upon",
    "depends",
    "dependencies",
    "dependency",
    "key dependencies",
    "deps",
    "dep",
    "blocked by",
    "waits for",
    "requires",
    "required",
    "prerequisite",
    "prerequisites",
    "pre-requisites",
    "prereqs",
    "predecessor",
    "predecessors",
    "start after",
    "starts after",
    "can start after",
    "start condition",
    "start conditions",
    "when to start",
    "blocked until",
    "waiting for",
    "after",
  ],
  blocks: ["blocks", "unblocks", "blocking", "required by", "needed by", "dependents", "dependent phases"],
  parallelWith: ["parallel with", "can run in parallel with", "runs in parallel with", "parallel to"],
  independentOf: ["independent", "independent of"],
  sequencedAfter: ["sequenced after", "sequence after"],
  tier: ["tier", "wave"],
  duration: [
    "duration",
    "timeline",
    "effort",
    "estimate",
    "estimated effort",
    "estimated duration",
    "estimated time",
    "time estimate",
    "est",
    "length",
    "timebox",
  ],
  window: ["weeks", "week", "window", "schedule", "timeframe"],
  status: ["status", "state", "current status", "statut", "estado", "stato", "状態", "ステータス", "状态", "상태"],
  progress: ["progress", "percent", "percent complete", "complete", "completion"],
  modifies: ["modifies", "modifies services", "services modified", "modified services"],
  services: ["services", "service"],
  outputs: ["outputs", "output", "produces", "provides"],
  requires: ["input requirements", "required outputs", "consumes"],
  needs: ["needs"],
};

const FACT_OF = new Map<string, FactName>(
  Object.entries(NAMES).flatMap(([fact, names]) => names.map((name) => [name, fact as FactName] as const)),
);

/** A field name or column head as it is compared. A unit in parentheses is not part of the name. */
export function normalizeName(written: string): string {
  const name = written
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]{0,40}\)/g, " ")
    .replace(/[^\p{L}\p{N}/#.\s-]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.-]+/, "");
  return name.slice(0, trimmedLength(name, /[\s.-]/));
}

/** Which fact a field of this name states, or null when the name means nothing to a plan. */
export const factOfField = remembered((written: string): FactName | null =>
  written.length > 60 ? null : (FACT_OF.get(normalizeName(written)) ?? null),
);
