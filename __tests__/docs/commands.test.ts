import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parseCommandLine } from "../../src/io/cli/parse-command-line.js";

const pages = [
  "README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((path) => `docs/${path.replaceAll("\\", "/")}`),
].filter((path) => path.endsWith(".md"));

const BLOCK = /^ *```(?:console|sh)\n([\s\S]*?)^ *```$/gm;
/** With or without a prompt and variables, by its name or as it is called in a clone. */
const COMMAND = /^ *(?:\$ )?(?:[A-Z_]+=\S+ )*(?:plan-gate|node dist\/cli\/index\.js) ([^#\n]+?) *(?:#.*)?$/gm;

const commands = pages.flatMap((page) =>
  [...readFileSync(page, "utf8").replaceAll("\r\n", "\n").matchAll(BLOCK)].flatMap(([, block]) =>
    [...block!.matchAll(COMMAND)].map(([, command]) => [page, command!] as const),
  ),
);

describe("commands in blocks of the documentation", () => {
  it("are found", () => {
    expect(commands.length).toBeGreaterThan(25);
  });

  it.each(commands)("%s: %s", (_, command) => {
    const [own] = command.split(/ +[>|] +/);
    expect(() => parseCommandLine(own!.split(/ +/))).not.toThrow();
  });
});
