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

const check = {
  kind: "check",
  files: [],
  base: null,
  config: { kind: "usual" },
  failOn: null,
  gate: null,
  asOf: null,
  whatIf: [],
  watch: false,
  quiet: false,
};
const schedule = {
  kind: "schedule",
  files: [],
  config: { kind: "usual" },
  model: "dependencies",
  portion: "full",
  agents: null,
  asOf: null,
  whatIf: [],
  format: "text",
  quiet: false,
};

test("check without anything takes everything from the configuration", () => {
  expect(parseCommandLine(["check"])).toEqual({ ...check, format: "text", comment: false, depth: false });
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
    whatIf: [],
    format: "json",
    comment: false,
    depth: false,
    watch: false,
    quiet: false,
  });
});

test("read understands all of its options", () => {
  expect(parseCommandLine(["read", "--config", "my.yml", "a.md", "--format", "json"])).toEqual({
    kind: "read",
    files: ["a.md"],
    config: { kind: "file", path: "my.yml" },
    format: "json",
    quiet: false,
  });
});

test("schedule without anything is of the whole plan by dependencies", () => {
  expect(parseCommandLine(["schedule"])).toEqual(schedule);
});

test("schedule understands all of its options", () => {
  const args =
    "a.md --no-config --model dependencies --remaining --agents 3 --as-of 2026-02-28 --drop 26 --format mermaid";
  expect(parseCommandLine(["schedule", ...args.split(" ")])).toEqual({
    ...schedule,
    files: ["a.md"],
    config: { kind: "none" },
    portion: "remaining",
    agents: 3,
    asOf: "2026-02-28",
    whatIf: [{ kind: "drop", phase: "26" }],
    format: "mermaid",
  });
  expect(parseCommandLine(["schedule", "--full", "--model", "tiered-computed"])).toEqual({
    ...schedule,
    model: "tieredComputed",
  });
});

test("what is to be tried keeps the order in which it is given", () => {
  const args = "--set 4.5.duration=8w --drop 26 --add-dependency docs/a:b.md/20:19 --set=3.status=60%=done";
  const remove = ["--remove-dependency", "Phase 20 : Phase 19"];
  expect(parseCommandLine(["check", ...args.split(" "), ...remove])).toMatchObject({
    whatIf: [
      { kind: "set", phase: "4.5", field: "duration", value: "8w" },
      { kind: "drop", phase: "26" },
      { kind: "add-dependency", phase: "docs/a:b.md/20", on: "19" },
      { kind: "set", phase: "3", field: "status", value: "60%=done" },
      { kind: "remove-dependency", phase: "Phase 20", on: "Phase 19" },
    ],
  });
});

test.each([
  ["docs/PLAN.md:12", "docs/PLAN.md", 12, 12],
  ["docs/PLAN.md:12-20", "docs/PLAN.md", 12, 20],
  ["C:\\plans\\a.md:1", "C:\\plans\\a.md", 1, 1],
])("explain %s", (where, file, first, last) => {
  const config = { kind: "usual" };
  expect(parseCommandLine(["explain", where])).toEqual({
    kind: "explain",
    file,
    lines: { first, last },
    config,
    format: "text",
    quiet: false,
  });
});

test("what follows -- is a file, and so is a lone -", () => {
  expect(parseCommandLine(["check", "-", "--", "--base"])).toMatchObject({ files: ["-", "--base"], base: null });
});

test.each([
  [["--help"], { kind: "help", about: "plan-gate" }],
  [["-h"], { kind: "help", about: "plan-gate" }],
  [["help"], { kind: "help", about: "plan-gate" }],
  [["help", "plan-gate"], { kind: "help", about: "plan-gate" }],
  [["help", "read"], { kind: "help", about: "read" }],
  [["help", "explain"], { kind: "help", about: "explain" }],
  [["schedule", "--help"], { kind: "help", about: "schedule" }],
  [["explain", "-h"], { kind: "help", about: "explain" }],
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
    [["shedule"], /Did you mean schedule\?/],
    [["schedule", "--modl", "tiered"], /Did you mean --model\?/],
    [["schedule", "--model", "tierd"], /--model cannot be "tierd"\. Did you mean tiered\?/],
    [["schedule", "--full", "--remaining"], /contradict/],
    [["check", "--depth", "--format", "json"], /--depth adds tables to the text report only/],
    [["schedule", "--agents", "0"], /--agents cannot be "0"/],
    [["schedule", "--agents", "two"], /--agents cannot be "two"/],
    [["schedule", "--agents", "33"], /--agents cannot be "33"/],
    [["schedule", "--agents", "2", "--model", "tiered"], /by dependencies, not by another model/],
    [["schedule", "--base", "main"], /no option "--base"/],
    [["check", "--set"], /--set needs a value/],
    [["check", "--set", "15"], /--set "15" does not say what to set/],
    [["check", "--set", "15=8w"], /does not say what to set/],
    [["check", "--set", "15.duration="], /does not say what to set/],
    [["check", "--set", ".duration=8w"], /does not say what to set/],
    [["check", "--set", "duration=1.5 weeks"], /does not say what to set/],
    [["check", "--add-dependency", "20"], /does not say who waits for whom/],
    [["check", "--remove-dependency", "20:"], /does not say who waits for whom/],
    [["read", "--drop", "3", "a.md"], /no option "--drop"/],
    [["explain"], /needs one FILE:LINE/],
    [["explain", "a.md:1", "b.md:2"], /needs one FILE:LINE/],
    [["explain", "a.md"], /"a\.md" names no line/],
    [["explain", "a.md:0"], /names no line/],
    [["explain", "a.md:9-3"], /names no line/],
    [["explain", ":3"], /names no line/],
    [["explain", "a.md:12", "--format", "markdown"], /--format cannot be "markdown"/],
  ])("%j", (args, message) => {
    const trouble = troubleOf(...args);
    expect(trouble.code).toBe("bad-arguments");
    expect(trouble.message).toMatch(message);
    expect(trouble.detail.mend).not.toBe("");
  });
});

