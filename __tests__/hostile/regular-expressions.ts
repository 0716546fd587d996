import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const SOURCE = "src";

/** Patterns that are put together each time they are used; a place in the source that is not named here is told. */
const MADE_WHEN_USED: Readonly<Record<string, readonly RegExp[]>> = {
  // Only the place of its fence and the mark differ: how far it is indented, and how long it is.
  "dialects/shared/plain/plain-blocks.ts": [/^ {0,3}[`]{3,} *$/, /^ {0,3}[~]{300,} *$/],
  "dialects/shared/split-sections.ts": [/^ {0,3}[`]{3,}[ \t]*$/, /^ {0,12}[~]{300,}[ \t]*$/],
};

/**
 * Every regular expression of the source, written as a literal, each once: those in the source, and those that its
 * modules make of parts while they are loaded. No module of the source may be loaded before.
 * @throws {Error} for a place that makes a pattern when it is used and is not known here
 */
export async function regularExpressions(): Promise<readonly string[]> {
  const found = new Set<string>();
  const makers: string[] = [];
  for (const name of readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).sort()) {
    if (!name.endsWith(".ts")) continue;
    const { literals, madeOnLoad, madeLater } = expressionsIn(name);
    for (const literal of literals) found.add(literal);
    if (madeOnLoad) makers.push(name);
    if (!madeLater) continue;
    const samples = MADE_WHEN_USED[name];
    if (!samples)
      throw new Error(`src/${name} makes a regular expression inside a function: name it in MADE_WHEN_USED`);
    for (const sample of samples) found.add(String(sample));
  }
  for (const made of await madeBy(makers)) found.add(made);
  return [...found].sort();
}

function expressionsIn(name: string) {
  const text = readFileSync(join(SOURCE, name), "utf8");
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const literals: string[] = [];
  let [madeOnLoad, madeLater] = [false, false];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(file) === "RegExp") {
      const isLater = ts.findAncestor(node, ts.isFunctionLike) !== undefined && !CALLED_ON_LOAD.has(name);
      if (isLater) madeLater = true;
      else madeOnLoad = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { literals, madeOnLoad, madeLater };
}

/** Functions of these modules make patterns for constants alone. */
const CALLED_ON_LOAD = new Set(["dialects/shared/repair-text.ts", "grammar/status.ts"]);

async function madeBy(modules: readonly string[]): Promise<readonly string[]> {
  const made: string[] = [];
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, parts: [string, string?]) {
      const expression = new target(...parts);
      if (new Error().stack?.split("\n")[2]?.includes("/src/")) made.push(String(expression));
      return expression;
    },
  });
  try {
    for (const name of modules) await import(`../../src/${name.replace(/\.ts$/, ".js")}`);
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}
