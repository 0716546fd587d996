// Has every regular expression of the source checked for more than linear time, and writes down how each was shown.
//
//   (cd tools/regular-expressions && npm ci --ignore-scripts --omit=optional)
//   npm run check:regular-expressions              those that are new
//   npm run check:regular-expressions -- --all     all of them again, in some minutes
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { isBounded, LIST, type Shown } from "../__tests__/hostile/linear-expressions.js";
import { regularExpressions } from "../__tests__/hostile/regular-expressions.js";

interface Diagnostics {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly checker: "automaton" | "fuzz";
  readonly complexity?: { readonly summary: string };
  readonly attack?: { readonly pattern: string };
}
type Check = (source: string, flags: string, options: { timeout: number }) => Diagnostics;

const { values } = parseArgs({ options: { all: { type: "boolean", default: false } } });
process.env["RECHECK_SYNC_BACKEND"] = "pure";
const { checkSync } = createRequire(`${process.cwd()}/tools/regular-expressions/package.json`)("recheck") as {
  checkSync: Check;
};

const PIECES = [..."/.:!|~`#-+*,()[]<> \t\r\n0a", "a ", "0.", "::", "/a", "../", "@a", "a, ", "Phase 1, ", "1. ", "x:"];

const known: Readonly<Record<string, Shown>> = values.all
  ? {}
  : (JSON.parse(readFileSync(LIST, "utf8")) as Record<string, Shown>);
const shown: Record<string, Shown> = {};
for (const literal of await regularExpressions()) {
  const how = known[literal] ?? show(literal);
  if (how) shown[literal] = how;
}
writeFileSync(LIST, `${JSON.stringify(shown, null, 2)}\n`);
const all = Object.values(shown);
console.log([...new Set(all)].map((how) => `${all.filter((one) => one === how).length} ${how}`).join(", "));

function show(literal: string): Shown | null {
  const end = literal.lastIndexOf("/");
  const { status, checker, complexity, attack } = checkSync(literal.slice(1, end), literal.slice(end + 1), {
    timeout: 10_000,
  });
  if (status === "safe" && checker === "automaton") return "proved";
  // A search calls some steps a character for each of a bounded number of repetitions a power of the length.
  if (isBounded(literal)) return "bounded";
  if (status === "safe" && !isSlow(literal)) return "searched";
  console.error(`${status} ${complexity?.summary ?? ""} ${attack?.pattern ?? ""}\n  ${literal}`);
  process.exitCode = 1;
  return null;
}

/** True when a text of 400,000 characters takes more than ten times as long as one of 100,000. */
function isSlow(literal: string): boolean {
  const end = literal.lastIndexOf("/");
  const expression = new RegExp(literal.slice(1, end), literal.slice(end + 1));
  const cost = (text: string): number => {
    const before = process.cpuUsage();
    text.replace(expression, "");
    return process.cpuUsage(before).user;
  };
  return PIECES.some((piece) =>
    ["", "x", "1/1@"].some((opening) => {
      const text = (length: number) => `${opening}${piece.repeat(length / piece.length)}\u2028x`;
      return cost(text(400_000)) > 50_000 && cost(text(400_000)) > 10 * cost(text(100_000)) + 50_000;
    }),
  );
}
