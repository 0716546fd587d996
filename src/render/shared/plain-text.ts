import { breakCommands } from "./break-commands.js";
import { cleanText } from "./clean-text.js";

/**
 * Text from a plan for a terminal or a log: one line, no escape sequences, and nothing that a workflow runner takes
 * for a command, wherever the line is broken later.
 */
export const plainText = (text: string, limit?: number): string => breakCommands(cleanText(text, limit), "everywhere");
