import fc from "fast-check";

const words = fc.constantFrom(
  "the",
  "base",
  "wires",
  "Phase 9 notes",
  "*soon*",
  "`x`",
  "a & b",
  "3 agents",
  "T-1",
  "(late)",
);
const prose = fc.array(words, { minLength: 1, maxLength: 8 }).map((some) => some.join(" "));
const heading = fc
  .tuple(fc.constantFrom("#", "##", "###"), fc.constantFrom("Phase 1: A", "Phase 2: B", "Tier 1", "Overview", "Notes"))
  .map(([marks, title]) => `${marks} ${title}`);
const field = fc
  .tuple(
    fc.constantFrom("Depends on", "Tier", "Duration", "Status", "Blocks", "Owner"),
    fc.constantFrom("Phase 1", "Phases 1-2", "none", "2", "3 weeks", "✅ done", "TBD"),
    fc.constantFrom("**%:** ", "**%**: ", "- **%:** ", "%: "),
  )
  .map(([name, value, shape]) => shape.replace("%", name) + value);
const list = fc
  .array(fc.tuple(fc.constantFrom("- ", "  - ", "- [x] ", "1. ", "* "), prose), { minLength: 1, maxLength: 5 })
  .map((entries) => entries.map(([mark, text]) => mark + text).join("\n"));
const table = fc
  .array(fc.tuple(fc.nat(9), prose), { minLength: 1, maxLength: 4 })
  .map((rows) => `| Phase | Name |\n|--|--|\n${rows.map(([id, name]) => `| ${id} | ${name} |`).join("\n")}`);
const wrapped = fc
  .tuple(
    fc.constantFrom(
      ["```", "```"],
      ["~~~~", "~~~~"],
      ["<!--", "-->"],
      ["<pre>", "</pre>"],
      ["> x", ""],
      ["- ```", "  ```"],
      ["- x\n\n  ```", "  ```"],
      ["1. ```", "   ```"],
      ["<details>", "</details>"],
      ["<b>", ""],
      ["text\n<b>", ""],
      ["> ```", "```"],
      ["- <!--", "-->"],
      ["<?x", "?>"],
      ["<div>", "```"],
      ["- > ```", "  - ```"],
      ["  ~~~", "~~~"],
    ),
    heading,
    prose,
  )
  .map(([[open, close], inside, text]) => `${open}\n${inside}\n\n${text}\n${close}`);
const setext = prose.map((text) => `${text}\n---`);
const indented = heading.map((text) => `  ${text}`);

/** Documents of all that plans are made of, in any order. */
export const randomMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(fc.oneof(heading, prose, field, list, table, wrapped, setext, indented), fc.constantFrom("\n", "\n\n")),
    {
      maxLength: 14,
    },
  )
  .map((blocks) => blocks.map(([block, gap]) => block + gap).join(""));

/** Such documents after careless editing: lines lost, doubled, swapped, cut, with odd characters in between. */
export const damagedMarkdown: fc.Arbitrary<string> = fc
  .tuple(
    randomMarkdown,
    fc.array(
      fc.record({
        what: fc.constantFrom("drop", "double", "swap", "cut", "insert", "join"),
        at: fc.nat(),
        text: fc.oneof(
          fc.constantFrom("**", "`", "|", "<!--", "```", "\t", "\r", "\u0000", "\uFEFF", "[", "&amp;", "\\"),
          fc.string(),
        ),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([text, changes]) => changes.reduce((before, change) => damage(before, change), text));

function damage(text: string, { what, at, text: inserted }: { what: string; at: number; text: string }): string {
  const lines = text.split("\n");
  const line = at % lines.length;
  const offset = at % (text.length + 1);
  if (what === "drop") return lines.toSpliced(line, 1).join("\n");
  if (what === "double") return lines.toSpliced(line, 0, lines[line]!).join("\n");
  if (what === "swap") return lines.toSpliced(line, 1).concat(lines[line]!).join("\n");
  if (what === "join") return lines.map((one, index) => (index === line ? one : `${one}\n`)).join("");
  return what === "cut" ? text.slice(0, offset) : text.slice(0, offset) + inserted + text.slice(offset);
}
