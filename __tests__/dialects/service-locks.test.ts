import { describe, expect, it } from "@jest/globals";
import { lockInShort, placeFaults, readMarkdown, textAt } from "../kit/read-markdown.js";

const locks = (text: string): string[] => readMarkdown(text).locks.map(lockInShort);
const HEAD = "| Service | Locked by | From | Until |\n|--|--|--|--|\n";

it("reads a lock with the places of its ends", () => {
  const text = `## 🔒 Current Service Locks\n\n${HEAD}| \`Mail\` | Phase 9 | 2026-12-01 | **2026-12-20** |\n`;
  const [lock] = readMarkdown(text).locks;
  expect(lockInShort(lock!)).toBe("Mail locked by 9, from 2026-12-01, until 2026-12-20");
  expect(textAt(text, lock!.until!.place)).toBe("2026-12-20");
  expect(placeFaults(lock, text)).toEqual([]);
});

describe("the ends of a lock", () => {
  const PHASES = "\n\n| Phase | Tier |\n|--|--|\n| 4 | 1 |\n| 9 | 2 |\n";
  const end = (from: string, until: string): string =>
    locks(`${HEAD}| Mail | Phase 4 | ${from} | ${until} |${PHASES}`)[0]!;

  it.each([
    ["Week 3", "Week 3-6", "from week 3, until week 6"],
    ["Month 2", "Months 2-3", "from week 5, until week 12"],
    ["start of Phase 4", "Phase 9 starts", "from start of 4, until start of 9"],
    ["Phase 4", "Phase 4", "from start of 4, until end of 4"],
    ["after Phase 4", "Phase 9 complete", "from end of 4, until end of 9"],
    ["2026-02-31", "soon", 'from "2026-02-31", until "soon"'],
    // Its beginning or its end?
    ["Phase 9", "Phase 9", 'from "Phase 9", until "Phase 9"'],
    ["Phase 17 start", "—", 'from "Phase 17 start"'],
  ])("%s and %s", (from, until, expected) => {
    expect(end(from, until)).toBe(`Mail locked by 4, ${expected}`);
  });
});

it.each([
  [
    "nobody has locked anything",
    "## Current Service Locks\n\n**No services currently locked.**\n\n**Lock History:**\n- None yet\n",
  ],
  ["the table is history", `## Lock history\n\n${HEAD}| Mail | Phase 9 | 2025-12-01 | 2025-12-20 |\n`],
  [
    "it is about something else",
    "## Shifts\n\n| Service | Phase | From | Until |\n|--|--|--|--|\n| Quay | Phase 1 | 8 | 17 |\n",
  ],
])("finds none where %s", (_, text) => {
  expect(locks(text)).toEqual([]);
});

it("reads the lock columns of a registry", () => {
  const head = "| Service | Owner | Version | Lock Status | Locked By |\n|--|--|--|--|--|\n";
  expect(
    locks(
      `${head}| A | 1 | 1 | 🔒 Locked | Phase 2 |\n| B | 1 | 1 | 🔓 Unlocked | - |\n| C | 1 | 1 | | none |\n| D | 1 | 1 | 🔒 (Phase 3 modifying) | |\n`,
    ),
  ).toEqual(["A locked by 2", "D modifying by 3"]);
});
