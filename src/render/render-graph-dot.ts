import type { PhaseRow, PlanReport, Report } from "../model/report.js";
import { cleanText } from "./shared/clean-text.js";
import { weeksInWords } from "./shared/format-weeks.js";
import { isCritical, isCriticalLink, tiersOf } from "./shared/picture-graph.js";
import { changedPhases } from "./shared/picture-phases.js";
import { planWeeks } from "./shared/plan-weeks.js";

const RED = "#d1242f";

/**
 * The plans as one Graphviz digraph with everything in it: a column a tier, an arrow from each phase to those that wait for
 * it, critical ones red, changed ones dashed, done ones green.
 */
export function renderGraphDot({ plans }: Report): string {
  const shown = plans.filter(({ phases }) => phases.length > 0);
  const lines = shown.flatMap((plan, index) => {
    const own = planLines(plan, `p${index}n`);
    if (shown.length === 1) return own.map((line) => `  ${line}`);
    const inside = [`label=${quoted(plan.name, 80)};`, ...own];
    return [`  subgraph cluster_${index} {`, ...inside.map((line) => `    ${line}`), "  }"];
  });
  return [
    "digraph plan {",
    "  rankdir=LR;",
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    ...lines,
    "}",
    "",
  ].join("\n");
}

function planLines(plan: PlanReport, prefix: string): string[] {
  const { phases } = plan;
  const names = new Map(phases.map(({ id }, index) => [id, `${prefix}${index}`]));
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const changed = changedPhases(plan);
  const isMarked = planWeeks(plan) === "known";
  const boxes = phases.map((phase) => {
    const looks = [`label=${caption(phase)}`, ...looksOf(phase, changed.has(phase.id), isMarked && isCritical(phase))];
    return `${names.get(phase.id)!} [${looks.join(", ")}];`;
  });
  const links = phases.flatMap((to) =>
    to.dependsOn.flatMap((id) => {
      const from = byId.get(id);
      if (!from) return [];
      const looks = isMarked && isCriticalLink(from, to) ? ` [color="${RED}", penwidth=2]` : "";
      return [`${names.get(id)!} -> ${names.get(to.id)!}${looks};`];
    }),
  );
  return [...boxes, ...columns(plan, names), ...links];
}

/** Phases of one tier stand below each other. */
function columns(plan: PlanReport, names: ReadonlyMap<string, string>): string[] {
  const byTier = new Map<number, string[]>();
  for (const [id, tier] of tiersOf(plan)) {
    const name = names.get(id);
    const members = byTier.get(tier);
    if (members && name) members.push(name);
    else if (name) byTier.set(tier, [name]);
  }
  return [...byTier.values()].map((members) => `{ rank=same; ${members.join("; ")}; }`);
}

function looksOf({ status }: PhaseRow, isChanged: boolean, isRed: boolean): string[] {
  if (status === "done") return ['color="#1a7f37"'];
  return [...(isRed ? [`color="${RED}"`, "penwidth=2"] : []), ...(isChanged ? ['style="rounded,dashed"'] : [])];
}

function caption({ label, title, duration, status }: PhaseRow): string {
  const weeks = duration ? weeksInWords(duration.weeks) : "no duration";
  const lines = [escaped(label, 40), escaped(title, 60), status === "done" ? "done" : weeks];
  return `"${lines.filter(Boolean).join("\\n")}"`;
}

const quoted = (text: string, limit: number): string => `"${escaped(text, limit)}"`;

/** As a quoted string takes it: a backslash begins an escape, and `&` an entity. */
const escaped = (text: string, limit: number): string =>
  cleanText(text, limit).replace(/["\\]/g, "\\$&").replaceAll("&", "&amp;");
