import type { BreakingChange } from "../model/plan.js";
import { planRule } from "./rule.js";
import { nameOfEntry, subjectOfEntry } from "./shared/breaking-change-words.js";
import { listed } from "./shared/quantities.js";

export const majorVersion = planRule({
  id: "major-version",
  summary: "A breaking change must raise the major version, and say whom it affects and how to migrate.",
  severity: "warning",
  *check({ plan }, { today }) {
    for (const entry of plan.breakingChanges) {
      if (entry.kind !== "change" || isOver(entry, today)) continue;
      const lacks = [
        ...(raisesMajor(entry.version) ? [] : [versionFault(entry.version)]),
        ...(entry.affects.length > 0 ? [] : ["does not say which phases it affects"]),
        ...(entry.migration === null ? ["does not say how to migrate"] : []),
      ];
      if (lacks.length === 0) continue;
      yield {
        place: entry.place,
        message: `The breaking change of ${nameOfEntry(entry)} ${listed(lacks)}.`,
        phases: [],
        subject: subjectOfEntry(entry),
      };
    }
  },
});

const isOver = ({ effective }: BreakingChange, today: string): boolean =>
  effective?.day != null && effective.day < today;

function versionFault(version: BreakingChange["version"]): string {
  return version === null
    ? "names no version"
    : `goes from version ${JSON.stringify(version.text)}, which is no major step`;
}

/** `1.4.2 → 2.0.0`, and before the first major version `0.3 → 0.4` (semver.org, item 4). */
function raisesMajor(version: BreakingChange["version"]): boolean {
  if (version?.to == null) return false;
  const [major = 0, minor = 0, patch = 0] = numbersOf(version.to);
  if (version.from === null) return major === 0 ? patch === 0 : minor === 0 && patch === 0;
  const [fromMajor = 0, fromMinor = 0] = numbersOf(version.from);
  return major > fromMajor || (major === 0 && fromMajor === 0 && minor > fromMinor);
}

const numbersOf = (version: string): number[] => version.split(".").map(Number);
