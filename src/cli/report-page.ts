import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReportCommand } from "../io/cli/command.js";
import { writePage } from "../io/cli/write-page.js";
import { SetupError } from "../model/setup-error.js";
import { renderHtml } from "../render/render-html.js";
import { RULES_URL } from "../rules-url.js";
import { VERSION } from "../version.js";
import { judge } from "./check.js";
import { tell, working } from "./terminal.js";

/** Writes the report page. */
export async function reportPage(command: ReportCommand): Promise<0> {
  const { report, plans } = await working(command, (progress) =>
    judge({ ...command, failOn: null, gate: null, whatIf: [], watch: false }, progress),
  );
  if (plans.length === 0) {
    throw new SetupError("no-such-file", "There is no plan to make a page of.", {
      mend: "Name a plan, or set `plans` in the configuration.",
    });
  }
  const html = renderHtml(report, plans, { template: await pageTemplate(), version: VERSION, rulesUrl: RULES_URL });
  await writePage(command.html, html, process.cwd());
  if (!command.quiet) await tell([...report.remarks, `wrote ${command.html}`]);
  return 0;
}

/** The build leaves the page beside the program. */
const pageTemplate = (): Promise<string> => readFile(join(import.meta.dirname, "page.html"), "utf8");
