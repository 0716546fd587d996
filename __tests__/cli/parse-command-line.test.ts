import { describe, expect, test } from "@jest/globals";
import { parseCommandLine } from "../../src/io/cli/parse-command-line.js";
import { SetupError } from "../../src/model/setup-error.js";

function troubleOf(...args: string[]): SetupError {
  try {
    parseCommandLine(args);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error(`${args.join(" ")} was understood`);
}

const check = { kind: "check", files: [], base: null, config: { kind: "usual" }, failOn: null, gate: null, asOf: null };

test("check without anything takes everything from the configuration", () => {
  expect(parseCommandLine(["check"])).toEqual({ ...check, format: "text", comment: false });
});

test("check understands all of its options, before and after files", () => {
  const args = "a.md --base main --no-config --fail-on never --gate all --as-of 2026-02-28 --format=json b.md";
  expect(parseCommandLine(["check", ...args.split(" ")])).toEqual({
    kind: "check",
    files: ["a.md", "b.md"],
    base: "main",
    config: { kind: "none" },
    failOn: "never",
    gate: "all",
    asOf: "2026-02-28",
    format: "json",
    comment: false,
  });
});

test("read understands all of its options", () => {
  expect(parseCommandLine(["read", "--config", "my.yml", "a.md", "--format", "json"])).toEqual({
    kind: "read",
    files: ["a.md"],
    config: { kind: "file", path: "my.yml" },
    format: "json",
  });
});

test("what follows -- is a file, and so is a lone -", () => {
  expect(parseCommandLine(["check", "-", "--", "--base"])).toMatchObject({ files: ["-", "--base"], base: null });
});

test.each([
  [["--help"], { kind: "help", about: "plan-gate" }],
  [["-h"], { kind: "help", about: "plan-gate" }],
  [["help"], { kind: "help", about: "plan-gate" }],
  [["help", "read"], { kind: "help", about: "read" }],
  [["check", "--help"], { kind: "help", about: "check" }],
  [["read", "-h"], { kind: "help", about: "read" }],
  [["--version"], { kind: "version" }],
  [["-V"], { kind: "version" }],
])("%j", (args, command) => {
  expect(parseCommandLine(args)).toEqual(command);
});

describe("wrong use is named, and what was meant is guessed", () => {
  test.each([
    [[], /needs a command/],
    [["chek"], /no command "chek"\. Did you mean check\?/],
    [["constructor"], /no command "constructor"/],
    [["help", "toString"], /no command "toString"/],
    [["check", "--bas", "main"], /no option "--bas"\. Did you mean --base\?/],
    [["check", "--sarif"], /no option "--sarif"/],
    [["check", "--constructor"], /no option "--constructor"/],
    [["check", "-x"], /no option "-x"/],
    [["check", "-base"], /no option "-b"/],
    [["check", "--h"], /no option "--h"/],
    [["check", "--version"], /no option "--version"/],
    [["read", "--base", "main", "a.md"], /no option "--base"/],
    [["check", "--base"], /--base needs a value/],
    [["check", "--base="], /--base needs a value/],
    [["check", "--base", "--format", "json"], /--base needs a value/],
    [["check", "--no-config=yes"], /--no-config takes no value/],
    [["check", "--base", "a", "--base", "b"], /--base is given twice/],
    [["check", "--config", "a.yml", "--no-config"], /contradict/],
    [["check", "--format", "jsn"], /--format cannot be "jsn"\. Did you mean json\?/],
    [["read", "a.md", "--format", "markdown"], /--format cannot be "markdown"/],
    [["check", "--fail-on", "errors"], /--fail-on cannot be "errors"\. Did you mean error\?/],
    [["check", "--gate", "old"], /--gate cannot be "old"/],
    [["check", "--as-of", "2026-02-29"], /no calendar day/],
    [["check", "--as-of", "today"], /no calendar day/],
    [["check", "--as-of", "2026-1-1"], /no calendar day/],
    [["check", "--comment", "--format", "json"], /--comment/],
    [["read"], /at least one file/],
  ])("%j", (args, message) => {
    const trouble = troubleOf(...args);
    expect(trouble.code).toBe("bad-arguments");
    expect(trouble.message).toMatch(message);
    expect(trouble.detail.mend).not.toBe("");
  });
});

describe("sync", () => {
  test.each([
    [["sync"], { kind: "sync", files: [], config: { kind: "usual" }, to: "files" }],
    [["sync", "a.md", "--check"], { kind: "sync", files: ["a.md"], config: { kind: "usual" }, to: "nowhere" }],
    [
      ["sync", "a.md", "--stdout", "--no-config"],
      { kind: "sync", files: ["a.md"], config: { kind: "none" }, to: "stdout" },
    ],
    [["sync", "--help"], { kind: "help", about: "sync" }],
  ])("%j", (args, expected) => {
    expect(parseCommandLine(args)).toEqual(expected);
  });

  test("does not check and print at once", () => {
    expect(() => parseCommandLine(["sync", "--check", "--stdout"])).toThrow(/contradict/);
  });
});
