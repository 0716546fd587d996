/**
 * The text with an empty managed section behind everything else, in the line breaks that it has.
 * @param heading what to put above it, so that it does not belong to what stands last; null for nothing
 */
export function withManagedSection(text: string, name: string, heading: string | null): string {
  const lineBreak = /\r\n/.test(text) ? "\r\n" : "\n";
  const end = text === "" || text.endsWith("\n") ? "" : lineBreak;
  const lines = [
    ...(heading === null ? [] : [`## ${heading}`, ""]),
    `<!-- plan-gate:begin ${name} -->`,
    `<!-- plan-gate:end ${name} -->`,
    "",
  ];
  return [`${text}${end}`, ...lines].join(lineBreak);
}
