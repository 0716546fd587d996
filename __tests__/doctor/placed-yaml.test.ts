import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPlacedYaml } from "../../src/doctor/placed-yaml.js";
import { readWorkflow } from "../../src/doctor/read-workflow.js";

test("keys and values know their lines and columns", () => {
  expect(readPlacedYaml("a: 0600\nb:\n  - on\n  -\n")).toEqual({
    kind: "map",
    spot: { line: 1, column: 1 },
    entries: new Map([
      ["a", { spot: { line: 1, column: 1 }, value: { kind: "text", spot: { line: 1, column: 4 }, text: "0600" } }],
      [
        "b",
        {
          spot: { line: 2, column: 1 },
          value: {
            kind: "list",
            spot: { line: 3, column: 3 },
            items: [
              { kind: "text", spot: { line: 3, column: 5 }, text: "on" },
              { kind: "text", spot: { line: 4, column: 4 }, text: "" },
            ],
          },
        },
      ],
    ]),
  });
});

test.each([
  ["a: [", "1:5"],
  ["a: b: c", "1:4"],
  ["a: 1\na: 2", "2:1"],
])("%j is broken at %s", (text, spot) => {
  const read = readPlacedYaml(text);
  expect(`${read.kind} ${read.spot.line}:${read.spot.column}`).toBe(`broken ${spot}`);
});

test.each([
  ["too long", `a: ${"x".repeat(200_000)}`, /^it is longer than/],
  ["too deep", "[".repeat(50_000), /^it is nested too deeply$/],
  ["full of aliases", `x: &x [1]\ny: [${"*x,".repeat(101)}]`, /^it has more than 100 aliases$/],
])("what is %s is not read", (_what, text, because) => {
  const read = readPlacedYaml(text);
  expect(read.kind === "broken" ? read.because : read.kind).toMatch(because);
});

test("anything at all is read or called broken, never thrown at", () => {
  const piece = fc.constantFrom(
    "on",
    ":",
    " ",
    "\n",
    "- ",
    "jobs",
    "&a",
    "*a",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "|",
    "#",
    "?",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 60 }), (pieces) => {
      const workflow = readWorkflow({ path: "w.yml", text: pieces.join("") });
      expect("kind" in workflow ? workflow.kind : workflow.path).toMatch(/^(?:broken|w\.yml)$/);
    }),
  );
});
