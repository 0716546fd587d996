import type { PageFinding } from "../../model/page-data.js";
import type { PhaseId } from "../../model/plan.js";
import type { App } from "./app.js";
import { button, element } from "./element.js";

const MARKS = { error: "✕", warning: "!", notice: "i" } as const;

/** One finding with its rule, its place, and the way to its phases. `isLinked` is false where those are at hand already. */
export function findingItem(app: App, finding: PageFinding, isLinked: boolean): HTMLLIElement {
  const { severity, message, ruleId, path, line, isNew, waivedBy, phases } = finding;
  const { head, base } = app.session.data;
  const { rulesUrl } = app.data;
  const rule = rulesUrl
    ? element("a", { href: `${rulesUrl}/${ruleId}.md`, rel: "noreferrer" }, ruleId)
    : element("span", {}, ruleId);
  const links = (isLinked ? phases : []).map((index) => {
    const { id, label } = head.phases[index]!;
    return button({ class: "chip" }, () => app.reveal(id as PhaseId, true), label);
  });
  return element(
    "li",
    { class: `finding is-${severity}${waivedBy === null ? "" : " is-waived"}` },
    element("span", { class: "severity", "aria-hidden": "true" }, MARKS[severity]),
    element(
      "div",
      {},
      element("p", { class: "message" }, element("span", { class: "sr" }, `${severity}: `), message),
      links.length > 0 ? element("p", { class: "chips" }, ...links) : null,
      element(
        "p",
        { class: "muted" },
        rule,
        ` · ${path}:${line}`,
        base !== null && !isNew ? " · base has it already" : null,
        waivedBy === null ? null : ` · accepted by ${waivedBy}`,
      ),
    ),
  );
}
