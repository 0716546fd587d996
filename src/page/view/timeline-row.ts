import type { Severity } from "../../model/finding.js";
import type { PhaseId } from "../../model/plan.js";
import { formatWeeks, weeksInWords } from "../../render/shared/format-weeks.js";
import { plural } from "../../render/shared/plural.js";
import { whyUnscheduled, type TimelineRow } from "../engine/timeline.js";
import type { App } from "./app.js";
import { dragDuration } from "./drag-duration.js";
import { editDuration } from "./edit-duration.js";
import { button, element, setAttribute } from "./element.js";

const STATUS_WORDS: Readonly<Record<string, string>> = {
  done: "done",
  "in-progress": "in progress",
  blocked: "blocked",
  paused: "paused",
};

/** One phase of the timeline. Made once; what is computed again only moves it. */
export interface RowView {
  readonly root: HTMLElement;
  readonly pick: HTMLButtonElement;
  update(row: TimelineRow): void;
}

/** How many findings a phase has, and the worst of them. */
export interface FindingFlag {
  readonly count: number;
  readonly worst: Severity;
}

/** The row of a phase; `flagged` is null for one without findings. A phase of base alone cannot be edited. */
export function timelineRow(app: App, first: TimelineRow, flagged: FindingFlag | null, canEdit: boolean): RowView {
  const { id, label, title, status } = first.phase;
  const pick = button(
    { class: "pick", tabindex: -1, "data-cell": "pick", title: title ? `${label}: ${title}` : label },
    () => (app.state.selected === id ? app.change({ selected: null }) : app.reveal(id)),
    element("span", { class: "label" }, label),
    title ? " " : null,
    title ? element("span", { class: "title" }, title) : null,
  );
  const mark = element("span", { class: `mark is-${status}`, "aria-hidden": "true" });
  const flag = flagged && flagOf(app, id, label, flagged);
  const fresh = element("span", { class: "tag" }, "new");
  const edit = button({ class: "edit", tabindex: -1, "data-cell": "edit" }, () => editDuration(app, edit, id));
  const takes = element("div", { class: "takes", role: "gridcell" }, canEdit ? edit : null);
  const said = element("span", { class: "sr" });
  const grip = element("span", { class: "grip" });
  const bar = element("span", { class: "bar" }, canEdit ? grip : null);
  const parts = [element("span", { class: "ghost" }), element("span", { class: "tail" }), bar];
  const track = element("div", { class: "track", role: "gridcell" }, said, ...parts);
  dragDuration(app, grip, track, id);
  const root = element(
    "div",
    { class: "row", role: "row", "data-id": id },
    element("div", { class: "name", role: "rowheader" }, mark, pick, fresh, flag),
    takes,
    track,
  );
  return {
    root,
    pick,
    update(row) {
      const { phase, times, isOver, ghost } = row;
      const isTried = app.session.tried.has(id);
      const isPlaced = times !== null && !isOver;
      setAttribute(root, "class", classesOf(row, isTried));
      setAttribute(root, "aria-selected", app.state.selected === id ? "true" : null);
      fresh.hidden = app.state.ghosts !== "base" || !row.isNew;
      const style = track.style;
      style.setProperty("--start", String(times?.earliestStart ?? 0));
      style.setProperty("--finish", String(times?.earliestFinish ?? 0));
      style.setProperty("--float", String(isPlaced ? times.totalFloat : 0));
      style.setProperty("--ghost-start", String(ghost?.start ?? 0));
      style.setProperty("--ghost-finish", String(ghost?.finish ?? 0));
      const weeks = app.state.portion === "full" ? phase.duration?.weeks : phase.remainingWeeks;
      edit.textContent = isOver ? "–" : weeks === undefined || weeks === null ? "?" : `${formatWeeks(weeks)} w`;
      edit.disabled = isOver;
      setAttribute(edit, "aria-label", `${edit.textContent}, duration of ${label} in weeks`);
      said.textContent = rowInWords(app, row);
      track.title = said.textContent;
    },
  };
}

function flagOf(app: App, id: PhaseId, label: string, { count, worst }: FindingFlag): HTMLButtonElement {
  const words = `${plural(count, "finding")} about ${label}`;
  const press = () => {
    app.reveal(id);
    document.querySelector(".details .findings")?.scrollIntoView({ block: "nearest" });
  };
  return button(
    { class: `flag is-${worst}`, tabindex: -1, "data-cell": "flag", "aria-label": words, title: words },
    press,
    String(count),
  );
}

function classesOf({ phase, times, isOver, ghost }: TimelineRow, isTried: boolean): string {
  const names: readonly (readonly [string, boolean])[] = [
    ["is-critical", times?.isCritical === true && !isOver],
    ["is-near", times?.isNearCritical === true && !isOver],
    ["is-done", phase.status === "done" || phase.tier?.isHistorical === true],
    ["is-over", isOver],
    ["is-placed", times !== null && !isOver],
    ["is-moment", times !== null && !isOver && times.earliestFinish === times.earliestStart],
    ["has-ghost", ghost !== null],
    ["is-tried", isTried],
  ];
  return ["row", ...names.filter(([, holds]) => holds).map(([name]) => name)].join(" ");
}

/** `week 3–7, may slip 2 weeks`: all that the bar shows. */
function rowInWords({ words, session }: App, { phase, times, isOver, ghost }: TimelineRow): string {
  const was = ghost ? `, before ${words.window(ghost.start, ghost.finish)}` : "";
  const status = STATUS_WORDS[phase.status];
  const state = status === undefined ? "" : `, ${status}`;
  if (!session.now.plan.phases.has(phase.id)) return `not in the plan any more${was}`;
  if (isOver) return `done${was}`;
  if (times === null) return `no dates: ${whyUnscheduled(phase)}`;
  const slip = times.isCritical ? "critical" : `may slip ${weeksInWords(times.totalFloat)}`;
  return `${words.window(times.earliestStart, times.earliestFinish)}, ${slip}${state}${was}`;
}
