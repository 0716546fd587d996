import type { App, Show, View } from "./app.js";
import { button, element } from "./element.js";

const ZOOMS = [1, 2, 4, 8, 16];

/** What of the plan is looked at, and how. */
export function toolbarView(app: App): View {
  const search = element("input", {
    type: "search",
    id: "search",
    placeholder: "Search phases",
    "aria-label": "Search phases",
    autocomplete: "off",
    spellcheck: "false",
  });
  search.addEventListener("input", () => app.change({ search: search.value.trim() }));
  const portion = choice(app, "Work", "portion", [
    ["remaining", "What is left"],
    ["full", "Whole plan"],
  ]);
  const model = choice(app, "Order", "model", [
    ["dependencies", "By dependencies"],
    ["tiered", "Tier by tier"],
  ]);
  const ghosts = element("select", { id: "ghosts" });
  ghosts.addEventListener("change", () => app.change({ ghosts: ghosts.value as "base" }));
  const unit = element("select", { id: "unit" }, option("weeks", "weeks"), option("dates", "dates"));
  unit.addEventListener("change", () => app.change({ unit: unit.value as "weeks" }));
  const unitChoice = labelled("Axis in", unit);
  const show = element("select", { id: "show" });
  show.addEventListener("change", () => app.change({ show: show.value as Show }));
  const zoomed = element("output", { class: "zoom-value", id: "zoom-value" });
  const zoom = (step: number) => () => {
    const at = ZOOMS.indexOf(app.state.zoom) + step;
    app.change({ zoom: ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at))]! });
  };
  let shownPlan = -1;
  return {
    root: element(
      "div",
      { class: "toolbar", role: "group", "aria-label": "View" },
      element("div", { class: "search" }, search),
      portion.root,
      model.root,
      labelled("Compare with", ghosts),
      labelled("Show", show),
      unitChoice,
      element(
        "div",
        { class: "zoom", role: "group", "aria-label": "Zoom" },
        button({ class: "step", "aria-label": "Zoom out" }, zoom(-1), "−"),
        zoomed,
        button({ class: "step", "aria-label": "Zoom in" }, zoom(1), "+"),
      ),
    ),
    update() {
      const { state, session } = app;
      if (shownPlan !== state.plan) {
        shownPlan = state.plan;
        const hasBase = session.base !== null;
        ghosts.replaceChildren(
          ...(hasBase ? [option("base", "base")] : []),
          option("written", "the plan as written"),
          option("none", "nothing"),
        );
        show.replaceChildren(
          option("all", "all phases"),
          option("open", "what is not done"),
          option("critical", "the critical path"),
          option("findings", "phases with findings"),
          ...(hasBase ? [option("changed", "what the change touches")] : []),
        );
        unitChoice.hidden = session.data.calendar === null;
      }
      ghosts.value = state.ghosts;
      show.value = state.show;
      unit.value = state.unit;
      if (search.value.trim() !== state.search) search.value = state.search;
      zoomed.textContent = `${state.zoom} ×`;
      portion.update();
      model.update();
    },
  };
}

const option = (value: string, words: string): HTMLOptionElement => element("option", { value }, words);

const labelled = (words: string, control: HTMLElement): HTMLElement =>
  element("label", { class: "choice" }, element("span", {}, words), control);

function choice<Name extends "portion" | "model">(
  app: App,
  legend: string,
  name: Name,
  words: readonly (readonly [App["state"][Name], string])[],
): View {
  const inputs = words.map(([value]) => {
    const input = element("input", { type: "radio", name, value });
    input.addEventListener("change", () => app.change({ [name]: value }));
    return input;
  });
  return {
    root: element(
      "fieldset",
      { class: "segments" },
      element("legend", { class: "sr" }, legend),
      ...words.map(([, text], index) => element("label", {}, inputs[index]!, element("span", {}, text))),
    ),
    update() {
      for (const input of inputs) input.checked = input.value === app.state[name];
    },
  };
}
