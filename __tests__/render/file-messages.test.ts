import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { fileMessages, type FileMessage } from "../../src/render/file-messages.js";
import { ruleIds } from "../../src/rules/index.js";

const TODAY = "2026-11-22";
const document = (path: string, ...lines: readonly string[]) => ({ path, text: `${lines.join("\n")}\n` });
const table = (path: string, ...rows: readonly string[]) =>
  document(path, "| Phase | Tier | Depends on | Duration |", "|--|--|--|--|", ...rows);

const messages = (documents: readonly ReturnType<typeof document>[], of = documents[0]!, config = defaults) =>
  fileMessages(checkPlan({ plans: [{ name: "ferry", head: documents, base: null }], config, today: TODAY }), of).filter(
    ({ severity }) => severity !== "notice",
  );

/** The text with what the message expects in its place. */
const applied = (text: string, { place, expected }: FileMessage): string =>
  text.slice(0, place.start.offset) + expected + text.slice(place.end.offset);

const NEIGHBOURS = table("plan.md", "| 1 | 1 | none | 1 week |", "| 2 | 2 | 1 | 1 week |", "| 3 | 2 | 2 | 1 week |");

describe("messages for editors", () => {
  it("say where, by which rule and how to mend it", () => {
    const [message, ...others] = messages([NEIGHBOURS]);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      ruleId: "intra-tier-dependency",
      severity: "error",
      reason: expect.stringContaining("Phase 3"),
      note: expect.stringContaining("Tier 3"),
    });
  });

  it("hold what to put in their place, so that the finding is gone", () => {
    const [message] = messages([NEIGHBOURS]);
    const { start, end } = message!.place;
    expect(message!.actual).toBe(NEIGHBOURS.text.slice(start.offset, end.offset));
    const text = applied(NEIGHBOURS.text, message!);
    expect(text).toBe(NEIGHBOURS.text.replace("| 3 | 2 | 2 |", "| 3 | 3 | 2 |"));
    expect(messages([{ path: "plan.md", text }])).toEqual([]);
  });

  it("have lines and columns that belong to their offsets", () => {
    const [message] = messages([NEIGHBOURS]);
    const { start, end } = message!.place;
    for (const { line, column, offset } of [start, end]) {
      const before = NEIGHBOURS.text.slice(0, offset).split("\n");
      expect([line, column]).toEqual([before.length, before.at(-1)!.length + 1]);
    }
  });

  it("hold no edit that lies far off, or in another document", () => {
    const far = table("plan.md", "| 1 | 1 | none | 1 week |", "| 2 | 2 | 1 | 1 week |");
    const section = document(
      "more.md",
      "## Phase 3: Ramp",
      "",
      "**Tier:** 2",
      "",
      "Words.",
      "",
      "**Duration:** 1 week",
      "",
      "**Depends on:** Phase 2",
    );
    const [message, ...others] = messages([far, section], section);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ ruleId: "intra-tier-dependency", actual: null, expected: null });
    expect(message!.note).toContain("Tier 3");
    expect(section.text.slice(message!.place.start.offset, message!.place.end.offset)).toContain("Phase 2");
    expect(messages([far, section], far)).toEqual([]);
  });

  it("leave out what the team has accepted", () => {
    const waiver =
      "waivers: [{ rule: intra-tier-dependency, phase: '3', reason: known, owner: bo, expires: 2026-12-01 }]";
    expect(messages([NEIGHBOURS], NEIGHBOURS, parseConfig(waiver, "c.yml", ruleIds))).toEqual([]);
  });

  it("offer a row to paste where there is nothing to replace", () => {
    const text = ["## Breaking changes", "", "| Service | Change |", "|--|--|", "| Fares | cents |"];
    const all = messages([document("plan.md", ...text)]);
    const message = all.find(({ ruleId }) => ruleId === "unannounced-breaking-change");
    expect(message?.expected).toBeNull();
    expect(message?.note).toMatch(/^\| Fares \| cents \|/);
  });

  it("hold no terminal sequences and no commands of a runner", () => {
    const text = NEIGHBOURS.text.replace("| 3 |", "| \u001b[31mR::1 |");
    for (const { reason } of messages([{ path: "plan.md", text }]))
      expect([reason.includes("\u001b"), reason.includes("::")]).toEqual([false, false]);
  });
});
