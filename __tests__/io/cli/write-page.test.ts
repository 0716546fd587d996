import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { writePage } from "../../../src/io/cli/write-page.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-gate-write-page-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a page is written into folders made for it, and written again", async () => {
  await writePage("site/plan.html", "one", folder);
  await writePage("site/plan.html", "two", folder);
  expect(readFileSync(join(folder, "site/plan.html"), "utf8")).toBe("two");
});

test.each([".", "file/plan.html"])("where nothing can be written, it is said: %s", async (path) => {
  await writePage("file", "in the way", folder);
  await expect(writePage(path, "page", folder)).rejects.toMatchObject({
    code: "bad-arguments",
    message: expect.stringContaining(`The page cannot be written to ${path} (`) as unknown as string,
    detail: { mend: "Name a file in a folder that you may write to." },
  });
});
