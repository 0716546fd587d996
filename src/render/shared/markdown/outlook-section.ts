import type { PlanReport } from "../../../model/report.js";
import type { InDepth } from "../../../model/schedule-report.js";
import { inDepth } from "../in-depth.js";
import { markdownText } from "../markdown-text.js";
import { type OutlookTable, outlookTables } from "../outlook-tables.js";
import { phaseNames } from "../phase-names.js";
import { DETAILS_FOOT, detailsHead } from "./details.js";
import { noBreak } from "./no-break.js";
import { type Section, WORTH } from "./section.js";
import { table } from "./table.js";

const ADVICE = {
  use: "Working by tiers is worth it for what is left.",
  optional: "Working by tiers is optional for what is left.",
  "not-worth-it": "Working by tiers is not worth it for what is left.",
} as const;

/** Everything behind the schedule, folded; the first to go, table by table from the end, when the report is too long. */
export function outlookSection(plan: PlanReport): Section[] {
  const depth = inDepth(plan);
  if (!depth) return [];
  const names = phaseNames(plan);
  const items = outlookItems(depth, (id) => noBreak(markdownText(names.label(id), 60)));
  if (items.length === 0) return [];
  return [
    {
      name: "table of the schedule in depth",
      plural: "tables of the schedule in depth",
      worth: WORTH.depth,
      head: detailsHead("Schedule in depth"),
      items,
      foot: DETAILS_FOOT,
    },
  ];
}

/** Each table, and the advice on working by tiers; `label` names a phase safely. */
export const outlookItems = (depth: InDepth, label: (id: string) => string): string[] => [
  ...outlookTables(depth, { label }).map(written),
  ...advice(depth),
];

function written({ title, columns, rows, remarks, glossary }: OutlookTable): string {
  return [
    `**${title}**`,
    ...(rows.length > 0 ? [table(columns, rows)] : []),
    ...(remarks.length > 0 ? [remarks.join("<br>\n")] : []),
    `_${glossary}_`,
  ].join("\n\n");
}

/** Only where tiers are declared or worth declaring: elsewhere nobody asked. */
function advice({ activation, outlook }: InDepth): string[] {
  if (!activation || (outlook?.isTiered === false && activation.advice !== "use")) return [];
  const reasons = activation.reasons.map((reason) => `- ${markdownText(reason, 300)}`).join("\n");
  return [
    [
      `**${ADVICE[activation.advice]}**`,
      reasons,
      "_Working by tiers: phases of a tier are worked on side by side by several people or agents, tier after tier._",
    ].join("\n\n"),
  ];
}
