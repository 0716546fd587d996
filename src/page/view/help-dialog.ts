import { button, element } from "./element.js";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["?", "this help"],
  ["Tab", "from part to part"],
  ["↑ ↓", "from phase to phase; Page Up, Page Down, Home and End go further"],
  ["← →", "between a phase and its duration; fold and unfold a tier"],
  ["Enter", "show all about a phase; change a duration"],
  ["e or F2", "try another duration for the phase"],
  ["↑ ↓ in a duration", "a week more or less, shown at once"],
  ["Esc", "leave: the duration as it was, the search, the selected phase"],
];

/** The keys, what the page computes, and a switch for the shortcuts of one letter. */
export function helpDialog(version: string, changeShortcuts: (areOn: boolean) => void): HTMLDialogElement {
  const shortcuts = element("input", { type: "checkbox", checked: true, id: "shortcuts" });
  shortcuts.addEventListener("change", () => changeShortcuts(shortcuts.checked));
  const dialog = element(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    element("h2", { id: "help-title" }, "Keys and help"),
    element(
      "dl",
      { class: "keys" },
      ...KEYS.map(([keys, words]) =>
        element("div", {}, element("dt", {}, element("kbd", {}, keys)), element("dd", {}, words)),
      ),
    ),
    element("label", { class: "check" }, shortcuts, "The single keys / and ? are shortcuts"),
    element(
      "p",
      { class: "muted" },
      "Durations are tried in this page only; nothing is sent anywhere and no document is changed. ",
      `Everything is computed by the code of plan-gate ${version} inside this file.`,
    ),
    button({ class: "primary" }, () => dialog.close(), "Close"),
  );
  return dialog;
}
