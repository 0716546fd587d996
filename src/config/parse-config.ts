import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLParseError,
} from "yaml";
import type { z } from "zod";
import type { SourceDocument } from "../model/document.js";
import { limits } from "../model/limits.js";
import type { Place } from "../model/place.js";
import { SetupError } from "../model/setup-error.js";
import type { Config } from "./config.js";
import { isNestedDeeply } from "./is-nested-deeply.js";
import { nearestWord } from "./nearest-word.js";
import { normalizeConfig } from "./normalize-config.js";
import { ruleSettingKeys, writtenConfig } from "./written-config.js";

const MOST_PROBLEMS_SHOWN = 20;
const MEND =
  "Every key is described in docs/configuration.md; editors check the file against schema/config.schema.json.";

/**
 * The configuration in a YAML text; a text without content is a configuration that says nothing.
 * @throws {SetupError} `bad-config` with every problem found and the line and column of each
 */
export function parseConfig(text: string, path: string, ruleIds: readonly string[]): Config {
  if (text.length > limits.configCharacters) {
    throw badConfig(path, [{ line: 1, column: 1, message: `longer than ${limits.configCharacters} characters` }]);
  }
  if (isNestedDeeply(text)) throw badConfig(path, [{ line: 1, column: 1, message: "nested too deeply" }]);
  const lines = new LineCounter();
  const document = parseYaml(text, path, lines);
  const problems = document.errors.map((error): Problem => ({
    ...lineAndColumn(lines, error.pos[0]),
    message: yamlProblem(error, text),
  }));
  const isBroken = document.errors.some((error) => error.code !== "DUPLICATE_KEY");
  if (isBroken) throw badConfig(path, problems);

  const schema = writtenConfig(ruleIds);
  const parsed = schema.safeParse(toValue(document, path));
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(...describeIssue(issue, [], document, lines, ruleIds));
  }
  if (problems.length > 0) throw badConfig(path, problems);
  return normalizeConfig(parsed.data!, (index) => wholePlaceOf(["waivers", index], { path, text }, document, lines));
}

interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

type Path = readonly PropertyKey[];

function parseYaml(text: string, path: string, lines: LineCounter): Document.Parsed {
  try {
    const options = { version: "1.2", lineCounter: lines, prettyErrors: false, logLevel: "error" } as const;
    const document = parseDocument(text, options);
    // The parser reports its own exhausted stack among the mistakes of the file, and many more that follow from it.
    if (!document.errors.some((error) => error.message.includes("call stack"))) return document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw badConfig(path, [{ line: 1, column: 1, message: "nested too deeply" }]);
}

function yamlProblem(error: YAMLParseError, text: string): string {
  switch (error.code) {
    case "DUPLICATE_KEY": {
      const key = /^[^\s:,{}[\]]{1,60}/.exec(text.slice(error.pos[0]))?.[0];
      return key === undefined ? "duplicate key" : `duplicate key ${JSON.stringify(key)}`;
    }
    case "MULTIPLE_DOCS":
      return "a second YAML document; expected one";
    default:
      return error.message.split("\n", 1)[0]!.replace(/:$/, "");
  }
}

function toValue(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: limits.configAliases }) ?? {};
  } catch (error) {
    const message = error instanceof RangeError ? "nested too deeply" : `not readable: ${(error as Error).message}`;
    throw badConfig(path, [{ line: 1, column: 1, message }]);
  }
}

function describeIssue(
  issue: z.core.$ZodIssue,
  above: Path,
  document: Document.Parsed,
  lines: LineCounter,
  ruleIds: readonly string[],
): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      ...placeOf([...path, key], document, lines),
      message: unknownKey(path, key, ruleIds),
    }));
  }
  if (issue.code === "invalid_union") {
    const meant = issue.errors.find((branch) =>
      branch.every((one) => one.code !== "invalid_type" || one.path.length > 0),
    );
    if (meant !== undefined && meant.length > 0) {
      return meant.flatMap((one) => describeIssue(one, path, document, lines, ruleIds));
    }
  }
  const place = placeOf(path, document, lines);
  const expected = plainMessage(issue);
  const value = document.getIn(path as unknown[]);
  if (value === undefined) return [{ ...place, message: `${printed(path)} is missing; ${expected}` }];
  const key = path.length === 0 ? "" : `${printed(path)}: `;
  const found = shown(value);
  return [{ ...place, message: `${key}${expected}${found === null ? "" : `, found ${found}`}` }];
}

