import type { PageFinding } from "../../model/page-data.js";
import type { App, View } from "./app.js";
import { button, element } from "./element.js";
import { findingItem } from "./finding-item.js";

const MOST_AT_ONCE = 100;

/** Every finding of the plan, and of the set-up, with the way to its phases. */
export function findingsView(app: App): View {
  const heading = element("h2", { id: "findings-title" });
  const list = element("ul", { class: "findings" });
  const more = button({ class: "quiet" }, () => show(Infinity), "Show all");
  const root = element("section", { class: "panel", "aria-labelledby": "findings-title" }, heading, list, more);
  let shown = -1;
  const show = (most: number) => {
    const findings = [...app.session.data.findings, ...app.data.otherFindings].sort(bySeverity);
    heading.textContent = findings.length === 0 ? "No findings" : `Findings (${findings.length})`;
    list.hidden = findings.length === 0;
    list.replaceChildren(...findings.slice(0, most).map((finding) => findingItem(app, finding, true)));
    more.hidden = findings.length <= most;
  };
  return {
    root,
    update() {
      if (shown === app.state.plan) return;
      shown = app.state.plan;
      show(MOST_AT_ONCE);
    },
  };
}

const SEVERITIES = ["error", "warning", "notice"] as const;

/** What counts before what is accepted or on base already, and of that the worst first. */
const bySeverity = (one: PageFinding, other: PageFinding): number => rank(one) - rank(other);
const rank = ({ severity, isNew, waivedBy }: PageFinding): number =>
  SEVERITIES.indexOf(severity) + (waivedBy === null && isNew ? 0 : SEVERITIES.length);
