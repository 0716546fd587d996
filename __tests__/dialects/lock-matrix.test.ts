import { expect, it } from "@jest/globals";
import { lockInShort, readMarkdown, textAt } from "../kit/read-markdown.js";

const TEXT = `| Phase | Tier |
|--|--|
| 7 | 1 |
| 8 | 2 |

| Service | Phase 7 | Phase 8 (Quays) | Lock Status |
|--|--|--|--|
| \`Mail\` | 🔒 Locked | 🔒 **MODIFYING** | **Locked** |
| Quay | 🔓 Unlocked | CREATING | |
`;

it("reads who changes a service and in whose time it is locked", () => {
  const { locks, modifications, phases } = readMarkdown(TEXT);
  expect(locks.map(lockInShort)).toEqual(["Mail frozen by 7", "Mail modifying by 8", "Quay creating by 8"]);
  expect(locks.map(({ place }) => textAt(TEXT, place))).toEqual(["🔒 Locked", "🔒 **MODIFYING", "CREATING"]);
  expect(modifications.map(({ phase, service, wording }) => [phase, service, wording])).toEqual([
    ["8", "Mail", "lock"],
    ["8", "Quay", "lock"],
  ]);
  expect([...phases.keys()]).toEqual(["7", "8"]);
});

it.each([
  ["of other things", TEXT.replace("| Service |", "| Screen |")],
  ["without phases", TEXT.replace("Phase 7 |", "Spring |").replace("Phase 8 (Quays)", "Autumn")],
])("leaves a table alone %s", (_, text) => {
  expect(readMarkdown(text).locks).toEqual([]);
});
