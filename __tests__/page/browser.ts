import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkPlans, type CheckInput } from "../../src/check-plan.js";
import { renderHtml } from "../../src/render/render-html.js";

const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const PLAYWRIGHT = "tools/render/node_modules/playwright-core/index.mjs";
const AXE = "tools/render/node_modules/axe-core/axe.min.js";

/** Why the page cannot be opened on this machine; null where it can. */
export const whyNoBrowser: string | null = !existsSync(CHROMIUM)
  ? `there is no ${CHROMIUM}`
  : !existsSync(PLAYWRIGHT) || !existsSync(AXE)
    ? "tools/render is not installed"
    : null;

/** What the tests use of Playwright, which is installed apart. */
export interface Locator {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  focus(): Promise<void>;
  selectOption(value: string): Promise<unknown>;
  textContent(): Promise<string | null>;
  allTextContents(): Promise<string[]>;
  getAttribute(name: string): Promise<string | null>;
  inputValue(): Promise<string>;
  isVisible(): Promise<boolean>;
  count(): Promise<number>;
  boundingBox(): Promise<{ x: number; y: number; width: number; height: number } | null>;
  waitFor(options?: { state: "visible" | "hidden" }): Promise<void>;
}

export interface Page {
  goto(url: string): Promise<unknown>;
  locator(selector: string): Locator;
  evaluate<Answer>(code: string): Promise<Answer>;
  emulateMedia(media: { colorScheme?: "light" | "dark"; media?: "print" | "screen" }): Promise<void>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  readonly mouse: { move(x: number, y: number): Promise<void>; down(): Promise<void>; up(): Promise<void> };
  on(event: string, listener: (it: { text?(): string; url?(): string; message?: string }) => void): void;
  close(): Promise<void>;
}

interface Browser {
  newPage(options: object): Promise<Page>;
  close(): Promise<void>;
}

/** An open page, and everything that it complained about or asked the network for. */
export interface OpenPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** A browser that opens report pages from the disk, as people do. */
export class ReportPages {
  readonly #folder = mkdtempSync(join(tmpdir(), "plan-gate-page-"));
  readonly #template: string;
  #count = 0;

  private constructor(readonly browser: Browser) {
    const file = join(this.#folder, "template.html");
    execFileSync(process.execPath, ["scripts/build-page.mjs", file]);
    this.#template = readFileSync(file, "utf8");
  }

  static async start(): Promise<ReportPages> {
    const { chromium } = (await import(pathToFileURL(PLAYWRIGHT).href)) as {
      chromium: { launch(options: object): Promise<Browser> };
    };
    const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
    return new ReportPages(await chromium.launch({ executablePath: CHROMIUM, args }));
  }

  async open(input: CheckInput, size = { width: 1440, height: 900 }): Promise<OpenPage> {
    const { report, plans } = checkPlans(input);
    const file = join(this.#folder, `${this.#count++}.html`);
    writeFileSync(file, renderHtml(report, plans, { template: this.#template, version: "1.2.3", rulesUrl: null }));
    const page = await this.browser.newPage({ viewport: size, reducedMotion: "reduce", colorScheme: "light" });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text!()));
    page.on("pageerror", (error) => complaints.push(error.message!));
    page.on("request", (request) => {
      if (!request.url!().startsWith("file:")) complaints.push(request.url!());
    });
    await page.goto(pathToFileURL(file).href);
    await page.locator(".lanes > li, .nothing, .agents[hidden]").count();
    return { page, complaints };
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** What axe finds wrong by WCAG 2.2 A and AA and by its own best practices, one line each. */
export async function accessibilityTroubles(page: Page): Promise<string[]> {
  // As the debugger's own code it is not subject to the page's policy.
  await page.evaluate(`${readFileSync(AXE, "utf8")}; null`);
  const violations = await page.evaluate<readonly Violation[]>("axe.run().then(({ violations }) => violations)");
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
