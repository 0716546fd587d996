import type { Analysis } from "../../model/analysis.js";
import type { PagePlan } from "../../model/page-data.js";
import type { PhaseId } from "../../model/plan.js";
import { SetupError } from "../../model/setup-error.js";
import { applyWhatIf } from "../../what-if/apply-what-if.js";
import { computePlan } from "./compute-plan.js";
import { planOfRevision } from "./plan-of-revision.js";

/** One plan of the page: as written, on base, and with the durations that somebody tries on it. */
export class PlanSession {
  readonly written: Analysis;
  readonly base: Analysis | null;
  /** Texts as typed, by phase, in the order in which they were first tried. */
  readonly tried = new Map<PhaseId, string>();
  #now: Analysis;
  #sentences: readonly string[] = [];

  constructor(readonly data: PagePlan) {
    this.written = computePlan(planOfRevision(data, data.head), data.settings);
    this.base = data.base && computePlan(planOfRevision(data, data.base), data.settings);
    this.#now = this.written;
  }

  /** The plan as written, with what is tried. */
  get now(): Analysis {
    return this.#now;
  }

  /** `Phase 15 takes 8 weeks`, for each duration tried. */
  get sentences(): readonly string[] {
    return this.#sentences;
  }

  /** Tries another duration, `null` the one that is written. Answers what is wrong with the text, or null; then nothing changes. */
  tryDuration(id: PhaseId, text: string | null): string | null {
    const tried = new Map(this.tried);
    if (text === null) tried.delete(id);
    else tried.set(id, text);
    try {
      this.#compute(tried);
    } catch (error) {
      if (error instanceof SetupError) return error.message;
      throw error;
    }
    return null;
  }

  reset(): void {
    this.#compute(new Map());
  }

  #compute(tried: ReadonlyMap<PhaseId, string>): void {
    const { plan, settings } = this.written;
    const whatIfs = Array.from(tried, ([phase, value]) => ({ kind: "set", phase, field: "duration", value }) as const);
    const { plans, rows } = applyWhatIf([plan], whatIfs, settings);
    this.#now = tried.size === 0 ? this.written : computePlan(plans[0]!, settings);
    this.#sentences = rows.map(({ sentence }) => sentence);
    this.tried.clear();
    for (const [id, text] of tried) this.tried.set(id, text);
  }
}
