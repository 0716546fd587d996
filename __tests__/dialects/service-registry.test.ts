import { describe, expect, it } from "@jest/globals";
import { placeFaults, readFiles, readMarkdown, serviceInShort, textAt } from "../kit/read-markdown.js";

const services = (text: string): string[] => readMarkdown(text).services.map(serviceInShort);

it("reads a registry, cell by cell, with the places of what it says", () => {
  const text = [
    "## 📋 Registry",
    "",
    "| Service | Owner Phase | Current Version | Status | Dependencies | Dependent Phases |",
    "|--|--|--|--|--|--|",
    "| **Mail** (v2) | Phase 8 Section 8.4 | v2.0 (ids) | ✅ Stable | `Bank`, Clock | Phase 9 ✅, 11–12 ⏳ |",
    "",
  ].join("\n");
  const { services: found, phases } = readMarkdown(text);
  expect(found.map(serviceInShort)).toEqual([
    "Mail of 8.4, version v2.0 (ids), ✅ Stable, needs Bank, Clock, used by 9, 11, 12",
  ]);
  const [mail] = found;
  expect(mail!.dependents!.phases.map(({ isDone }) => isDone)).toEqual([true, false, false]);
  expect(mail!.dependencies.map(({ place }) => textAt(text, place))).toEqual(["Bank", "Clock"]);
  expect(textAt(text, mail!.owner!.place)).toBe("Phase 8 Section 8.4");
  expect(placeFaults(found, text)).toEqual([]);
  expect(phases.size).toBe(0);
});

describe("a table of services", () => {
  const rows = (head: string, row: string): string => `${head}\n${head.replace(/[^|]+/g, "--")}\n${row}\n`;

  it.each([
    [
      "with owner and version",
      rows("| Service | Owner | Version |", "| Mail | Phase 1 | 1 |"),
      ["Mail of 1, version 1"],
    ],
    [
      "of versions",
      rows("| Service | Current Version | Next Version |", "| Mail | 1 | 2 |"),
      ["Mail, version 1, next 2"],
    ],
    [
      "of one telling column below a registry's heading",
      `# Service registry\n\n${rows("| Service | Owner |", "| Mail | Phase 1 |")}`,
      ["Mail of 1"],
    ],
    [
      "with crossed-out cells",
      rows("| Service | Owner | Version |", "| Mail | Phase 1 | ~~1~~ 2 |"),
      ["Mail of 1, version 2"],
    ],
    [
      "with CRLF",
      rows("| Service | Owner | Version |", "| Mail | Phase 1 | 1 |").replaceAll("\n", "\r\n"),
      ["Mail of 1, version 1"],
    ],
  ])("is read %s", (_, text, expected) => {
    expect(services(text)).toEqual(expected);
  });

  it.each([
    ["of containers", rows("| Service | Port | Version |", "| Mail | 25 | 1 |")],
    ["of owners elsewhere", rows("| Service | Owner |", "| Mail | the crews |")],
    [
      "of breaking changes",
      `## Breaking changes\n\n${rows("| Service | Change | Version | Owner |", "| Mail | x | 1 | y |")}`,
    ],
    ["in a fence", `\`\`\`\n${rows("| Service | Owner | Version |", "| Mail | Phase 1 | 1 |")}\`\`\`\n`],
    ["of empty names", rows("| Service | Owner | Version |", "| - | Phase 1 | 1 |")],
  ])("is left alone %s", (_, text) => {
    expect(services(text)).toEqual([]);
  });
});

it("puts rows of several documents together, and finds phases in any of them", () => {
  const plan = readFiles({
    "plan.md": "| Phase | Tier |\n|--|--|\n| 8 | 1 |\n| 9 | 2 |\n",
    "SERVICE_REGISTRY.md":
      "| Service | Owner Phase | Dependent Phases |\n|--|--|--|\n| Mail Service | 8 | 9, 10 |\n\n| Service | Version | Next Version |\n|--|--|--|\n| mail-service | 1 | 2 |\n",
  });
  expect(plan.services.map(serviceInShort)).toEqual(["Mail Service of 8, version 1, next 2, used by 9, 10"]);
  expect(plan.services[0]!.dependents!.phases.map(({ phase }) => phase)).toEqual(["9", null]);
  expect([...plan.phases.keys()]).toEqual(["8", "9"]);
});
