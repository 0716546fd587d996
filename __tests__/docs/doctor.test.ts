import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { AILMENT_IDS } from "../../src/model/ailment.js";
import { helpText } from "../../src/io/cli/help-text.js";

const page = readFileSync("docs/doctor.md", "utf8");

test("the page has every ailment once, in the order of the code, and no other", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| ((?:error|warning|notice)(?:, (?:warning|notice))*) \| .+ \|$/gm)];
  expect(rows.map(([, id]) => id)).toEqual([...AILMENT_IDS]);
});

test("commands and options that the pages show are there", () => {
  const guide = readFileSync("docs/guides/first-gate.md", "utf8");
  const shown = [...`${page}${guide}`.matchAll(/plan-gate (doctor|init)((?: --[a-z]+)*)/g)];
  expect(shown.length).toBeGreaterThan(5);
  for (const [, command, options] of shown) {
    for (const option of options!.trim().split(" ").filter(Boolean)) {
      expect(helpText[command as "doctor" | "init"]).toContain(option);
    }
  }
});
