// Starts a rule: its file, its test, its page, and its line in the registry.
//
//   node scripts/new-rule.mjs <rule-id>
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = process.cwd();
const [id, ...rest] = process.argv.slice(2);
if (id === undefined || rest.length > 0 || !/^[a-z]+(-[a-z]+)+$/.test(id)) {
  console.error(
    "usage: node scripts/new-rule.mjs <rule-id>\n\nA rule's id is two or more lower-case words joined by hyphens.",
  );
  process.exit(2);
}

const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const files = {
  [`src/rules/${id}.ts`]: `import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";

export const ${name} = planRule({
  id: "${id}",
  summary: "TODO: one sentence that says what must be.",
  severity: "warning",
  *check({ plan }) {
    for (const phase of judgedPhases(plan)) {
      if (phase.title !== "TODO") continue;
      yield { place: phase.places[0]!, message: \`\${phase.label} is TODO.\`, phases: [phase.id] };
    }
  },
});
`,
  [`__tests__/rules/${id}.test.ts`]: `import { ${name} } from "../../src/rules/${id}.js";
import { lines, testRule } from "../kit/test-rule.js";

testRule(${name}, {
  valid: [lines("## Phase 1: Done well")],
  invalid: [{ plan: lines("## Phase 1: TODO"), expect: ["1:4 Phase 1 is TODO."] }],
});
`,
  [`docs/rules/${id}.md`]: `# ${id}

TODO: one sentence that says what must be.

| | |
| --- | --- |
| Default severity | warning |
| Judges | the plan as it stands |
| Fix | none |

## Why

TODO

## How to mend

TODO

## Configuration

\`\`\`yaml
rules:
  ${id}: error # warning (default), notice, off
\`\`\`

## Correct

\`\`\`markdown
## Phase 1: Done well
\`\`\`

## Incorrect

\`\`\`markdown
## Phase 1: TODO

<!-- expect: ${id} 1:4 -->
\`\`\`
`,
};

const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
if (taken.length > 0) {
  console.error(`already there: ${taken.join(", ")}`);
  process.exit(2);
}
const registry = join(root, "src/rules/index.ts");
const registered = register(readFileSync(registry, "utf8"));
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
writeFileSync(registry, registered);
console.log(
  [
    ...Object.keys(files).map((path) => `wrote ${path}`),
    "wrote src/rules/index.ts",
    "",
    "Next: say what the rule says in all three, then `npm run generate` and `npm run check`.",
  ].join("\n"),
);

/** The registry with one more import and one more entry, both in order. */
function register(text) {
  const entries = /(readonly AnyRule\[\] = \[\n)([\s\S]*?)(\n\];)/;
  const importLine = `import { ${name} } from "./${id}.js";`;
  if (!entries.test(text)) throw new Error("src/rules/index.ts has no list of rules in the form this script knows");
  const lines = text.split("\n");
  const imports = lines.filter((line) => line.startsWith("import "));
  const others = lines.slice(imports.length);
  const from = (line) => line.slice(line.indexOf(" from "));
  const ordered = [...imports, importLine].sort((a, b) => (from(a) < from(b) ? -1 : 1));
  return [...ordered, ...others].join("\n").replace(entries, (_, open, list, close) => {
    const ids = [...list.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1]);
    const kebab = (word) => word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const all = [...ids, name].sort((a, b) => (kebab(a) < kebab(b) ? -1 : 1));
    return `${open}${all.map((one) => `  ${one},`).join("\n")}${close}`;
  });
}