describe("badge", () => {
  const badge = { kind: "badge", files: [], config: { kind: "usual" }, asOf: null, out: "badges", quiet: false };
  test.each<[string[], unknown]>([
    [["badge"], badge],
    [
      ["badge", "a.md", "--out", "site", "--as-of", "2026-11-22"],
      { ...badge, files: ["a.md"], out: "site", asOf: "2026-11-22" },
    ],
    [["badge", "--no-config"], { ...badge, config: { kind: "none" } }],
    [["badge", "--help"], { kind: "help", about: "badge" }],
  ])("%j", (args, command) => {
    expect(parseCommandLine(args)).toEqual(command);
  });

  test("has no gate to open", () => {
    expect(() => parseCommandLine(["badge", "--fail-on", "never"])).toThrow(/no option "--fail-on"/);
  });
});

describe("report", () => {
  const config = { kind: "usual" };
  const report = { kind: "report", files: [], base: null, config, asOf: null, html: "plan.html", quiet: false };
  test.each<[string[], unknown]>([
    [["report", "--html", "plan.html"], report],
    [
      ["report", "a.md", "--html", "out/a.html", "--base", "main", "--as-of", "2026-11-22", "--no-config"],
      { ...report, files: ["a.md"], html: "out/a.html", base: "main", asOf: "2026-11-22", config: { kind: "none" } },
    ],
    [["report", "--help"], { kind: "help", about: "report" }],
  ])("%j", (args, command) => {
    expect(parseCommandLine(args)).toEqual(command);
  });

  test("needs a file to write to", () => {
    expect(troubleOf("report", "a.md")).toMatchObject({
      message: "`plan-gate report` needs a file to write to.",
      detail: { mend: "Name one: --html plan.html." },
    });
  });
});

describe("fix", () => {
  const fix = {
    kind: "fix",
    files: [],
    base: null,
    config: { kind: "usual" },
    asOf: null,
    all: false,
    dryRun: false,
    quiet: false,
  };
  test.each([
    [["fix"], fix],
    [["fix", "a.md", "--all", "--dry-run"], { ...fix, files: ["a.md"], all: true, dryRun: true }],
    [
      ["fix", "--base", "main", "--as-of", "2026-11-22", "--no-config"],
      { ...fix, base: "main", asOf: "2026-11-22", config: { kind: "none" } },
    ],
    [["fix", "--help"], { kind: "help", about: "fix" }],
  ])("%j", (args, expected) => {
    expect(parseCommandLine(args)).toEqual(expected);
  });
});

describe("explain with a rule", () => {
  test("takes a lone word for a rule, whether or not there is one", () => {
    expect(parseCommandLine(["explain", "tier-zero"])).toEqual({ kind: "explain-rule", rule: "tier-zero" });
    expect(parseCommandLine(["explain", "zero"])).toEqual({ kind: "explain-rule", rule: "zero" });
  });

  test.each([
    ["explain", "PLAN"],
    ["explain", "docs/plan"],
  ])("%s %s names no line", (...args) => {
    expect(troubleOf(...args).message).toMatch(/names no line/);
  });

  test("takes no option with it", () => {
    expect(troubleOf("explain", "tier-zero", "--format", "json").message).toBe(
      "--format is for lines; a rule has one page.",
    );
  });
});

