// Reads and checks damaged documents until something gives: an error, more than a second, a place outside the document.
//
//   npm run fuzz                        100,000 documents
//   npm run fuzz -- --runs N --seed N   others; a failure prints the seed and the smallest document that shows it
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { damagedMarkdown } from "../__tests__/dialects/random-markdown.js";
import { declarationsOf, placeFaults } from "../__tests__/kit/read-markdown.js";
import { checkPlan } from "../src/check-plan.js";
import { defaults } from "../src/config/defaults.js";
import { renderers } from "../src/render/index.js";

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const runs = Number(values.runs ?? 100_000);
const seed = Number(values.seed ?? Math.floor(Date.now() / 1000));
const LONGEST_MILLISECONDS = 1000;

const config = { ...defaults, gate: "all" } as const;
const written = ["examples", "docs", "__tests__/plans", "__tests__/golden"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(folder, name), "utf8")),
);

/** What readers look for, to stand where nobody would write it. */
const FRAGMENTS = [
  ...[
    "# ",
    "### Phase 1: A\n",
    "## Tier 2\n",
    "- [ ] T001 [P] [US1] x (depends on T002)\n",
    "| Phase | Depends on |\n|--|--|\n",
  ],
  ...[
    "**Depends on:** ",
    "Phases 1–",
    "P1.1-1.15",
    "Phase 3+",
    "all previous tasks",
    "Blocks: 1, 2",
    "- **Duration:** ",
    "18 months (72 weeks)",
  ],
  ...[
    "```mermaid\ngantt\n",
    "```\n",
    "~~~\n",
    "<!--",
    "-->",
    "<details>\n",
    "<!-- plan-gate:begin tiers -->\n",
    "---\nid: task-1\n---\n",
  ],
  ...[
    "✅",
    "🟡 60%",
    "â€“",
    "‚úÖ",
    "Ã©",
    "\uFEFF",
    "\u202e",
    "\u0000",
    "\r",
    "\t",
    "\u00a0",
    "\ud800",
    "|",
    "\\",
    "`",
    "**",
    "[",
    "](",
    "&amp;",
    "1e999",
    "-1 weeks",
    "__proto__",
  ],
  ...[
    "(".repeat(300),
    "> ".repeat(150),
    "- ".repeat(80),
    "a".repeat(12000),
    "1,".repeat(3000),
    "Phase 1, ".repeat(1500),
    "*".repeat(500),
  ],
];

const anyPart = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) },
  fc.string({ unit: "binary", maxLength: 20 }),
);
const mutated = fc
  .tuple(
    fc.constantFrom(...written),
    fc.nat(),
    fc.integer({ min: 1, max: 3000 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(8), anyPart), { minLength: 1, maxLength: 6 }),
  )
  .map(([text, from, length, changes]) => {
    const start = from % (text.length + 1);
    return changes.reduce(
      (before, [at, lost, inserted]) => {
        const offset = at % (before.length + 1);
        return before.slice(0, offset) + inserted + before.slice(offset + lost);
      },
      text.slice(start, start + length),
    );
  });
const fragments = fc
  .array(fc.oneof(anyPart, fc.constantFrom("\n", "\n\n", " ")), { maxLength: 25 })
  .map((parts) => parts.join(""));

let slowest = 0;
let tried = 0;

function tryOut(text: string, base: string): void {
  const before = process.cpuUsage();
  const faults = placeFaults(declarationsOf(text), text);
  // All that follows is dear, and sees little more.
  if (tried++ % 8 === 0) showAll(text, base);
  // Time of the processor, which other work on the machine does not stretch.
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  slowest = Math.max(slowest, took);
  if (faults.length > 0) throw new Error(`places outside the document: ${faults.join("; ")}`);
  if (took > LONGEST_MILLISECONDS) throw new Error(`took ${took.toFixed(0)} ms`);
}

function showAll(text: string, base: string): void {
  const report = checkPlan({
    plans: [{ name: "plan", head: [{ path: "plan.md", text }], base: [{ path: "plan.md", text: base }] }],
    config,
    today: "2026-11-22",
  });
  const shown = Object.values(renderers).map((render) =>
    render(report, {
      budget: "comment",
      version: "0",
      links: null,
      rulesUrl: null,
      detailsUrl: null,
      color: false,
      width: 80,
    }),
  );
  if (shown.some((output) => output === "")) throw new Error("a format shows nothing");
}

// What is compiled first is slow, whatever it is.
for (const text of written) showAll(text, text);

const details = fc.check(
  fc.property(
    fc.oneof({ weight: 3, arbitrary: mutated }, fragments, damagedMarkdown),
    fc.constantFrom(...written),
    tryOut,
  ),
  { numRuns: runs, seed },
);
console.log(`seed ${seed}: ${details.numRuns} documents, the slowest took ${slowest.toFixed(0)} ms`);
if (details.failed) {
  console.log(fc.defaultReportMessage(details));
  process.exitCode = 1;
}
