/** One stop of the Tab key for a whole grid, and arrow keys inside it. */
export interface GridKeys {
  focus(control: HTMLElement): void;
  /** To be called when rows came, went or were hidden. */
  refresh(): void;
}

const PAGE = 10;

/**
 * Moves the focus among the buttons of a grid: up and down between rows, left and right within one, Home and End to the
 * ends, Page Up and Page Down by ten; `e` or F2 begins to edit the row. Left and Right on the head of a group fold it.
 */
export function gridKeys(grid: HTMLElement): GridKeys {
  let current: HTMLElement | null = null;
  let column = "pick";
  const rows = (): HTMLElement[] =>
    [...grid.querySelectorAll<HTMLElement>("[role=row]")].filter((row) => isShown(row) && row.querySelector("button"));
  const makeCurrent = (control: HTMLElement) => {
    if (current) current.tabIndex = -1;
    current = control;
    control.tabIndex = 0;
  };
  const focus = (control: HTMLElement) => {
    makeCurrent(control);
    control.focus();
  };
  grid.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLButtonElement) makeCurrent(target);
  });
  grid.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLButtonElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = target.closest<HTMLElement>("[role=row]")!;
    const goTo = (next: HTMLElement | undefined) => {
      const control = next && (cell(next, column) ?? controls(next)[0]);
      if (!control) return;
      focus(control);
      next.scrollIntoView({ block: "nearest" });
    };
    const step = (by: number) => {
      const all = rows();
      goTo(all[Math.min(all.length - 1, Math.max(0, all.indexOf(row) + by))]);
    };
    const aside = (by: number) => {
      const isOpen = target.getAttribute("aria-expanded");
      if (isOpen !== null) {
        if ((isOpen === "true") !== by > 0) target.click();
        return;
      }
      const next = controls(row)[controls(row).indexOf(target) + by];
      if (!next) return;
      column = next.dataset["cell"] ?? "pick";
      focus(next);
    };
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      PageDown: () => step(PAGE),
      PageUp: () => step(-PAGE),
      Home: () => step(-Infinity),
      End: () => step(Infinity),
      ArrowRight: () => aside(1),
      ArrowLeft: () => aside(-1),
      F2: () => cell(row, "edit")?.click(),
      e: () => cell(row, "edit")?.click(),
    };
    const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  });
  return {
    focus,
    refresh() {
      if (current && grid.contains(current) && isShown(current)) return;
      const first = rows()[0];
      const control = first && controls(first)[0];
      if (control) makeCurrent(control);
    },
  };
}

const isShown = (part: HTMLElement): boolean => part.closest("[hidden]") === null;

const controls = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>("button:not([disabled])")];

const cell = (row: HTMLElement, column: string): HTMLElement | null =>
  row.querySelector<HTMLElement>(`[data-cell="${column}"]:not([disabled])`);
