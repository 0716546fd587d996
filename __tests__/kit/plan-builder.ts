import { defaults } from "../../src/config/defaults.js";
import type { Evidence } from "../../src/model/declaration.js";
import type { Place } from "../../src/model/place.js";
import type { Phase, PhaseId, Plan, Status } from "../../src/model/plan.js";
import type { Settings } from "../../src/model/settings.js";

/** A phase in short notation. Whatever is left out is what a bare heading `## Phase 8` would give. */
export interface PhaseNotation {
  readonly title?: string;
  readonly label?: string;
  readonly kind?: string;
  readonly parent?: string;
  /** Weeks; a pair is a range, planned with its upper end. */
  readonly duration?: number | readonly [low: number, high: number];
  /** Weeks left, as stated; left out, they follow from duration, status and progress. */
  readonly remaining?: number;
  /** A number is a declared tier; a text is one that is no number (`"N/A"` is historical). */
  readonly tier?: number | string;
  readonly status?: Status;
  /** 0 to 100. */
  readonly progress?: number;
  readonly dependsOn?: readonly (string | DependencyNotation)[];
  readonly sequencedAfter?: readonly string[];
  readonly parallelWith?: readonly string[];
  readonly modifies?: readonly string[];
  readonly outputs?: readonly string[];
  readonly requires?: readonly string[];
  /** Anything else, as the model has it. */
  readonly model?: Partial<Phase>;
}

export interface DependencyNotation {
  readonly id: string;
  readonly satisfied?: boolean;
  readonly evidence?: Evidence;
  readonly note?: string;
}

/** By id. Number-like keys of an object always come in numeric order: give pairs where plan order is another one. */
export type PlanNotation =
  Readonly<Record<string, PhaseNotation>> | readonly (readonly [id: string, phase: PhaseNotation])[];

/**
 * A plan for tests. Phase number n of the notation stands on line n of `plan.md`; its dependencies stand on the same
 * line, the first in column 11, the second in column 12, so that every place is told apart.
 */
export function plan(
  notation: PlanNotation,
  rest: Partial<
    Pick<
      Plan,
      "name" | "breakingChanges" | "services" | "locks" | "modifications" | "claims" | "managedSections" | "notices"
    >
  > = {},
): Plan {
  const entries: readonly (readonly [string, PhaseNotation])[] = isPairs(notation)
    ? notation
    : Object.entries(notation);
  return {
    name: rest.name ?? "plan.md",
    documents: ["plan.md"],
    phases: new Map(entries.map(([id, written], index) => [phaseId(id), phase(id, written, index + 1)])),
    breakingChanges: rest.breakingChanges ?? [],
    services: rest.services ?? [],
    locks: rest.locks ?? [],
    modifications: rest.modifications ?? modificationsOf(entries),
    claims: rest.claims ?? [],
    managedSections: rest.managedSections ?? [],
    notices: rest.notices ?? [],
  };
}

const modificationsOf = (entries: readonly (readonly [string, PhaseNotation])[]): Plan["modifications"] =>
  entries.flatMap(([id, { modifies = [] }], index) =>
    modifies.map((service) => ({ phase: phaseId(id), service, wording: "modifies", place: place(index + 1, 10) })),
  );

const isPairs = (notation: PlanNotation): notation is readonly (readonly [string, PhaseNotation])[] =>
  Array.isArray(notation);

/** One phase for tests, written on `line` of `plan.md`. */
export function phase(id: string, written: PhaseNotation = {}, line = 1): Phase {
  const kind = written.kind ?? "phase";
  const status = written.status ?? "not-started";
  const [low, high] =
    typeof written.duration === "number" ? [written.duration, written.duration] : (written.duration ?? []);
  const weeks = high ?? null;
  return {
    id: phaseId(id),
    label: written.label ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${id}`,
    kind,
    title: written.title ?? "",
    parent: written.parent ?? null,
    places: [place(line)],
    tier:
      written.tier === undefined
        ? null
        : {
            number: typeof written.tier === "number" ? written.tier : null,
            text: String(written.tier),
            place: place(line, 5),
            isOwnText: true,
            isHistorical: typeof written.tier === "string" && /^n\/a|historical/i.test(written.tier),
          },
    dependsOn: (written.dependsOn ?? []).map((dependency, index) => {
      const { id, satisfied, evidence, note } = typeof dependency === "string" ? { id: dependency } : dependency;
      return {
        id: phaseId(id),
        evidence: evidence ?? "explicit",
        satisfied: satisfied ?? false,
        note: note ?? null,
        place: place(line, 11 + index),
      };
    }),
    sequencedAfter: (written.sequencedAfter ?? []).map(phaseId),
    unresolved: [],
    duration:
      weeks === null
        ? null
        : { low: low!, high: weeks, weeks, text: `${weeks} weeks`, fromWindow: false, place: place(line, 7) },
    window: null,
    status,
    statusPlace: written.status === undefined ? null : place(line, 9),
    progressPercent: written.progress ?? null,
    remainingWeeks: written.remaining ?? remainingWeeks(weeks, status, written.progress ?? 0),
    modifies: written.modifies ?? [],
    outputs: written.outputs ?? [],
    requires: written.requires ?? [],
    parallelWith: (written.parallelWith ?? []).map((id) => ({ id: phaseId(id), place: place(line, 8) })),
    conflicts: [],
    missingEntries: [],
    children: { count: 0, done: 0 },
    ...written.model,
  };
}

function remainingWeeks(weeks: number | null, status: Status, progressPercent: number): number | null {
  if (weeks === null) return null;
  return status === "done" ? 0 : weeks * (1 - progressPercent / 100);
}

/** An id as the model brands it; it must already be in its normal form. */
export const phaseId = (id: string): PhaseId => id as PhaseId;

/** A one-character place in `plan.md`; every line counts as 100 characters long. */
export const place = (line: number, column = 1): Place => ({
  path: "plan.md",
  line,
  column,
  endLine: line,
  endColumn: column + 1,
  offset: (line - 1) * 100 + column - 1,
  endOffset: (line - 1) * 100 + column,
});

/** The settings that hold where nobody said anything, changed where a test says so. */
export const settings = (changed: Partial<Settings> = {}): Settings => ({ ...defaults.settings, ...changed });
