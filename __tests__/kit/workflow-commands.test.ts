import { describe, expect, it } from "@jest/globals";
import { workflowCommands } from "./runner/workflow-commands.js";

const names = (log: string) => workflowCommands(log).map(({ name }) => name);

describe("workflowCommands", () => {
  it("reads properties and undoes the escapes, each only once", () => {
    expect(workflowCommands("::error file=a%2Cb%3Ac.md,line=1,title=100%25::one%0Atwo%250A, three")).toEqual([
      { name: "error", properties: { file: "a,b:c.md", line: "1", title: "100%" }, message: "one\ntwo%0A, three" },
    ]);
  });

  it("sees commands after spaces, and the older form anywhere in a line", () => {
    expect(workflowCommands("  \t::warning::indented\nPhase ##[set-output name=conclusion;x=%3B]success")).toEqual([
      { name: "warning", properties: {}, message: "indented" },
      { name: "set-output", properties: { name: "conclusion", x: ";" }, message: "success" },
    ]);
  });

  it.each([
    ["text before the colons", "note: ::error::no command"],
    ["a name that the runner does not know", "::phase::Design"],
    ["no second colons", "::error without an end"],
    ["no closing bracket", "##[error never closed"],
    ["a name in brackets that the runner does not know", "##[phase]Design"],
    ["an escaped line break", "text%0A::error::no command"],
  ])("passes over %s", (_, line) => {
    expect(workflowCommands(line)).toEqual([]);
  });

  it("takes names in any case", () => {
    expect(names("::ERROR::x\n##[Group]y")).toEqual(["error", "group"]);
  });

  it("breaks lines at carriage returns too", () => {
    expect(names("safe\r::error::hidden")).toEqual(["error"]);
  });

  it("stops until the token, and goes on after it", () => {
    expect(names("::stop-commands::pause\n::error::ignored\n::pause::\n::notice::seen")).toEqual([
      "stop-commands",
      "notice",
    ]);
  });
});
