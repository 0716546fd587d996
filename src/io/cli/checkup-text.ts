import type { Ailment, Checkup } from "../../model/ailment.js";
import { plainText } from "../../render/shared/plain-text.js";
import { terminalStyle, type Paint } from "../../render/shared/terminal-style.js";

const MARKS = { error: "✗ error", warning: "! warning", notice: "· notice" } as const;
const STYLES = { error: "red", warning: "yellow", notice: "blue" } as const;

/** A checkup in words for a terminal, ending in a line break: each ailment with its place, why, and the lines to have. */
export function checkupText({ ailments, remarks }: Checkup, paint: Paint = terminalStyle(false)): string {
  const count = (severity: Ailment["severity"]) => ailments.filter((one) => one.severity === severity).length;
  const [errors, warnings, notices] = [count("error"), count("warning"), count("notice")];
  const verdict =
    ailments.length === 0
      ? "No ailment."
      : `${errors} errors, ${warnings} warnings, ${notices} notices.`.replace(/\b1 (\w+)s\b/g, "1 $1");
  return [
    ...ailments.flatMap((one) => linesOf(one, paint)),
    ...remarks.map((remark) => plainText(remark)),
    paint(verdict, "bold"),
    "",
  ].join("\n");
}

function linesOf({ id, severity, place, message, why, mend, yaml }: Ailment, paint: Paint): string[] {
  const where = place ? `${plainText(place.path)}:${place.line}:${place.column}` : "this repository";
  return [
    `${paint(MARKS[severity], STYLES[severity])}  ${id}  ${where}`,
    // A configuration tells all of its problems in one message, each in a line.
    ...message.split("\n").map((line) => `  ${indented(line)}`),
    `  Why: ${plainText(why)}`,
    `  To mend it: ${plainText(mend)}`,
    ...(yaml === null ? [] : yaml.split("\n").map((line) => `    ${indented(line)}`)),
    "",
  ];
}

/** The blanks in front are kept: in YAML they mean something. */
const indented = (line: string): string => `${/^ */.exec(line)![0]}${plainText(line)}`;
