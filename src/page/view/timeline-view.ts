import type { PhaseId } from "../../model/plan.js";
import { formatWindow } from "../../render/shared/format-weeks.js";
import { plural } from "../../render/shared/plural.js";
import { axisTicks } from "../engine/axis-ticks.js";
import { rowFilter } from "../engine/row-filter.js";
import type { TimelineGroup, TimelineRow } from "../engine/timeline.js";
import type { App, View } from "./app.js";
import { button, element, setAttribute } from "./element.js";
import { dependencyLines } from "./dependency-lines.js";
import { gridKeys } from "./grid-keys.js";
import { type FindingFlag, type RowView, timelineRow } from "./timeline-row.js";

/** The timeline, and the way to a phase in it. */
export interface TimelineView extends View {
  /** How many phases are shown, also in tiers that are folded. */
  count(): number;
  /** Opens its tier, brings it into view and, where asked, focuses it; false for a phase that is filtered out. */
  reveal(id: PhaseId, focus: boolean): boolean;
}

interface GroupView {
  readonly root: HTMLElement;
  readonly rows: readonly (readonly [TimelineRow, RowView])[];
  readonly toggle: HTMLButtonElement;
  open(isOpen: boolean): void;
  update(group: TimelineGroup, filter: (row: TimelineRow) => boolean): number;
}

const LONG = 60;
const WIDTH_OF_TICK = { weeks: 44, dates: 104 } as const;

/** Every phase as a bar, by tier, with its float behind it and where it was beneath. */
export function timelineView(app: App): TimelineView {
  const ticks = element("div", { class: "ticks", "aria-hidden": "true" });
  const axisName = element("span", { class: "sr" });
  const head = element(
    "div",
    { class: "row head", role: "row" },
    element("div", { class: "name", role: "columnheader" }, "Phase"),
    element("div", { class: "takes", role: "columnheader" }, "Takes"),
    element("div", { class: "track", role: "columnheader" }, axisName, ticks),
  );
  const body = element("div", { class: "groups", role: "presentation" });
  const inner = element("div", { class: "inner", role: "presentation" }, head, body);
  const nothing = element("p", { class: "nothing", hidden: true }, "No phase is like that.");
  const grid = element("div", { class: "grid", role: "grid", "aria-label": "Timeline of phases by tier" }, inner);
  const keys = gridKeys(grid);
  const root = element(
    "section",
    { class: "timeline", "aria-labelledby": "timeline-title" },
    element("h2", { id: "timeline-title", class: "sr" }, "Timeline"),
    grid,
    nothing,
    legend(),
  );
  let shown = "";
  let groups: GroupView[] = [];
  let current: ReadonlyMap<GroupView, TimelineGroup> = new Map();
  let trackWidth = 0;
  let count = 0;
  let lines = dependencyLines(null, [], { left: 0, width: 0, weeks: 1 });
  body.append(lines);
  new ResizeObserver(() => {
    const width = ticks.clientWidth;
    if (Math.abs(width - trackWidth) < 8) return;
    trackWidth = width;
    drawAxis();
  }).observe(ticks);
  // Folding a tier moves the rows below it, and a window may become narrower.
  new ResizeObserver(drawLines).observe(body);

  function drawLines(): void {
    const placed = groups.flatMap((group) =>
      group.rows.flatMap(([first, { root: row }], index) => {
        const now = current.get(group)?.rows[index] ?? first;
        const isPlaced = now.times !== null && !now.isOver && row.offsetParent !== null;
        if (!isPlaced || !isNeighbour(row)) return [];
        const { earliestStart: start, earliestFinish: finish } = now.times;
        return [{ phase: now.phase, middle: middleOf(row), start, finish }];
      }),
    );
    const track = {
      left: ticks.getBoundingClientRect().left - body.getBoundingClientRect().left,
      width: ticks.clientWidth,
    };
    const drawn = dependencyLines(app.state.selected, placed, { ...track, weeks: app.timeline.weeks });
    lines.replaceWith(drawn);
    lines = drawn;
  }

  function drawAxis(): void {
    const { timeline, state, words } = app;
    const { step, at } = axisTicks(timeline.weeks, Math.max(2, (trackWidth || 600) / WIDTH_OF_TICK[state.unit]));
    inner.style.setProperty("--weeks", String(timeline.weeks));
    inner.style.setProperty("--step", String(step));
    axisName.textContent = state.unit === "weeks" ? "Weeks, counted from 1" : "Days";
    ticks.replaceChildren(
      ...at.map((week) => {
        const tick = element("span", {}, words.tick(week));
        tick.style.setProperty("--at", String(week));
        return tick;
      }),
    );
  }

  function rebuild(): void {
    const flags = findingFlags(app);
    groups = app.timeline.groups.map((group) => groupView(app, group, flags));
    grid.classList.toggle("is-long", groups.reduce((sum, { rows }) => sum + rows.length, 0) > LONG);
    body.replaceChildren(...groups.map((group) => group.root), lines);
  }

  return {
    root,
    update() {
      const { timeline, state, session } = app;
      const key = `${state.plan} ${state.portion} ${state.ghosts === "base"}`;
      if (key !== shown) {
        shown = key;
        rebuild();
      }
      inner.style.setProperty("--zoom", String(state.zoom));
      const filter = rowFilter(session, timeline, state);
      count = timeline.groups.reduce((sum, group, index) => sum + groups[index]!.update(group, filter), 0);
      nothing.hidden = count > 0;
      grid.hidden = count === 0;
      current = new Map(groups.map((group, index) => [group, timeline.groups[index]!]));
      markNeighbours(app, groups);
      drawAxis();
      drawLines();
      keys.refresh();
    },
    count: () => count,
    reveal(id, focus) {
      const group = groups.find(({ rows }) => rows.some(([{ phase }]) => phase.id === id));
      const row = group?.rows.find(([{ phase }]) => phase.id === id)?.[1];
      if (!group || !row || row.root.hidden) return false;
      group.open(true);
      row.root.scrollIntoView({ block: "nearest", inline: "nearest" });
      if (focus) keys.focus(row.pick);
      return true;
    },
  };
}

