/**
 * Takes a picture of a report page with the system's Chromium.
 *
 *   node page-picture.mjs plan.html picture.png [--dark] [--print] [--width=1440] [--height=900] [--select=ID]
 *     [--try=ID=DURATION]
 *
 * `--select` shows all about a phase, `--try` another duration of one. CHROMIUM names another browser than
 * /usr/bin/chromium.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: "boolean", default: false },
    print: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    width: { type: "string", default: "1440" },
    height: { type: "string", default: "900" },
    scale: { type: "string", default: "1" },
    select: { type: "string" },
    try: { type: "string" },
  },
});
const [source, target] = positionals;
if (!source || !target) throw new Error("usage: page-picture.mjs plan.html picture.png [--dark] [--print] …");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  const page = await browser.newPage({
    viewport: { width: Number(values.width), height: Number(values.height) },
    colorScheme: values.dark ? "dark" : "light",
    reducedMotion: "reduce",
    deviceScaleFactor: Number(values.scale),
  });
  page.on("console", (message) => console.error(message.text()));
  page.on("pageerror", (error) => console.error(error));
  await page.goto(pathToFileURL(resolve(source)).href);
  if (values.try) {
    const [id, duration] = values.try.split("=");
    await page.locator(`.row[data-id="${id}"] .edit`).click();
    await page.locator(".edit-field").fill(duration);
    await page.keyboard.press("Enter");
  }
  if (values.select) await page.locator(`.row[data-id="${values.select}"] .pick`).click();
  await page.waitForTimeout(300);
  if (values.print) await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: target, fullPage: values.full || values.print });
} finally {
  await browser.close();
}
