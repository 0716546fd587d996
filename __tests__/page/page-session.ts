import { PlanSession } from "../../src/page/engine/plan-session.js";
import type { Plan } from "../../src/model/plan.js";
import type { PagePlan } from "../../src/model/page-data.js";
import { pageRevision } from "../../src/render/shared/page/page-revision.js";
import { type PlanNotation, plan, settings } from "../kit/plan-builder.js";

/** What the page gets of a plan, and of its base where there is one. */
export const pagePlanOf = (head: Plan, base: Plan | null = null, rest: Partial<PagePlan> = {}): PagePlan => ({
  name: head.name,
  documents: head.documents,
  settings: settings(),
  calendar: null,
  agents: null,
  head: pageRevision(head),
  base: base && pageRevision(base),
  renumbered: [],
  findings: [],
  changes: [],
  ...rest,
});

/** A plan as it is open in the page. */
export const pageSession = (
  head: PlanNotation,
  base: PlanNotation | null = null,
  rest: Partial<PagePlan> = {},
): PlanSession => new PlanSession(pagePlanOf(plan(head), base && plan(base), rest));
