import { formatDifference, weeksInWords } from "../../render/shared/format-weeks.js";
import { whatIfCommand } from "../engine/what-if-command.js";
import type { App, View } from "./app.js";
import { button, element } from "./element.js";

/** What is tried on the plan, what comes of it, and the way back. */
export function triedView(app: App): View {
  const words = element("p", {});
  const list = element("ul", {});
  const command = element("code", { tabindex: 0, role: "textbox", "aria-readonly": "true", "aria-label": "Command" });
  const root = element(
    "section",
    { class: "tried", "aria-label": "What if" },
    element(
      "div",
      { class: "tried-line" },
      words,
      button({ id: "reset" }, () => app.reset(), "Back to the plan as written"),
    ),
    list,
    element("details", {}, element("summary", {}, "The same in a terminal"), command),
  );
  return {
    root,
    update() {
      const { session, state } = app;
      root.hidden = session.tried.size === 0;
      if (root.hidden) return;
      const of = (analysis: typeof session.now) => analysis.schedule[state.portion][state.model].makespan;
      const difference = formatDifference(of(session.now) - of(session.written));
      words.replaceChildren(
        element("strong", {}, "What if: "),
        `${weeksInWords(of(session.written))} → ${weeksInWords(of(session.now))} (${difference})`,
      );
      list.replaceChildren(...session.sentences.map((sentence) => element("li", {}, sentence)));
      command.textContent = whatIfCommand(session.data.documents, session.tried, state);
    },
  };
}
