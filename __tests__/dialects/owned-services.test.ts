import { expect, it } from "@jest/globals";
import { placeFaults, readMarkdown, serviceInShort } from "../kit/read-markdown.js";

it("reads lists of what a phase owns", () => {
  const text =
    "## Ownership\n\n### **Phase 8 Services:**\n- `Identity` - ✅ Complete\n- Profile (moved) – done\n- Talk to the crews\n\n### Other services\n- Quay\n";
  const { services } = readMarkdown(text);
  expect(services.map(serviceInShort)).toEqual([
    "Identity of 8, ✅ Complete, not registered",
    "Profile of 8, done, not registered",
  ]);
  expect(placeFaults(services, text)).toEqual([]);
});

it("adds to what a registry says, which goes first", () => {
  const text =
    "### Phase 8 services\n\n- Mail - old\n\n| Service | Owner | Version | Status |\n|--|--|--|--|\n| Mail | Phase 9 | 1 | ✅ Stable |\n";
  expect(readMarkdown(text).services.map(serviceInShort)).toEqual(["Mail of 9, version 1, ✅ Stable"]);
});
