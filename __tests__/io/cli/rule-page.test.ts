import { describe, expect, it } from "@jest/globals";
import { rulePage } from "../../../src/io/cli/rule-page.js";
import { rules } from "../../../src/rules/index.js";

describe("rulePage", () => {
  it.each(rules.map(({ id, summary }) => [id, summary]))("has the page of %s, without links", (id, summary) => {
    const page = rulePage(id);
    expect(page.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    expect(page).toContain("\n## How to mend\n");
    expect(page).not.toMatch(/\]\([a-z-]+\.md\)/);
  });

  it("suggests the rule that was most likely meant", () => {
    expect(() => rulePage("teir-zero")).toThrow('There is no rule "teir-zero". Did you mean tier-zero?');
    expect(() => rulePage("constructor")).toThrow('There is no rule "constructor".');
  });
});
