import { describe, expect, it } from "@jest/globals";
import { troubleOf } from "../../../src/io/publish/trouble.js";
import { SetupError } from "../../../src/model/setup-error.js";

describe("what is said when nothing could be judged", () => {
  it("names what is wrong, where, and how to mend it", () => {
    const place = { path: ".github/plan-gate.yml", line: 3, column: 5 };
    const trouble = troubleOf(new SetupError("bad-config", "no such rule", { mend: "See the list.", place }));
    expect(trouble).toMatchObject({
      place,
      stack: null,
      headline: "plan-gate could not judge this change: no such rule",
    });
    expect(trouble.text).toBe(
      "plan-gate could not judge this change: no such rule (.github/plan-gate.yml:3)\nSee the list.",
    );
    expect(trouble.markdown).toContain("See the list.");
  });

  it("keeps every line of a message, and one of them in the headline", () => {
    const trouble = troubleOf(new SetupError("bad-config", "2 problems:\n  one\n  two", { mend: "m" }));
    expect(trouble.headline).toMatch(/2 problems:$/);
    expect(trouble.text.split("\n")).toEqual([trouble.headline, "  one", "  two", "m"]);
    expect(trouble.markdown).toContain("- one\n- two");
  });

  it("asks for a report of our own mistakes, with the stack", () => {
    const trouble = troubleOf(new TypeError("x is undefined"));
    expect(trouble.headline).toContain("an internal error: x is undefined");
    expect(trouble.stack).toContain("TypeError");
    expect(troubleOf("text").headline).toContain("text");
    expect(troubleOf("text").stack).toBeNull();
  });

  it("lets no text of other people become Markdown", () => {
    const { markdown } = troubleOf(new SetupError("bad-config", "<img src=x> @org/team [a](b)", { mend: "m" }));
    expect(markdown).not.toContain("<img");
    expect(markdown).not.toContain("@org");
    expect(markdown).not.toContain("[a](b)");
  });
});
