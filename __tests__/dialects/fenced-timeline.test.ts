import { describe, expect, it } from "@jest/globals";
import { placeFaults, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

const PHASES = "## Phase 13: Foo\n\n## Phase 14: Bar\n\n**Duration:** 9 weeks\n\n";

describe("a fenced timeline", () => {
  const text = `${PHASES}\`\`\`\nWeek 1-4: Phase 13 (Foo)\n  Weeks 5–8: Phase 14\nWeek 9: Phase 15\nWeek 10: Phases 13, 14\n\`\`\`\n`;

  it.each([
    ["LF", text],
    ["CRLF", text.replaceAll("\n", "\r\n")],
  ])("lends windows to phases that have no length, %s", (_, written) => {
    const plan = readMarkdown(written);
    expect(stated(plan)).toEqual({
      13: { title: "Foo", window: "1-4", weeks: 4 },
      14: { title: "Bar", window: "5-8", weeks: 9 },
    });
    const [first, second] = [...plan.phases.values()];
    expect(first!.duration!.fromWindow).toBe(true);
    expect(textAt(written, first!.window!.place)).toBe("Week 1-4");
    expect(textAt(written, second!.window!.place)).toBe("Weeks 5–8");
    expect(second!.places.map((place) => textAt(written, place))).toEqual(["Phase 14: Bar", "  Weeks 5–8: Phase 14"]);
    expect(placeFaults(plan, written)).toEqual([]);
  });

  it.each([
    ["with a language", "```yaml\nWeek 1-4: Phase 13\n```\n"],
    ["with other words before", "```\nThen Week 1-4: Phase 13\n```\n"],
    ["with a range of phases", "```\nWeek 1-4: Phase 13-14\n```\n"],
    ["with dates", "```\n2026-01-05: Phase 13\n```\n"],
  ])("is not read %s", (_, fence) => {
    expect(stated(readMarkdown(PHASES + fence))[13]).toEqual({ title: "Foo" });
  });
});
