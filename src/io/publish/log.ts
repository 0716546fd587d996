import * as core from "@actions/core";

/**
 * Text as the runner may see it without obeying it: no line begins with `::`, none holds `##[`, and no control
 * character but the line feed is left. Everything else stays readable.
 */
export function inert(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      // eslint-disable-next-line no-control-regex -- control characters are what this is about
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g, " ")
      .replace(/:(?=:)/g, ": ")
      .replace(/##(?=\[)/g, "## ")
  );
}

/** The only way this program writes to the runner's log. Whatever is passed, no workflow command comes of it. */
export interface Log {
  /** One or more lines. */
  info(text: string): void;
  /** Lines that the reader opens when wanted. */
  group(title: string, text: string): void;
  /** Only shown when the run is debugged. */
  debug(text: string): void;
  /** An annotation without a place. */
  warning(text: string): void;
}

export const log: Log = {
  info(text) {
    core.info(inert(text));
  },
  group(title, text) {
    core.startGroup(inert(title).replaceAll("\n", " "));
    core.info(inert(text));
    core.endGroup();
  },
  debug(text) {
    core.debug(inert(text));
  },
  warning(text) {
    core.warning(inert(text));
  },
};
