import type { PagePlan } from "../../../model/page-data.js";
import type { Plan } from "../../../model/plan.js";
import type { FindingRow, PlanReport } from "../../../model/report.js";
import type { Settings } from "../../../model/settings.js";
import { changeInWords } from "../change-words.js";
import { cleanText } from "../clean-text.js";
import { phaseNames } from "../phase-names.js";
import { pageFinding } from "./page-finding.js";
import { pageRevision } from "./page-revision.js";

/** A plan as it was judged, for a page that computes further. */
export interface PlanOfPage {
  readonly head: Plan;
  readonly base: Plan | null;
  readonly settings: Settings;
  readonly calendar: { readonly start: string; readonly holidays: readonly string[] } | null;
  readonly agents: number | null;
}

/** What the page knows of one plan. `findings` are those of the report; only the plan's own are taken. */
export function pagePlan(row: PlanReport, judged: PlanOfPage, findings: readonly FindingRow[]): PagePlan {
  const { head, base, settings, calendar, agents } = judged;
  const onHead = indicesOf(head);
  return {
    name: cleanText(row.name, 200),
    documents: row.documents.map((path) => cleanText(path, 500)),
    settings,
    calendar,
    agents,
    head: pageRevision(head),
    base: base && pageRevision(base),
    renumbered: base ? renumbered(row, onHead, indicesOf(base)) : [],
    findings: findings.filter(({ plan }) => plan === row.name).map((finding) => pageFinding(finding, onHead)),
    changes: changesInWords(row, onHead),
  };
}

type Indices = ReadonlyMap<string, number>;

const indicesOf = ({ phases }: Plan): Indices => new Map(Array.from(phases.keys(), (id, index) => [id, index]));

const changesOf = (row: PlanReport) => row.change?.changes ?? [];

const renumbered = (row: PlanReport, onHead: Indices, onBase: Indices): PagePlan["renumbered"] =>
  changesOf(row)
    .filter(({ kind }) => kind === "phase-renumbered")
    .flatMap(({ from, to }) => {
      const [head, base] = [onHead.get(String(to)), onBase.get(String(from))];
      return head === undefined || base === undefined ? [] : [[head, base] as const];
    });

function changesInWords(row: PlanReport, onHead: Indices): PagePlan["changes"] {
  const names = phaseNames(row);
  const text = (value: string) => cleanText(value, 200);
  return changesOf(row).flatMap((change) => {
    const index = change.phase === null ? undefined : onHead.get(change.phase);
    return index === undefined ? [] : [[index, changeInWords(change, text, (id) => text(names.label(id)))] as const];
  });
}
