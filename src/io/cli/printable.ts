import { breakCommands } from "../../render/shared/break-commands.js";

/**
 * Text of other people for a terminal or a log: what would steer or hide (control and format characters) becomes U+FFFD,
 * and no line is a command to a workflow runner.
 */
export const printable = (text: string): string =>
  breakCommands(text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\uFFFD"), "at-line-start");

/** The same with white space of any kind as one blank. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, " "));
