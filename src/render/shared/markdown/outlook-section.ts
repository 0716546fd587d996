import type { PlanReport } from "../../../model/report.js";
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
  const names = phaseNames(plan);
  const tables = outlookTables(plan, { label: (id) => noBreak(markdownText(names.label(id), 60)) });
  const items = [...tables.map(written), ...advice(plan)];
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

function written({ title, columns, rows, remarks, glossary }: OutlookTable): string {
  return [
    `**${title}**`,
    ...(rows.length > 0 ? [table(columns, rows)] : []),
    ...(remarks.length > 0 ? [remarks.join("<br>\n")] : []),
    `_${glossary}_`,
  ].join("\n\n");
}

/** Only where tiers are declared or worth declaring: elsewhere nobody asked. */
function advice({ activation, outlook }: PlanReport): string[] {
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
