/** A Markdown table. Cells must be safe already; `end` columns hold numbers. */
export function table(
  columns: readonly { readonly title: string; readonly align?: "end" }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => column.title)),
    line(columns.map((column) => (column.align === "end" ? "--:" : ":--"))),
    ...rows.map(line),
  ].join("\n");
}
