import type { Spot } from "./placed-yaml.js";

/** A text of a workflow and where it stands. */
export interface Written {
  readonly text: string;
  readonly spot: Spot;
}

/** As much of a workflow file as a gate depends on. */
export interface Workflow {
  readonly path: string;
  /** By name. */
  readonly events: ReadonlyMap<string, WorkflowEvent>;
  /** Of `on`. */
  readonly onSpot: Spot;
  readonly permissions: Permissions | null;
  readonly concurrency: Concurrency | null;
  /** In the order written. */
  readonly jobs: readonly Job[];
}

export interface WorkflowEvent {
  readonly spot: Spot;
  /** Null where none are written, which means those GitHub takes by itself. */
  readonly types: { readonly spot: Spot; readonly names: readonly string[] } | null;
  /** `paths`, `paths-ignore`, `branches`, `branches-ignore`: the key, and where it stands. */
  readonly filters: readonly Written[];
}

export interface Permissions {
  readonly spot: Spot;
  /** `read-all` and `write-all` in one word, else each scope with its access. */
  readonly all: string | null;
  readonly scopes: ReadonlyMap<string, string>;
}

export interface Concurrency {
  readonly spot: Spot;
  readonly group: string;
  /** Null where nothing is said, which means false. */
  readonly cancelInProgress: Written | null;
}

export interface Job {
  readonly id: string;
  /** Of its id. */
  readonly spot: Spot;
  readonly name: Written | null;
  readonly condition: Written | null;
  readonly needs: Written | null;
  readonly continueOnError: Written | null;
  /** Of `strategy.matrix`. */
  readonly matrix: Spot | null;
  readonly permissions: Permissions | null;
  readonly concurrency: Concurrency | null;
  /** The reusable workflow that it calls. */
  readonly uses: Written | null;
  readonly inputs: ReadonlyMap<string, Written>;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly spot: Spot;
  readonly uses: Written | null;
  readonly condition: Written | null;
  readonly continueOnError: Written | null;
  readonly inputs: ReadonlyMap<string, Written>;
}
