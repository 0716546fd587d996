import { plural } from "../../render/shared/plural.js";
import type { App, View } from "./app.js";
import { button, element, setAttribute } from "./element.js";

const THEMES = ["auto", "light", "dark"] as const;

/** Name of the plan, the verdict, and what is about the page itself: its colours and its keys. */
export function headerView(app: App, openHelp: () => void): View {
  const { data } = app;
  const title = element("h1", {});
  const plans = planChoice(app);
  const verdict = element(
    "p",
    { class: `verdict is-${data.outcome}` },
    element("span", { class: "verdict-mark", "aria-hidden": "true" }, data.outcome === "pass" ? "✓" : "✕"),
    data.headline,
  );
  let theme: (typeof THEMES)[number] = "auto";
  const themeButton = button({ class: "quiet", id: "theme" }, () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
    setAttribute(document.documentElement, "data-theme", theme === "auto" ? null : theme);
    themeButton.textContent = `Colours: ${theme}`;
  });
  themeButton.textContent = `Colours: ${theme}`;
  const root = element(
    "header",
    { class: "page-header" },
    element(
      "div",
      { class: "page-title" },
      element("p", { class: "eyebrow" }, `Plan report · as of ${data.asOf}`),
      title,
      verdict,
    ),
    element(
      "div",
      { class: "page-tools" },
      plans,
      themeButton,
      button({ class: "quiet", id: "help-open", "aria-haspopup": "dialog" }, openHelp, "Keys and help"),
    ),
  );
  const remarks = remarksOf(app);
  if (remarks) root.append(remarks);
  return {
    root,
    update() {
      title.textContent = app.session.data.name;
      document.title = `${app.session.data.name} – plan report`;
    },
  };
}

function planChoice(app: App): HTMLElement | null {
  const { plans } = app.data;
  if (plans.length < 2) return null;
  const select = element(
    "select",
    { id: "plan" },
    ...plans.map(({ name }, index) => element("option", { value: index }, name)),
  );
  select.addEventListener("change", () => app.change({ plan: Number(select.value), selected: null, search: "" }));
  return element("label", { class: "choice" }, element("span", {}, `Plan (${plans.length})`), select);
}

function remarksOf({ data: { remarks } }: App): HTMLElement | null {
  if (remarks.length === 0) return null;
  return element(
    "details",
    { class: "remarks" },
    element("summary", {}, plural(remarks.length, "remark about this run", "remarks about this run")),
    element("ul", {}, ...remarks.map((remark) => element("li", {}, remark))),
  );
}