const isNeighbour = ({ classList, ariaSelected }: HTMLElement): boolean =>
  ariaSelected === "true" || classList.contains("is-awaited") || classList.contains("is-waiting");

/** From the top of all groups. */
function middleOf(row: HTMLElement): number {
  const track = row.lastElementChild as HTMLElement;
  return row.offsetTop + track.offsetTop + track.offsetHeight / 2;
}

/** How many findings each phase has, and the worst of them. */
function findingFlags({ session: { data } }: App): ReadonlyMap<string, FindingFlag> {
  const flags = new Map<string, FindingFlag>();
  for (const { phases, severity } of data.findings) {
    for (const index of phases) {
      const { id } = data.head.phases[index]!;
      const { count, worst } = flags.get(id) ?? { count: 0, worst: severity };
      const isWorse = SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(worst);
      flags.set(id, { count: count + 1, worst: isWorse ? severity : worst });
    }
  }
  return flags;
}

const SEVERITIES = ["error", "warning", "notice"];

function groupView(app: App, group: TimelineGroup, flags: ReadonlyMap<string, FindingFlag>): GroupView {
  const rows = group.rows.map((row) => {
    const canEdit = group.kind === "tier";
    return [row, timelineRow(app, row, flags.get(row.phase.id) ?? null, canEdit)] as const;
  });
  const list = element("div", { class: "rows", role: "presentation" }, ...rows.map(([, view]) => view.root));
  const note = element("span", { class: "group-note" });
  const bar = element("span", { class: "group-bar", "aria-hidden": "true" }, element("span", {}));
  const open = (isOpen: boolean) => {
    list.hidden = !isOpen;
    setAttribute(toggle, "aria-expanded", isOpen ? "true" : "false");
  };
  const toggle = button(
    { class: "toggle", tabindex: -1, "aria-expanded": "true" },
    () => open(list.hidden !== false),
    element("span", { class: "chevron", "aria-hidden": "true" }),
    element("span", { class: "group-name" }, nameOf(group)),
  );
  const head = element(
    "div",
    { class: "group-head", role: "row" },
    element("div", { role: "rowheader", "aria-colspan": 3, class: "group-title" }, toggle, bar, note),
  );
  const root = element("div", { class: `group is-${group.kind}`, role: "rowgroup" }, head, list);
  if (group.tier?.state === "done" && app.state.portion === "remaining") open(false);
  return {
    root,
    rows,
    toggle,
    open,
    update(now, filter) {
      let count = 0;
      now.rows.forEach((row, index) => {
        const view = rows[index]![1];
        const isShown = filter(row);
        if (view.root.hidden === isShown) view.root.hidden = !isShown;
        if (isShown) view.update(row);
        if (isShown) count++;
      });
      root.hidden = count === 0;
      if (count > 0 && app.state.search !== "") open(true);
      note.textContent = noteOf(now, count);
      bar.hidden = now.tier === null;
      bar.style.setProperty("--progress", `${now.tier?.progressPercent ?? 0}%`);
      return count;
    },
  };
}

const nameOf = ({ kind, tier }: TimelineGroup): string =>
  tier ? `Tier ${tier.tier}` : kind === "removed" ? "On base only" : "Without dates";

const STATES = { done: "done", "in-progress": "under way", ready: "can begin", waiting: "waits" } as const;

function noteOf({ tier, rows }: TimelineGroup, count: number): string {
  const phases = count === rows.length ? plural(count, "phase") : `${count} of ${plural(rows.length, "phase")}`;
  if (!tier) return phases;
  const weeks = tier.finish > tier.start ? ` · week ${formatWindow(tier.start, tier.finish)} of the whole plan` : "";
  return `${STATES[tier.state]} · ${phases} · ${Math.round(tier.progressPercent)} % done${weeks}`;
}

/** Marks what the selected phase waits for, and what waits for it. */
function markNeighbours({ state, session }: App, groups: readonly GroupView[]): void {
  const { phases } = session.now.plan;
  const awaited = new Set(
    (state.selected === null ? [] : (phases.get(state.selected)?.dependsOn ?? [])).map(({ id }) => id),
  );
  for (const [{ phase }, view] of groups.flatMap(({ rows }) => rows)) {
    const waits =
      state.selected !== null && phases.get(phase.id)?.dependsOn.some(({ id }) => id === state.selected) === true;
    view.root.classList.toggle("is-awaited", awaited.has(phase.id));
    view.root.classList.toggle("is-waiting", waits);
  }
}

const legend = (): HTMLElement =>
  element(
    "ul",
    { class: "legend", "aria-label": "Legend" },
    ...(
      [
        ["critical", "critical: a slip moves the end"],
        ["near", "nearly critical"],
        ["plain", "has time to spare"],
        ["float", "how far it may slip"],
        ["before", "where it was"],
        ["over", "done"],
      ] as const
    ).map(([kind, words]) =>
      element("li", {}, element("span", { class: `key is-${kind}`, "aria-hidden": "true" }), words),
    ),
  );
