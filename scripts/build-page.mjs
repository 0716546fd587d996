// Makes the report page without data, which `plan-gate report` puts its data into:
//
//   node scripts/build-page.mjs FILE
//
// Scripts and styles stand in the page, and its policy names them by hash. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "src", "page");

/** The page as text. */
export async function buildPage() {
  const script = await bundle("main.ts", { bundle: true, format: "iife" });
  const style = await bundle("page.css", {});
  const parts = {
    "SCRIPT-HASH": hashOf(script),
    "STYLE-HASH": hashOf(style),
    "<!-- style -->": `<style>${style}</style>`,
    "<!-- data -->": '<script type="application/json" id="data">__PLAN_GATE_DATA__</script>',
    "<!-- script -->": `<script>${script}</script>`,
  };
  // A replacement that is a text would take `$` in the code for more than a dollar.
  return Object.entries(parts).reduce(
    (page, [mark, text]) => page.replace(mark, () => text),
    readFileSync(join(folder, "page.html"), "utf8"),
  );
}

async function bundle(entry, options) {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, entry)],
    ...options,
    minify: true,
    lineLimit: 160,
    charset: "utf8",
    target: ["chrome123", "firefox128", "safari17.5"],
    legalComments: "none",
    write: false,
    metafile: true,
    absWorkingDir: root,
    logLevel: "warning",
  });
  const foreign = Object.keys(metafile.inputs).filter((path) => !path.startsWith("src/"));
  if (foreign.length > 0) throw new Error(`The page carries no licence for what it would hold: ${foreign.join(", ")}.`);
  const [{ text }] = outputFiles;
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${entry} would end the element it stands in.`);
  return text;
}

const hashOf = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error("Say where to write the page: node scripts/build-page.mjs FILE");
  writeFileSync(file, await buildPage());
}
