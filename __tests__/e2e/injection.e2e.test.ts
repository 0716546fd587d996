import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { hostileTitles } from "./hostile-titles.js";
import { buildOnce, commandsOf, expectTidy, planText, Scene } from "./scene.js";
import { expectTextOnly } from "./text-only.js";

const AT_ONCE = 11;
const groups = Array.from({ length: hostileTitles.length / AT_ONCE }, (_, index) =>
  hostileTitles.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
);

/** Phases that all break a rule, so that every title is told of. */
const planOf = (titles: readonly string[]): string =>
  planText({
    more: titles
      .map(
        (title, index) =>
          `\n## Phase ${index + 3}: ${title}\n\n- **Tier**: 1\n- **Duration**: 1 week\n- **Depends on**: Phase 1\n`,
      )
      .join(""),
  });

it("has at least 200 hostile titles, each another, and tries all", () => {
  expect(new Set(hostileTitles).size).toBeGreaterThanOrEqual(200);
  expect(groups.flat()).toEqual(hostileTitles);
});

describe("200 hostile titles", () => {
  let scene: Scene;
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  describe.each(groups.map((titles, index) => [index + 1, titles] as const))("group %i", (_, titles) => {
    const judged = async () => {
      scene = await Scene.open({ head: { "docs/PLAN.md": planOf(titles) } });
      const run = await scene.run({}, { env: { RUNNER_DEBUG: "1" } });
      expect(run.outputs["errors"]).toBe(String(titles.length));
      expect(run.exitCode).toBe(1);
      return run;
    };

    it("commands nothing in the log", async () => {
      const run = await judged();
      expectTidy(run);
      expect(commandsOf(run).filter(({ name }) => !["error", "notice", "warning"].includes(name))).toEqual([]);
      expect(commandsOf(run, "error")).toHaveLength(10);
      for (const { properties } of commandsOf(run, "error").slice(0, 9)) {
        expect(properties).toMatchObject({
          file: "docs/PLAN.md",
          title: expect.stringContaining("intra-tier") as unknown,
        });
      }
    });

    it("survives in no comment and no summary", async () => {
      const run = await judged();
      const { body } = scene.comments[0]!;
      expect(body.split("<!--")).toHaveLength(2);
      for (const text of [body.slice(body.indexOf("\n") + 1), run.summary]) {
        expectTextOnly(text);
        expect(text).not.toContain("<!--");
        expect(text.split("\n", 1)[0]).toContain("❌ Plan gate failed");
      }
    });
  });
});
