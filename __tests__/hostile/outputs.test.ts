import { describe, expect, it } from "@jest/globals";
import { SaxesParser } from "saxes";
import { checkPlan, fixPlans, schedulePlans, type CheckInput } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { annotations, badgeEndpoints, badgeFiles, renderers, scheduleRenderers } from "../../src/render/index.js";
import type { Format } from "../../src/render/index.js";
import { expectTextOnly } from "../e2e/text-only.js";
import { harmlessPlan, hostilePlans, hostileTexts } from "./hostile-plans.js";

const inputOf = (text: string, name = "Winter timetable", path = "docs/PLAN.md"): CheckInput => ({
  plans: [{ name, head: [{ path, text }], base: [{ path, text: harmlessPlan }] }],
  config: { ...defaults, gate: "all" },
  today: "2026-11-23",
});

const options = {
  budget: "comment",
  version: "0",
  links: null,
  rulesUrl: null,
  detailsUrl: null,
  color: false,
  width: 80,
  depth: true,
} as const;

/** Everything that can be shown of a plan, by the form it has. */
function shownOf(input: CheckInput): { form: Format | "mermaid" | "svg" | "log"; text: string }[] {
  const report = checkPlan(input);
  const schedule = schedulePlans({ ...input, model: "dependencies", portion: "full", agents: 2 });
  return [
    ...(Object.keys(renderers) as Format[]).map((form) => ({ form, text: renderers[form](report, options) })),
    ...(["text", "markdown", "json", "mermaid"] as const).map((form) => ({
      form,
      text: scheduleRenderers[form](schedule, options),
    })),
    ...badgeFiles(report).map(({ path, text }) => ({ form: path.endsWith(".svg") ? "svg" : "json", text }) as const),
    { form: "json", text: JSON.stringify(badgeEndpoints(report)) },
    ...annotations(report).map(({ title, message }) => ({ form: "log", text: `${title}\n${message}` }) as const),
  ];
}

/** Controls and what reorders or hides; the joiner is put in by the renderers themselves, and emoji hold their own. */
const UNSEEN = /(?![\n\u2060\u200D])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

function expectHarmless({ form, text }: { form: string; text: string }): void {
  expect(UNSEEN.exec(text)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
  expect(/^\s*::.*$/m.exec(text)?.[0]).toBeUndefined();
  // A badge is written to a file, never to a log.
  if (form !== "svg") expect(/##\[.{0,30}/.exec(text)?.[0]).toBeUndefined();
  switch (form) {
    case "json":
    case "sarif":
      JSON.parse(text);
      break;
    case "junit":
    case "svg": {
      const tags = new Set<string>();
      const parser = new SaxesParser();
      parser.on("opentag", ({ name }) => tags.add(name));
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(text).close();
      for (const tag of ["script", "image", "foreignObject", "a", "use"]) expect([...tags]).not.toContain(tag);
      break;
    }
    case "markdown":
      expectTextOnly(text.replace(/```mermaid\n[^]*?\n```/g, ""));
      expect(text).not.toContain("<!--");
      for (const [, picture] of text.matchAll(/```mermaid\n([^]*?)\n```/g)) expectPicture(picture!);
      break;
    case "mermaid":
      expectPicture(text);
  }
}

/** What is wrong with a text that a payload has come into. */
function faultOf(shown: { form: string; text: string }, index: number): string[] {
  try {
    expectHarmless(shown);
    return [];
  } catch (error) {
    return [
      `${hostileTexts[index]!.slice(0, 40)} in ${shown.form}: ${(error as Error).message.replace(/\s+/g, " ").slice(0, 300)}`,
    ];
  }
}

function expectPicture(text: string): void {
  expect(text).not.toMatch(/^\s*(?:click|callback|href)\b/m);
  expect(text.replace(/^%%\{init[^\n]*\n/, "")).not.toMatch(/%%\{|<(?!br\/>)[a-z]|javascript:/m);
}

it("tries at least 400 plans, each another", () => {
  const all = Object.values(hostilePlans).flat();
  expect(new Set(all).size).toBeGreaterThanOrEqual(400);
});

describe("whatever a plan says", () => {
  it.each(Object.entries(hostilePlans))("nothing of it is more than text: %s", (_, plans) => {
    const faults = plans.flatMap((text, index) => shownOf(inputOf(text)).flatMap((shown) => faultOf(shown, index)));
    expect(faults).toEqual([]);
  });

  it("in the plan's name and the document's path", () => {
    const faults = hostileTexts.flatMap((text, index) =>
      shownOf(inputOf(harmlessPlan, text, `docs/${text.replace(/[^\S ]/g, "")}.md`)).flatMap((shown) =>
        faultOf(shown, index),
      ),
    );
    expect(faults).toEqual([]);
  });

  it("in what is remarked", () => {
    const faults = hostileTexts.flatMap((remark, index) => {
      const report = checkPlan({ ...inputOf(harmlessPlan), remarks: [remark] });
      return Object.entries(renderers).flatMap(([form, render]) =>
        faultOf({ form, text: render(report, options) }, index),
      );
    });
    expect(faults).toEqual([]);
  });

  it("fixing it ends, and changes nothing when it is done again", () => {
    for (const text of Object.values(hostilePlans)
      .flat()
      .filter((_, index) => index % 3 === 0)) {
      const once = fixPlans(inputOf(text), "all");
      if (once.skipped.length > 0) continue;
      const again = fixPlans({ ...inputOf(text), plans: [{ ...inputOf(text).plans[0]!, head: once.after }] }, "all");
      expect(again.rounds).toEqual([]);
    }
  });

  it("leaves the language as it was", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
