/** Finished Markdown that a narrow table column must not break: `Phase 10`, `1–4 → 2–5`. */
export const noBreak = (markdown: string): string =>
  markdown.length > 40 ? markdown : markdown.replaceAll(" ", "\u00A0");
