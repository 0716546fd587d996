import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { inert } from "../../../src/io/publish/log.js";
import { workflowCommands } from "../../kit/runner/workflow-commands.js";

describe("what the log shows", () => {
  it.each([
    "::set-output name=x::y",
    "  ::error::x",
    "text ##[error]x",
    "a\r::error::x",
    "a\u2028::error::x",
    "\ufeff::error::x",
    "a\u0085##[group]",
    ":::error::x",
    "###[error]x",
    "::add-mask::secret\n::stop-commands::token",
  ])("gives no command by %j", (text) => {
    expect(workflowCommands(inert(text))).toEqual([]);
  });

  it("gives no command whatever it is", () => {
    const part = fc.constantFrom(
      "::",
      ":",
      "##",
      "#",
      "[",
      "error",
      "]",
      " ",
      "\n",
      "\r",
      "\t",
      "\u0000",
      "x",
      "set-output name=a",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = inert(parts.join(""));
        expect(workflowCommands(text)).toEqual([]);
        expect(text).not.toContain("##[");
        expect(text).not.toMatch(/^\s*::/m);
      }),
    );
  });

  it("leaves other text as it is", () => {
    const text = "Phase 2: 4 weeks\n  → docs/PLAN.md:3:5 # [x] a:b";
    expect(inert(text)).toBe(text);
  });

  it("takes away what steers a terminal", () => {
    expect(inert("\u001b[31mred\u0007")).toBe(" [31mred ");
  });
});
