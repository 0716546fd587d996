import { isDone } from "../../graph/is-done.js";
import type { Analysis } from "../../model/analysis.js";
import { formatDifference, formatWeeks } from "../../render/shared/format-weeks.js";
import type { App, View } from "./app.js";
import { button, element } from "./element.js";

const MOST_LINKS = 40;

/** The numbers that people ask for first, what is compared with them, and the chain that decides the end. */
export function summaryView(app: App): View {
  const figures = element("dl", { class: "figures" });
  const path = element("ol", { class: "path" });
  const heading = element("h2", {});
  const root = element(
    "section",
    { class: "summary", "aria-label": "Summary" },
    figures,
    element("div", { class: "path-line" }, heading, path),
  );
  return {
    root,
    update() {
      figures.replaceChildren(...figuresOf(app));
      const { criticalPath, makespan } = app.timeline;
      heading.textContent =
        criticalPath.length === 0 ? "No critical path" : `Critical path, ${formatWeeks(makespan)} weeks`;
      path.replaceChildren(...links(app));
    },
  };
}

function links(app: App): HTMLElement[] {
  const { criticalPath } = app.timeline;
  const shown = criticalPath.slice(0, MOST_LINKS).map((id) => {
    const phase = app.session.now.plan.phases.get(id)!;
    return element(
      "li",
      {},
      button({ class: "link", title: phase.title || phase.label }, () => app.reveal(id, true), phase.label),
    );
  });
  const more = criticalPath.length - shown.length;
  return more > 0 ? [...shown, element("li", { class: "muted" }, `${more} more`)] : shown;
}

function figuresOf(app: App): HTMLElement[] {
  const { session, state } = app;
  const { portion, ghosts } = state;
  const { now } = session;
  const against = ghosts === "base" ? session.base : ghosts === "written" ? session.written : null;
  const makespan = (analysis: Analysis, model: "dependencies" | "tiered") => analysis.schedule[portion][model].makespan;
  const { low, high } = now.schedule[portion].dependencies;
  const phases = now.graph.acyclic.phases;
  const done = phases.filter(isDone).length;
  const { withoutDuration } = now.schedule[portion];
  const isBound = withoutDuration.length > 0 || now.graph.unschedulable.length > 0;
  const weeks = (model: "dependencies" | "tiered") => ({
    value: `${isBound ? "≥ " : ""}${formatWeeks(makespan(now, model))}`,
    unit: "weeks",
    difference: against && makespan(now, model) - makespan(against, model),
  });
  return [
    figure({
      name: portion === "remaining" ? "Critical path, what is left" : "Critical path, whole plan",
      ...weeks("dependencies"),
      note: low < high ? `${formatWeeks(low)}–${formatWeeks(high)} by the ranges` : "",
    }),
    figure({ name: "Tier by tier", ...weeks("tiered"), note: "" }),
    figure({
      name: "Done",
      value: String(done),
      unit: `of ${phases.length} phases`,
      difference: null,
      note: withoutDuration.length > 0 ? `${withoutDuration.length} without a duration` : "",
    }),
    figure({ name: "Findings", ...findingsInWords(app), difference: null }),
  ];
}

/** Without base everything is to be looked at; with it, what is new. */
function findingsInWords({ session: { data } }: App): Pick<Figure, "value" | "unit" | "note"> {
  const open = data.findings.filter(({ waivedBy }) => waivedBy === null);
  const fresh = open.filter(({ isNew }) => isNew).length;
  const older = open.length - fresh;
  const unit = data.base === null ? "to look at" : "new";
  return { value: String(fresh), unit, note: older > 0 ? `${older} more that base has already` : "" };
}

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly difference: number | null;
  readonly note: string;
}

function figure({ name, value, unit, difference, note }: Figure): HTMLElement {
  const words = difference === null ? "unchanged" : formatDifference(difference);
  return element(
    "div",
    { class: "figure" },
    element("dt", {}, name),
    element(
      "dd",
      {},
      element("span", { class: "figure-value" }, value),
      " ",
      element("span", { class: "figure-unit" }, unit),
      words === "unchanged"
        ? null
        : element("span", { class: `difference ${difference! > 0 ? "is-later" : "is-sooner"}` }, words),
      note ? element("span", { class: "figure-note" }, note) : null,
    ),
  );
}
