import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { helpText } from "../../src/io/cli/help-text.js";
import { COMMAND_NAMES, COMMANDS, type CommandTable } from "../../src/io/cli/option-tables.js";
import { SHORT } from "../../src/io/cli/read-options.js";

const page = readFileSync("docs/command-line.md", "utf8");
const tables: readonly (readonly [string, CommandTable])[] = Object.entries(COMMANDS);

const rowsUnder = (title: string): string[][] => {
  const lines = page.split("\n");
  const start = lines.indexOf(title);
  const rows = lines.slice(start).filter((line, index, all) => {
    const end = all.findIndex((one, at) => at > 3 && !one.startsWith("|"));
    return line.startsWith("| `") && index < end;
  });
  return rows.map((row) => row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
};
const codes = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

describe("the page of the command line", () => {
  test("has every command, and no other", () => {
    const named = rowsUnder("| Command | Question | Exit code |").map(([command]) => codes(command!)[0]);
    expect(named.toSorted()).toEqual([...COMMAND_NAMES].toSorted());
  });

  test("has every option with the commands that take it, and no other", () => {
    const told = rowsUnder("| Option | Commands | Meaning |").flatMap(([options, commands]) =>
      codes(options!)
        .filter((option) => option.startsWith("--") && option !== "--version")
        .flatMap((option) =>
          (commands === "every command" ? COMMAND_NAMES : codes(commands!)).map((command) => `${command} ${option}`),
        ),
    );
    const known = tables.flatMap(([name, { options }]) => Object.keys(options).map((option) => `${name} --${option}`));
    expect(told.toSorted()).toEqual(known.toSorted());
  });

  test("has the short form of every option that has one", () => {
    for (const [short, long] of SHORT) expect(page).toContain(`\`--${long}\` (\`-${short}\`)`);
  });

  test("gives the exit codes that the help gives", () => {
    const inHelp = [...helpText["plan-gate"].matchAll(/^ {2}(\d+) +/gm)].map(([, code]) => Number(code));
    expect(inHelp).toEqual([0, 1, 2, 70]);
    const inTable = new Set(
      rowsUnder("| Command | Question | Exit code |").flatMap((row) =>
        row
          .at(-1)!
          .match(/\b\d+\b/g)!
          .map(Number),
      ),
    );
    expect([...inTable].toSorted()).toEqual([0, 1]);
    expect(page).toContain("Wrong use and wrong set-up end with 2, a bug of plan-gate with 70.");
  });
});

describe.each(tables)("the help of %s", (name, { about, options }) => {
  const help = helpText[name as keyof typeof helpText];
  const optionLines = help.slice(help.indexOf("\nOptions"), help.indexOf("\nExamples"));

  test("begins with what the command is for and has examples of it", () => {
    expect(help).toMatch(new RegExp(`^plan-gate ${name}: `));
    expect(help.slice(help.indexOf("\nExamples:\n"))).toContain(`plan-gate ${name}`);
    expect(helpText["plan-gate"]).toContain(about);
  });

  test("lists every option, and no other", () => {
    const listed = [...optionLines.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, option]) => option!);
    expect(listed.toSorted()).toEqual(Object.keys(options).toSorted());
  });

  test("names every word that an option takes", () => {
    for (const kind of Object.values(options)) {
      if (typeof kind !== "string") for (const word of kind) expect(optionLines).toContain(word);
    }
  });
});

test("no line of any help is longer than 120 columns", () => {
  const long = Object.values(helpText).flatMap((text) => text.split("\n").filter((line) => line.length > 120));
  expect(long).toEqual([]);
});
