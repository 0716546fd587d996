import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { checkPlan, schedulePlans, type CheckInput } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { hostileTitles } from "../e2e/hostile-titles.js";
import { accessibilityTroubles, type OpenPage, type Page, ReportPages, whyNoBrowser } from "./browser.js";

const document = (text: string) => [{ path: "docs/PLAN.md", text }];
const read = (side: string) => document(readFileSync(`examples/ferry/${side}/docs/PLAN.md`, "utf8"));
const ferry: CheckInput = {
  plans: [{ name: "docs/PLAN.md", head: read("head"), base: read("base") }],
  config: defaults,
  today: "2026-11-22",
};

const inBrowser = whyNoBrowser === null ? describe : describe.skip;
if (whyNoBrowser !== null) process.stderr.write(`The report page is not opened: ${whyNoBrowser}.\n`);

inBrowser("the report page in a browser", () => {
  let pages: ReportPages;
  let opened: OpenPage[] = [];
  beforeAll(async () => {
    pages = await ReportPages.start();
  }, 60_000);
  afterAll(() => pages.close());
  afterEach(async () => {
    for (const { page, complaints } of opened) {
      expect(complaints).toEqual([]);
      await page.close();
    }
    opened = [];
  });

  async function open(input: CheckInput = ferry, size?: { width: number; height: number }): Promise<Page> {
    const one = await pages.open(input, size);
    opened.push(one);
    return one.page;
  }

  const row = (id: string) => `.row[data-id="${id}"]`;
  const text = (page: Page, selector: string) => page.locator(selector).textContent();
  const figure = async (page: Page, name: string) => {
    const figures = await page.locator(".figure").allTextContents();
    return figures.find((words) => words.startsWith(name));
  };
  const focused = (page: Page) =>
    page.evaluate<string>(
      "(document.activeElement.closest('[data-id]')?.dataset.id ?? '') + ' ' + (document.activeElement.dataset.cell ?? document.activeElement.className)",
    );

  describe("numbers", () => {
    test("are those of the report", async () => {
      const page = await open();
      const report = checkPlan(ferry);
      const { totals, phases, change } = report.plans[0]!;
      const { dependencies, tiered } = totals.remaining;
      const more = dependencies - change!.criticalPathWeeks.base;
      expect(await figure(page, "Critical path")).toBe(`Critical path, what is left≥ ${dependencies} weeks+${more}`);
      expect(await figure(page, "Tier by tier")).toContain(`≥ ${tiered} weeks`);
      expect(await text(page, ".verdict")).toContain("Plan gate failed: 7 errors, 3 warnings, 4 notices");
      const path = await page.locator(".path button").allTextContents();
      const labels = new Map(phases.map(({ id, label }) => [id, label]));
      expect(path).toEqual(totals.remaining.criticalPath.map((id) => labels.get(id)));
      for (const { id, remaining } of phases) {
        const words = await text(page, `${row(id)} .track .sr`);
        if (remaining?.critical) expect(words).toContain("critical");
      }
    });

    test("of the whole plan, tier by tier, are those of the schedule", async () => {
      const page = await open();
      await page.locator("label:has(input[value=full])").click();
      await page.locator("label:has(input[value=tiered])").click();
      const choice = { model: "tiered", portion: "full", agents: null } as const;
      const { plans } = schedulePlans({ ...ferry, ...choice });
      for (const { id, start, finish } of plans[0]!.phases) {
        expect(await text(page, `${row(id)} .track .sr`)).toContain(
          finish - start > 1 ? `week ${start + 1}–${finish}` : `week ${finish}`,
        );
      }
      expect(await text(page, ".path-line h2")).toBe(`Critical path, ${plans[0]!.weeks} weeks`);
    });
  });

  describe("what if", () => {
    test("a duration typed gives what the command line gives, and the way back is one press", async () => {
      const page = await open();
      await page.locator(`${row("10")} .edit`).click();
      await page.locator(".edit-field").fill("6w");
      await page.keyboard.press("Enter");
      const whatIf = [{ kind: "set", phase: "10", field: "duration", value: "6w" }] as const;
      const choice = { model: "dependencies", portion: "remaining", agents: null } as const;
      const { plans } = schedulePlans({ ...ferry, ...choice, whatIf });
      expect(await text(page, ".path-line h2")).toBe(`Critical path, ${plans[0]!.weeks} weeks`);
      expect(await text(page, ".tried ul")).toBe("Phase 10 takes 6 weeks");
      expect(await text(page, ".tried code")).toBe(
        "plan-gate schedule docs/PLAN.md --remaining --model dependencies --set 10.duration=6w",
      );
      expect(await focused(page)).toBe("10 edit");
      await page.locator("#reset").click();
      expect(await page.locator(".tried").isVisible()).toBe(false);
      expect(await text(page, `${row("10")} .edit`)).toBe("2 w");
    });

    test("arrow keys try a week more at once, and Escape takes it back", async () => {
      const page = await open();
      await page.locator(`${row("4")} .edit`).click();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await page.locator(".edit-field").inputValue()).toBe("11 weeks");
      expect(await text(page, ".tried p")).toBe("What if: 18 weeks → 20 weeks (+2)");
      await page.keyboard.press("Escape");
      expect(await page.locator(".tried").isVisible()).toBe(false);
      expect(await focused(page)).toBe("4 edit");
    });

    test("what is no duration is said, and left to be mended", async () => {
      const page = await open();
      await page.locator(`${row("4")} .edit`).click();
      await page.locator(".edit-field").fill("soon");
      await page.keyboard.press("Enter");
      expect(await page.locator(".edit-field").getAttribute("aria-invalid")).toBe("true");
      expect(await text(page, "[role=status]")).toBe('"soon" is no duration that can be read, for Phase 4.');
      await page.locator("#search").click();
      expect(await text(page, `${row("4")} .edit`)).toBe("9 w");
    });

    test("the end of a bar can be drawn", async () => {
      const page = await open();
      const { x, y, width, height } = (await page.locator(`${row("4")} .bar`).boundingBox())!;
      await page.mouse.move(x + width, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width * (12 / 9), y + height / 2);
      await page.mouse.up();
      expect(await text(page, ".tried ul")).toBe("Phase 4 takes 12 weeks");
      expect(await text(page, ".tried p")).toBe("What if: 18 weeks → 21 weeks (+3)");
    });
  });

  describe("agents", () => {
    test("the slider shows each number of agents as the schedule has it", async () => {
      const page = await open();
      const { agents } = checkPlan(ferry).plans[0]!;
      await page.locator(".lane").count();
      await page.locator("#agents").focus();
      await page.keyboard.press("Home");
      for (const { agents: count, weeks, proven } of agents) {
        await page.locator(`.agents-count:text-is("${count} agent${count === 1 ? "" : "s"}")`).waitFor();
        const words = await text(page, ".agents-words");
        expect(words).toContain(`${weeks} weeks (${proven ? "proven best" : "not below"}`);
        await page.keyboard.press("ArrowRight");
      }
      expect(await page.locator("#agents").getAttribute("max")).toBe(String(agents.length));
    });
  });

  describe("findings", () => {
    test("lead to their phases, and phases back to them", async () => {
      const page = await open();
      await page.locator(".findings .chip:text-is('Phase 10') >> nth=0").click();
      expect(await focused(page)).toBe("10 pick");
      expect(await text(page, ".details h2")).toBe("Fraud checks");
      const about = checkPlan(ferry).findings.filter(({ phases }) => phases.includes("4"));
      await page.locator(`${row("4")} .flag`).click();
      const messages = await page.locator(".details .message").allTextContents();
      expect(messages).toEqual(about.map(({ severity, message }) => `${severity}: ${message}`));
    });
  });

  describe("keyboard alone", () => {
    test("finds a phase, goes through the timeline, and tries a duration", async () => {
      const page = await open();
      await page.keyboard.press("/");
      await page.keyboard.type("season");
      expect(await page.locator(".rows > .row:not([hidden])").count()).toBe(1);
      expect(await text(page, "[role=status]")).toBe("1 phase found");
      await page.keyboard.press("Escape");
      expect(await page.locator(".rows > .row:not([hidden])").count()).toBe(13);
      await page.locator(`${row("2")} .pick`).focus();
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe("3 pick");
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toBe("3 edit");
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe("4 edit");
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe(" toggle");
      await page.keyboard.press("ArrowLeft");
      expect(await page.locator(row("6")).isVisible()).toBe(false);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toBe("10 edit");
      await page.keyboard.press("e");
      await page.keyboard.type("1w");
      await page.keyboard.press("Enter");
      expect(await text(page, ".tried ul")).toBe("Phase 10 takes 1 week");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Enter");
      expect(await text(page, ".details h2")).toBe("Fraud checks");
      await page.keyboard.press("Escape");
      expect(await page.locator(".details").isVisible()).toBe(false);
    });

    test("the whole timeline is one stop of the Tab key", async () => {
      const page = await open();
      expect(await page.locator('.grid [tabindex="0"]').count()).toBe(1);
    });

    test("single keys can be switched off", async () => {
      const page = await open();
      await page.keyboard.press("?");
      await page.locator("#shortcuts").click();
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      expect(await focused(page)).not.toContain("search");
      expect(await page.evaluate("document.activeElement.id")).not.toBe("search");
    });
  });

  describe("axe finds nothing", () => {
    test.each(["light", "dark"] as const)(
      "in %s colours, with a phase, a duration tried and the help open",
      async (colorScheme) => {
        const page = await open();
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityTroubles(page)).toEqual([]);
        await page.locator(`${row("10")} .edit`).click();
        await page.locator(".edit-field").fill("6w");
        expect(await accessibilityTroubles(page)).toEqual([]);
        await page.keyboard.press("Enter");
        await page.locator(`${row("10")} .pick`).click();
        expect(await accessibilityTroubles(page)).toEqual([]);
        await page.locator("#help-open").click();
        expect(await accessibilityTroubles(page)).toEqual([]);
      },
    );

    test("on a telephone", async () => {
      const page = await open(ferry, { width: 390, height: 844 });
      expect(await accessibilityTroubles(page)).toEqual([]);
      await page.locator(`${row("10")} .pick`).click();
      expect(await accessibilityTroubles(page)).toEqual([]);
    });
  });

  test("a telephone scrolls in one direction only", async () => {
    const page = await open(ferry, { width: 390, height: 844 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  test("colours can be chosen against those of the system", async () => {
    const page = await open();
    const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const light = await ground();
    await page.locator("#theme").click();
    expect(await ground()).toBe(light);
    await page.locator("#theme").click();
    expect(await ground()).not.toBe(light);
  });

  test("dates stand on the axis where the plan has a start day", async () => {
    const calendar = { ...defaults.calendar, start: "2026-12-07" };
    const page = await open({ ...ferry, config: { ...defaults, calendar } });
    const report = checkPlan({ ...ferry, config: { ...defaults, calendar } });
    const { forecastFirst } = report.plans[0]!.outlook!.dates!.phases.find(({ phase }) => phase === "4")!;
    expect(forecastFirst).toBe("2026-12-07");
    expect(await text(page, `${row("4")} .track .sr`)).toContain("7 Dec 2026 – ");
    await page.locator("#unit").selectOption("weeks");
    expect(await text(page, `${row("4")} .track .sr`)).toContain("week 1–9");
  });

  test("several plans are each a choice away", async () => {
    const other = { name: "Pier", head: document("## Phase 1: Piles\n\n**Duration:** 2 weeks\n"), base: null };
    const page = await open({ ...ferry, plans: [...ferry.plans, other] });
    await page.locator("#plan").selectOption("1");
    expect(await text(page, "h1")).toBe("Pier");
    expect(await page.locator(".rows > .row").count()).toBe(1);
    expect(await text(page, ".path-line h2")).toBe("Critical path, 2 weeks");
  });

  test("hostile titles are shown and do nothing", async () => {
    const plan = hostileTitles
      .map((title, index) => `## Phase ${index + 1}: ${title}\n\n**Duration:** 1 week\n`)
      .join("\n");
    const page = await open({ ...ferry, plans: [{ name: "<b>x</b>", head: document(plan), base: null }] });
    expect(await text(page, "h1")).toBe("<b>x</b>");
    const foreign =
      "img, iframe, b, script[src], link, style:not(head > style), #page script, #page a[href^=javascript]";
    expect(await page.locator(foreign).count()).toBe(0);
    const shown = (await page.locator(".pick").allTextContents()).join("\n");
    expect(shown).toContain("<script>");
    expect(shown).toContain("onerror=");
    expect(shown).not.toContain("\u202E");
  });

  test("the page's own policy stops markup made of text, scripts, styles, pictures and requests", async () => {
    const { page, complaints } = await pages.open(ferry);
    const tried = (code: string) =>
      page.evaluate<string>(`(async () => { try { ${code} } catch (error) { return error.name } })()`);
    expect(await tried("document.body.innerHTML = '<b>x</b>'; return 'made'")).toBe("TypeError");
    expect(await tried("await fetch('https://plans.test/'); return 'asked'")).toBe("TypeError");
    expect(
      await tried(
        "document.getElementById('page').setAttribute('style', 'opacity: 0'); return getComputedStyle(document.getElementById('page')).opacity",
      ),
    ).toBe("1");
    expect(
      await tried(
        "const image = new Image(); const over = new Promise((done) => { image.onerror = () => done('stopped'); image.onload = () => done('loaded') }); image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; return over",
      ),
    ).toBe("stopped");
    expect(complaints.length).toBeGreaterThan(2);
    expect(complaints.filter((words) => !/Content Security Policy|TrustedHTML/.test(words))).toEqual([]);
    await page.close();
  });

  test("on paper there is all that can be read, and nothing to press", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    for (const part of [".figures", ".path", ".timeline .grid", ".lanes", ".panel .findings"])
      expect(await page.locator(part).isVisible()).toBe(true);
    for (const part of [".toolbar", "#theme", "#agents"]) expect(await page.locator(part).isVisible()).toBe(false);
  });

  test("a thousand phases are there, can be searched and tried", async () => {
    const phase = (number: number) =>
      `### Phase ${number}: Berth ${number}\n\n**Duration:** 2 weeks\n**Depends on:** ${number > 10 ? `Phase ${number - 10}` : "none"}\n`;
    const plan = Array.from({ length: 1000 }, (_, index) => phase(index + 1)).join("\n");
    const page = await open({ ...ferry, plans: [{ name: "Port", head: document(plan), base: null }] });
    expect(await page.locator(".rows > .row").count()).toBe(1000);
    expect(await text(page, ".path-line h2")).toBe("Critical path, 200 weeks");
    await page.locator("#search").fill("berth 777");
    expect(await page.locator(".rows > .row:not([hidden])").count()).toBe(1);
    await page.locator(`${row("777")} .edit`).click();
    await page.locator(".edit-field").fill("9w");
    await page.keyboard.press("Enter");
    expect(await text(page, ".path-line h2")).toBe("Critical path, 207 weeks");
  });

  test("no plan at all is said", async () => {
    const page = await open({ ...ferry, plans: [] });
    expect(await text(page, "h1")).toBe("No plan");
  });
});
