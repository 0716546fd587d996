/**
 * Shows a Markdown file the way GitHub does (GFM, GitHub's list of allowed HTML, alerts, drawn Mermaid diagrams) and
 * takes a picture of it with the system's Chromium.
 *
 *   node picture.mjs report.md picture.png [--dark] [--open] [--width=900]
 *
 * `--open` opens every folded part. CHROMIUM names another browser than /usr/bin/chromium.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { toHtml } from "./to-html.mjs";

const require = createRequire(import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: "boolean", default: false },
    open: { type: "boolean", default: false },
    width: { type: "string", default: "900" },
  },
});
const [source, target] = positionals;
if (!source || !target) throw new Error("usage: picture.mjs report.md picture.png [--dark] [--open] [--width=900]");

const scheme = values.dark ? "dark" : "light";
const css = readFileSync(require.resolve(`github-markdown-css/github-markdown-${scheme}.css`), "utf8");
const page = `<!doctype html><meta charset="utf-8"><style>${css}
  body { margin: 0; background: ${values.dark ? "#0d1117" : "#ffffff"}; }
  .markdown-body { box-sizing: border-box; padding: 16px; font-size: 14px; }
  .added { color: ${values.dark ? "#aff5b4" : "#116329"}; background: ${values.dark ? "#033a16" : "#dafbe1"}; }
  .removed { color: ${values.dark ? "#ffdcd7" : "#82071e"}; background: ${values.dark ? "#67060c" : "#ffebe9"}; }
</style><article class="markdown-body">${await toHtml(readFileSync(source, "utf8"))}</article>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  const tab = await browser.newPage({
    viewport: { width: Number(values.width), height: 600 },
    colorScheme: scheme,
    deviceScaleFactor: 1.5,
  });
  await tab.route("**/*", (route) => (route.request().url().startsWith("data:") ? route.continue() : route.abort()));
  await tab.setContent(page);
  await tab.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
  // A folded diagram has no size to be drawn in: everything is open while drawing, as on GitHub, where each has a frame.
  await tab.evaluate(draw, { theme: values.dark ? "dark" : "default", staysOpen: values.open });
  await tab.screenshot({ path: target, fullPage: true });
} finally {
  await browser.close();
}

/** Runs in the page. */
async function draw({ theme, staysOpen }) {
  /* global document, mermaid */
  const folded = [...document.querySelectorAll("details:not([open])")];
  for (const part of folded) part.open = true;
  for (const code of document.querySelectorAll("pre > code.language-mermaid")) {
    const box = document.createElement("pre");
    box.className = "mermaid";
    box.style.textAlign = "center";
    box.textContent = code.textContent;
    code.parentElement.replaceWith(box);
  }
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme });
  await mermaid.run({ querySelector: "pre.mermaid" });
  if (!staysOpen) for (const part of folded) part.open = false;
}