function unknownKey(path: Path, key: string, ruleIds: readonly string[]): string {
  const isRule = path.length === 1 && path[0] === "rules";
  const known = isRule ? ruleIds : knownKeys(path, ruleIds);
  const nearest = nearestWord(key, known);
  const what = isRule ? "unknown rule" : "unknown key";
  const hint = nearest === null ? `expected one of ${known.join(", ")}` : `did you mean ${JSON.stringify(nearest)}?`;
  return `${what} ${JSON.stringify(printed([...path, key]))}; ${hint}`;
}

function knownKeys(path: Path, ruleIds: readonly string[]): string[] {
  const { shape } = writtenConfig(ruleIds);
  if (path.length === 0) return Object.keys(shape);
  if (path[0] === "rules" && path.length === 2) return ruleSettingKeys(String(path[1]));
  if (path[0] === "plans") return ["name", "documents", "status", "start", "target", "agents"];
  if (path[0] === "waivers") return Object.keys(shape.waivers.unwrap().unwrap().shape);
  return Object.keys(shape["weeks-per"].unwrap().shape);
}

function plainMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.startsWith("Invalid")
        ? `expected ${WORDS[issue.expected] ?? issue.expected}`
        : issue.message;
    case "too_small":
      return issue.message.startsWith("Too") ? `expected at least ${String(issue.minimum)}` : issue.message;
    case "too_big":
      return issue.message.startsWith("Too") ? `expected at most ${String(issue.maximum)}` : issue.message;
    default:
      return issue.message;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  object: "keys and values",
  array: "a list",
  string: "a text",
  number: "a number",
  int: "a whole number",
};

function shown(value: unknown): string | null {
  if (value === null) return "nothing";
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return isSeq(value) ? "a list" : isMap(value) ? "keys and values" : null;
}

/** The key where there is one, else the value, else the closest thing around it that exists. */
function placeOf(path: Path, document: Document.Parsed, lines: LineCounter): { line: number; column: number } {
  return lineAndColumn(lines, closestNode(path, document).offset);
}

/** From the first to the last character of what stands at `at`, without the line breaks that YAML counts to a block. */
function wholePlaceOf(at: Path, { path, text }: SourceDocument, document: Document.Parsed, lines: LineCounter): Place {
  const { offset, node } = closestNode(at, document);
  const endOffset = offset + text.slice(offset, node?.range?.[1] ?? offset).trimEnd().length;
  const { line: endLine, column: endColumn } = lineAndColumn(lines, endOffset);
  return { path, ...lineAndColumn(lines, offset), endLine, endColumn, offset, endOffset };
}

function closestNode(path: Path, document: Document.Parsed): { offset: number; node: Node | null } {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    const here: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(here)) {
      const pair = here.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(here)) {
      node = here.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return { offset, node: (node as Node | undefined) ?? null };
}

function lineAndColumn(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { line: 1, column: 1 } : { line, column: col };
}

const printed = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? String(step) : `${text}.${String(step)}`;
  }, "");

function badConfig(path: string, problems: readonly Problem[]): SetupError {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const first = sorted[0]!;
  const place = { path, line: first.line, column: first.column };
  if (sorted.length === 1) return new SetupError("bad-config", first.message, { mend: MEND, place });
  const list = sorted
    .slice(0, MOST_PROBLEMS_SHOWN)
    .map((problem) => `  ${path}:${problem.line}:${problem.column} ${problem.message}`);
  const rest = sorted.length - list.length;
  if (rest > 0) list.push(`  and ${rest} more`);
  return new SetupError("bad-config", `${sorted.length} problems:\n${list.join("\n")}`, { mend: MEND, place });
}
