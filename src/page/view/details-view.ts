import { isDone } from "../../graph/is-done.js";
import type { Phase, PhaseId } from "../../model/plan.js";
import { formatWeeks, weeksInWords } from "../../render/shared/format-weeks.js";
import { whyUnscheduled } from "../engine/timeline.js";
import type { App, View } from "./app.js";
import { button, element } from "./element.js";
import { findingItem } from "./finding-item.js";

/** All about the phase that is selected. */
export function detailsView(app: App): View {
  const content = element("div", {});
  const close = button(
    { class: "close", "aria-label": "Close" },
    () => {
      const { selected } = app.state;
      app.change({ selected: null });
      if (selected) app.reveal(selected, true);
    },
    "×",
  );
  const root = element("section", { class: "panel details", "aria-label": "Selected phase" }, close, content);
  return {
    root,
    update() {
      const { selected } = app.state;
      const phase = selected === null ? undefined : phaseOf(app, selected);
      root.hidden = phase === undefined;
      if (phase) content.replaceChildren(...parts(app, phase));
    },
  };
}

const phaseOf = ({ session: { now, base } }: App, id: PhaseId): Phase | undefined =>
  now.plan.phases.get(id) ?? base?.plan.phases.get(id);

function parts(app: App, phase: Phase): HTMLElement[] {
  const { data, now } = app.session;
  const index = data.head.phases.findIndex(({ id }) => id === phase.id);
  const changes = data.changes.filter(([head]) => head === index).map(([, words]) => words);
  const findings = data.findings.filter(({ phases }) => phases.includes(index));
  const waiting = [...now.plan.phases.values()].filter(({ dependsOn }) => dependsOn.some(({ id }) => id === phase.id));
  const place = phase.places[0]!;
  return [
    element("p", { class: "eyebrow" }, phase.label),
    element("h2", {}, phase.title || phase.label),
    element("dl", { class: "facts" }, ...facts(app, phase)),
    ...phaseList(
      app,
      "Waits for",
      phase.dependsOn.flatMap(({ id }) => now.plan.phases.get(id) ?? []),
    ),
    ...phaseList(app, "Waited for by", waiting),
    ...(changes.length > 0
      ? [element("h3", {}, "Changed"), element("ul", {}, ...changes.map((words) => element("li", {}, words)))]
      : []),
    ...(findings.length > 0
      ? [
          element("h3", {}, "Findings"),
          element("ul", { class: "findings" }, ...findings.map((finding) => findingItem(app, finding, false))),
        ]
      : []),
    element("p", { class: "muted" }, `${place.path}:${place.line}`),
  ];
}

function facts(app: App, phase: Phase): HTMLElement[] {
  const { session, state, words } = app;
  const { now } = session;
  const times = now.schedule[state.portion][state.model].times.get(phase.id);
  const isOver = state.portion === "remaining" && isDone(phase);
  const fact = (name: string, value: string | Node | null): HTMLElement[] =>
    value === null ? [] : [element("div", {}, element("dt", {}, name), element("dd", {}, value))];
  const driver = times?.drivenBy ? now.plan.phases.get(times.drivenBy) : undefined;
  const tier = now.tiers.current.get(phase.id);
  const isPlaced = times !== undefined && !isOver;
  return [
    ...fact("Status", statusInWords(phase)),
    ...fact("When", when(app, phase)),
    ...fact("Takes", durationInWords(phase)),
    ...fact(
      "Left",
      phase.remainingWeeks === null || phase.remainingWeeks === phase.duration?.weeks
        ? null
        : weeksInWords(phase.remainingWeeks),
    ),
    ...fact("May slip", isPlaced ? (times.isCritical ? "not at all: critical" : weeksInWords(times.totalFloat)) : null),
    ...fact(
      "Unnoticed",
      isPlaced && times.freeFloat > 0 && times.freeFloat !== times.totalFloat ? weeksInWords(times.freeFloat) : null,
    ),
    ...fact(
      "No later than",
      isPlaced && !times.isCritical ? words.window(times.latestStart, times.latestFinish) : null,
    ),
    ...fact("Lengthens the end by", isPlaced && times.drag > 0 ? weeksInWords(times.drag) : null),
    ...fact("Starts after", isPlaced && driver ? link(app, driver) : null),
    ...fact("Declared tier", phase.tier?.number == null ? null : String(phase.tier.number)),
    ...fact("Computed tier", tier === undefined ? null : String(tier)),
  ];
}

function when({ session, state, words }: App, phase: Phase): string {
  if (!session.now.plan.phases.has(phase.id)) return "on base only";
  if (state.portion === "remaining" && isDone(phase)) return "done";
  const times = session.now.schedule[state.portion][state.model].times.get(phase.id);
  return times ? words.window(times.earliestStart, times.earliestFinish) : `no dates: ${whyUnscheduled(phase)}`;
}

const statusInWords = ({ status, progressPercent }: Phase): string =>
  `${status.replace("-", " ")}${progressPercent === null ? "" : `, ${Math.round(progressPercent)} %`}`;

function durationInWords({ duration }: Phase): string {
  if (!duration) return "not stated";
  const { low, high, weeks } = duration;
  return low === high ? weeksInWords(weeks) : `${formatWeeks(low)}–${formatWeeks(high)} weeks`;
}

function phaseList(app: App, heading: string, phases: readonly Phase[]): HTMLElement[] {
  if (phases.length === 0) return [];
  const list = element("ul", { class: "chips" }, ...phases.map((phase) => element("li", {}, link(app, phase))));
  return [element("h3", {}, heading), list];
}

const link = (app: App, { id, label, title }: Phase): HTMLElement =>
  button({ class: "chip", title: title || label }, () => app.reveal(id, true), label);
