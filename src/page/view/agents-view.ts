import type { AgentSchedule } from "../../model/schedule.js";
import { formatWeeks, weeksInWords } from "../../render/shared/format-weeks.js";
import { plural } from "../../render/shared/plural.js";
import type { App, View } from "./app.js";
import { button, element, setAttribute } from "./element.js";

/** Who works on what when, for as many as the slider says; each works on one phase at a time. */
export function agentsView(app: App): View {
  const slider = element("input", { type: "range", id: "agents", min: 1, step: 1, "aria-describedby": "agents-words" });
  const count = element("output", { for: "agents", class: "agents-count" });
  const words = element("p", { id: "agents-words", class: "agents-words" });
  const lanes = element("ol", { class: "lanes" });
  const control = element(
    "div",
    { class: "agents-control" },
    element("label", { for: "agents" }, "Working side by side"),
    slider,
    count,
  );
  const root = element(
    "section",
    { class: "agents", "aria-labelledby": "agents-title" },
    element("h2", { id: "agents-title" }, "Who works on what"),
    control,
    words,
    lanes,
  );
  slider.addEventListener("input", () => app.change({ agents: Number(slider.value) }));
  let shown: AgentSchedule | null = null;
  let waiting = 0;
  const draw = () => {
    const { agents: schedules } = app.session.now.schedule[app.state.portion];
    root.hidden = schedules.length === 0;
    const schedule = schedules[Math.min(app.state.agents, schedules.length) - 1];
    if (!schedule) return;
    setAttribute(slider, "max", schedules.length);
    slider.value = String(schedule.agents);
    slider.disabled = schedules.length === 1;
    setAttribute(slider, "aria-valuetext", `${plural(schedule.agents, "agent")}, ${weeksInWords(schedule.weeks)}`);
    count.textContent = plural(schedule.agents, "agent");
    words.textContent = inWords(schedule, schedules);
    if (schedule !== shown) lanes.replaceChildren(...lanesOf(app, schedule));
    shown = schedule;
    for (const block of lanes.querySelectorAll<HTMLElement>("[data-id]"))
      block.classList.toggle("is-selected", block.dataset["id"] === app.state.selected);
  };
  return {
    root,
    // Sharing out takes longer than everything else together: the page is painted first.
    update() {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(draw, 0);
    },
  };
}

function inWords(schedule: AgentSchedule, all: readonly AgentSchedule[]): string {
  const { weeks, proven, lowerBound, utilisation, agents } = schedule;
  const proof = proven ? "proven best" : `not below ${formatWeeks(lowerBound)}`;
  const before = all[agents - 2];
  const gain = before ? before.weeks - weeks : 0;
  const saved = before
    ? `, ${gain > 0 ? `${weeksInWords(gain)} less than with one fewer` : "no less than with one fewer"}`
    : "";
  return `${weeksInWords(weeks)} (${proof})${saved}; busy ${Math.round(utilisation * 100)} % of the time.`;
}

function lanesOf(app: App, { lanes, weeks }: AgentSchedule): HTMLElement[] {
  const { phases } = app.session.now.plan;
  const { times } = app.session.now.schedule[app.state.portion].dependencies;
  return lanes.map(({ agent, phases: work }) => {
    const blocks = work.map(({ id, start, finish }, index) => {
      const { label, title } = phases.get(id)!;
      const said = `${label}${title ? `: ${title}` : ""}, ${app.words.window(start, finish)}`;
      const block = button(
        {
          class: `block${times.get(id)?.isCritical ? " is-critical" : ""}`,
          tabindex: index === 0 ? 0 : -1,
          "aria-label": said,
          title: said,
          "data-id": id,
        },
        () => app.reveal(id),
        element("span", {}, label),
      );
      const item = element("li", {}, block);
      item.style.setProperty("--start", String(start / (weeks || 1)));
      item.style.setProperty("--length", String((finish - start) / (weeks || 1)));
      return item;
    });
    const list = element("ol", { class: "blocks", "aria-label": `Agent ${agent}` }, ...blocks);
    list.addEventListener("keydown", moveInLane);
    return element("li", { class: "lane" }, element("span", { class: "lane-name" }, `Agent ${agent}`), list);
  });
}

/** One stop of the Tab key a lane; arrow keys inside it. */
function moveInLane(event: KeyboardEvent): void {
  const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (by === 0 || !(event.currentTarget instanceof HTMLElement)) return;
  const blocks = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const next = blocks[blocks.indexOf(document.activeElement as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  for (const block of blocks) block.tabIndex = block === next ? 0 : -1;
  next.focus();
}
