/** Lines of a Mermaid diagram as the code block that GitHub draws. */
export const mermaidBlock = (lines: readonly string[]): string => ["```mermaid", ...lines, "```"].join("\n");
