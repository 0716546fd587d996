// Reads every Markdown file below some folders and says which hold phases: ordinary documents should not.
//
//   npm run read-many -- node_modules
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../src/check-plan.js";
import { defaults } from "../src/config/defaults.js";

const folders = process.argv.slice(2);
const { settings } = defaults;
let read = 0;
let withPhases = 0;
for (const folder of folders) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (!/\.(?:md|markdown)$/i.test(name)) continue;
    const text = readText(path);
    if (text === null) continue;
    const { phases } = readPlan(path, [{ path, text }], settings);
    read++;
    if (phases.size === 0) continue;
    withPhases++;
    const labels = [...phases.values()].slice(0, 4).map(({ label, title }) => `${label} ${title}`.trim());
    console.log(`${path}: ${phases.size} (${labels.join("; ")})`);
  }
}
console.log(`${read} documents read, ${withPhases} with phases`);

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