describe("sync", () => {
  const sync = { kind: "sync", files: [], config: { kind: "usual" }, to: "files", quiet: false };
  test.each([
    [["sync"], sync],
    [["sync", "a.md", "--check"], { ...sync, files: ["a.md"], to: "nowhere" }],
    [
      ["sync", "a.md", "--stdout", "--no-config", "-q"],
      { ...sync, files: ["a.md"], config: { kind: "none" }, to: "stdout", quiet: true },
    ],
    [["sync", "--help"], { kind: "help", about: "sync" }],
  ])("%j", (args, expected) => {
    expect(parseCommandLine(args)).toEqual(expected);
  });

  test("does not check and print at once", () => {
    expect(() => parseCommandLine(["sync", "--check", "--stdout"])).toThrow(/contradict/);
  });
});

describe("graph", () => {
  const graph = { kind: "graph", files: [], base: null, config: { kind: "usual" }, format: "mermaid", quiet: false };
  test.each([
    [["graph"], graph],
    [
      ["graph", "a.md", "--base", "main", "--format", "svg", "--quiet"],
      { ...graph, files: ["a.md"], base: "main", format: "svg", quiet: true },
    ],
  ])("%j", (args, expected) => {
    expect(parseCommandLine(args)).toEqual(expected);
  });
});

describe("diff", () => {
  test.each([
    [["main"], "main", null],
    [["main", "HEAD"], "main", "HEAD"],
    [["main..HEAD"], "main", "HEAD"],
    [["v1.2..release/1.3"], "v1.2", "release/1.3"],
    [["HEAD~2.."], "HEAD~2", "HEAD"],
    [["../old.md"], "../old.md", null],
    [["plans/../old.md"], "plans/../old.md", null],
    [["../old.md", "-"], "../old.md", "-"],
    [["a..b", "c"], "a..b", "c"],
  ])("%j", (args, base, head) => {
    const [config, quiet] = [{ kind: "usual" }, false];
    expect(parseCommandLine(["diff", ...args])).toEqual({ kind: "diff", base, head, config, format: "text", quiet });
  });

  test.each([
    [["diff"], /one state of the plans, or two/],
    [["diff", "a", "b", "c"], /one state of the plans, or two/],
    [["diff", "-"], /Only the second state/],
    [["diff", "a", "--format", "sarif"], /--format cannot be "sarif"/],
  ])("%j", (args, message) => {
    expect(troubleOf(...args).message).toMatch(message);
  });
});

describe("schema and completion", () => {
  test("take one word of those there are", () => {
    expect(parseCommandLine(["schema", "report"])).toEqual({ kind: "schema", schema: "report" });
    expect(parseCommandLine(["completion", "zsh"])).toEqual({ kind: "completion", shell: "zsh" });
  });

  test.each([
    [["schema"], /Name one schema/],
    [["schema", "report", "config"], /Name one schema/],
    [["schema", "reprot"], /no schema "reprot"\. Did you mean report\?/],
    [["completion", "tcsh"], /no shell "tcsh"/],
  ])("%j", (args, message) => {
    expect(troubleOf(...args).message).toMatch(message);
  });
});

describe("watching", () => {
  test("is for text on disk", () => {
    expect(parseCommandLine(["check", "--watch", "a.md"])).toMatchObject({ watch: true, files: ["a.md"] });
    expect(troubleOf("check", "--watch", "--format", "json").message).toMatch(/as text only/);
    expect(troubleOf("check", "--watch", "-").message).toMatch(/cannot watch standard input/);
  });
});

describe("doctor and init", () => {
  test("look at the folder they run in, and at files alone", () => {
    expect(parseCommandLine(["doctor"])).toEqual({
      kind: "doctor",
      folder: null,
      repository: null,
      branch: null,
      format: "text",
    });
    expect(parseCommandLine(["init"])).toEqual({ kind: "init", folder: null, pin: null, isAgreed: false });
  });

  test("understand all of their options", () => {
    const args = "doctor ../plans --repo octo/.github --branch release/1 --format json";
    expect(parseCommandLine(args.split(" "))).toEqual({
      kind: "doctor",
      folder: "../plans",
      repository: "octo/.github",
      branch: "release/1",
      format: "json",
    });
    const pin = "0123456789abcdef0123456789abcdef01234567";
    expect(parseCommandLine(["init", "--pin", pin, "--yes", "."])).toEqual({
      kind: "init",
      folder: ".",
      pin,
      isAgreed: true,
    });
  });

  test.each([
    [["doctor", "--repo", "plans"], '--repo cannot be "plans".'],
    [["doctor", "--repo", "../x"], '--repo cannot be "../x".'],
    [["doctor", "--branch", "main"], "--branch is for the rules that --repo asks for."],
    [["doctor", "a", "b"], "`plan-gate doctor` takes one folder."],
    [["init", "--pin", "v1"], '--pin "v1" is no commit.'],
  ])("%j is refused", (args, message) => {
    expect(troubleOf(...args).message).toBe(message);
  });
});
