import { readFileSync } from "node:fs";
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { parse } from "yaml";

/** The part of an `action.yml` that a runner goes by. */
export interface ActionMetadata {
  /** Input → the default as written, expressions included. */
  readonly inputDefaults: Readonly<Record<string, string>>;
  readonly main: string;
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string | number | boolean } | null>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export function readActionMetadata(path: string): ActionMetadata {
  const { inputs = {}, runs } = parse(readFileSync(path, "utf8")) as ActionFile;
  if (!/^node\d+$/.test(runs.using)) throw new Error(`${path} is run by ${runs.using}, not by Node`);
  const defaults = Object.entries(inputs).map(([name, input]) => [name, String(input?.default ?? "")]);
  return { inputDefaults: Object.fromEntries(defaults) as Record<string, string>, main: runs.main };
}

/** Text with every `${{ … }}` in it evaluated; `github` is the context of that name. */
export function evaluateText(text: string, github: Readonly<Record<string, unknown>>): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const context = new data.Dictionary({ key: "github", value: contextData(github) });
    const parsed = new Parser(new Lexer(expression).lex().tokens, ["github"], []).parse();
    return new Evaluator(parsed, context).evaluate().coerceString();
  });
}

function contextData(value: unknown): data.ExpressionData {
  if (Array.isArray(value)) return new data.Array(...value.map(contextData));
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (typeof value !== "object" || value === null) return new data.Null();
  return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: contextData(item) })));
}
