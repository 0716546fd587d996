import type { PhaseId } from "../../model/plan.js";
import type { App } from "./app.js";
import { element, setAttribute } from "./element.js";

/**
 * Puts a field in the place of the button that shows a duration. Enter and leaving it try what is typed; an empty field
 * is the duration that is written; Escape changes nothing; arrow keys go up and down by a week, and show at once.
 */
export function editDuration(app: App, shown: HTMLButtonElement, id: PhaseId): void {
  const { label } = app.session.now.plan.phases.get(id)!;
  const before = app.session.tried.get(id) ?? null;
  const input = element("input", {
    class: "edit-field",
    type: "text",
    value: before ?? writtenDuration(app, id),
    "aria-label": `Duration of ${label}, such as 3 weeks, 5 days or 2-4 weeks`,
    autocomplete: "off",
    spellcheck: "false",
  });
  let isOpen = true;
  const tryIt = (): boolean => {
    const text = input.value.trim();
    const isWritten = text === "" || text === writtenDuration(app, id);
    const trouble = app.tryDuration(id, isWritten ? null : text);
    setAttribute(input, "aria-invalid", trouble === null ? null : "true");
    input.title = trouble ?? "";
    if (trouble !== null) app.announce(trouble);
    return trouble === null;
  };
  const close = (isFocused: boolean) => {
    isOpen = false;
    input.replaceWith(shown);
    if (isFocused) shown.focus();
  };
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") {
      // It would press the button that has the focus next.
      event.preventDefault();
      if (tryIt()) close(true);
    }
    if (event.key === "Escape") {
      app.tryDuration(id, before);
      close(true);
    }
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const weeks = app.session.now.plan.phases.get(id)!.duration?.weeks ?? 0;
      input.value = `${Math.max(0, Math.round((weeks + (event.key === "ArrowUp" ? 1 : -1)) * 100) / 100)} weeks`;
      tryIt();
    }
  });
  input.addEventListener("blur", () => {
    if (!isOpen) return;
    if (!tryIt()) app.tryDuration(id, before);
    close(false);
  });
  shown.replaceWith(input);
  input.focus();
  input.select();
}

/** The duration of the plan as written, in words that can be read again. */
function writtenDuration({ session }: App, id: PhaseId): string {
  const duration = session.written.plan.phases.get(id)?.duration;
  if (!duration) return "";
  const { low, high } = duration;
  return low === high ? `${high} weeks` : `${low}-${high} weeks`;
}
