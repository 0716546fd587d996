import type { PageData } from "../model/page-data.js";
import { plural } from "../render/shared/plural.js";
import { inDays, inWeeks } from "./engine/position-words.js";
import { PlanSession } from "./engine/plan-session.js";
import { timeline } from "./engine/timeline.js";
import { agentsView } from "./view/agents-view.js";
import type { App, View, ViewState } from "./view/app.js";
import { detailsView } from "./view/details-view.js";
import { element } from "./view/element.js";
import { findingsView } from "./view/findings-view.js";
import { headerView } from "./view/header-view.js";
import { helpDialog } from "./view/help-dialog.js";
import { summaryView } from "./view/summary-view.js";
import { timelineView } from "./view/timeline-view.js";
import { toolbarView } from "./view/toolbar-view.js";
import { triedView } from "./view/tried-view.js";

const DEFAULT_AGENTS = 3;

function start(data: PageData): void {
  const page = document.getElementById("page")!;
  if (data.plans.length === 0) {
    page.append(element("h1", {}, "No plan"), element("p", {}, data.headline));
    return;
  }
  const sessions = new Map<number, PlanSession>();
  const sessionOf = (index: number): PlanSession => {
    const session = sessions.get(index) ?? new PlanSession(data.plans[index]!);
    sessions.set(index, session);
    return session;
  };
  const live = element("p", { class: "sr", role: "status", "aria-live": "polite" });
  const session = sessionOf(0);
  const state: ViewState = {
    plan: 0,
    ...choicesFor(session),
    portion: "remaining",
    model: "dependencies",
    search: "",
    unit: session.data.calendar ? "dates" : "weeks",
    zoom: 1,
    selected: null,
    hasShortcuts: true,
  };
  const app: App & { state: ViewState; session: PlanSession } = {
    data,
    state,
    session,
    timeline: timeline(session, state),
    words: wordsFor(session, state, data.asOf),
    change(part) {
      const other = part.plan !== undefined && part.plan !== app.state.plan ? sessionOf(part.plan) : null;
      app.session = other ?? app.session;
      app.state = { ...app.state, ...(other && choicesFor(other)), ...part };
      if (app.session.data.calendar === null && app.state.unit === "dates") app.state = { ...app.state, unit: "weeks" };
      update();
      if (part.search) app.announce(`${plural(chart.count(), "phase")} found`);
    },
    reveal(id, focus = false) {
      app.change({ selected: id });
      if (chart.reveal(id, focus)) return;
      app.change({ search: "", show: "all" });
      chart.reveal(id, focus);
    },
    tryDuration(id, text) {
      const trouble = app.session.tryDuration(id, text);
      if (trouble !== null) return trouble;
      const { ghosts } = app.state;
      app.change({ ghosts: ghosts === "none" ? "written" : ghosts });
      app.announce(`The plan takes ${app.timeline.makespan} weeks`);
      return null;
    },
    reset() {
      app.session.reset();
      app.change({});
      app.announce(`As written: the plan takes ${app.timeline.makespan} weeks`);
      document.getElementById("search")?.focus();
    },
    announce(text) {
      live.textContent = text;
    },
  };
  const update = () => {
    Object.assign(app, {
      timeline: timeline(app.session, app.state),
      words: wordsFor(app.session, app.state, data.asOf),
    });
    for (const view of views) view.update();
  };

  const help = helpDialog(data.version, (hasShortcuts) => app.change({ hasShortcuts }));
  const header = headerView(app, () => help.showModal());
  const [summary, toolbar, tried] = [summaryView(app), toolbarView(app), triedView(app)];
  const [chart, agents] = [timelineView(app), agentsView(app)];
  const [details, findings] = [detailsView(app), findingsView(app)];
  const views: readonly View[] = [header, summary, toolbar, tried, chart, agents, details, findings];
  page.append(
    header.root,
    element(
      "main",
      {},
      summary.root,
      toolbar.root,
      element(
        "div",
        { class: "columns" },
        element("div", { class: "work" }, tried.root, chart.root, agents.root),
        element(
          "aside",
          { class: "aside", "aria-label": "Findings and the selected phase" },
          details.root,
          findings.root,
        ),
      ),
    ),
    element("footer", {}, `plan-gate ${data.version} · ${data.asOf} · computed in this page, from data in this file`),
    live,
    help,
  );
  update();
  document.addEventListener("keydown", (event) => shortcut(event, app, help));
}

const choicesFor = ({ base, data }: PlanSession): Pick<ViewState, "ghosts" | "show" | "agents"> => ({
  ghosts: base ? "base" : "written",
  show: "all",
  agents: data.agents ?? DEFAULT_AGENTS,
});

const wordsFor = ({ data: { calendar } }: PlanSession, { unit, portion }: ViewState, asOf: string) =>
  unit === "dates" && calendar ? inDays(calendar, portion === "remaining" ? asOf : null) : inWeeks;

function shortcut(event: KeyboardEvent, app: App, help: HTMLDialogElement): void {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type !== "radio";
  const search = document.getElementById("search")!;
  if (event.key === "Escape" && !help.open) {
    if (event.target === search) app.change({ search: "" });
    else if (app.state.selected !== null) app.change({ selected: null });
  }
  if (isTyping || help.open || !app.state.hasShortcuts || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  }
  if (event.key === "?") help.showModal();
}

start(JSON.parse(document.getElementById("data")!.textContent) as PageData);
