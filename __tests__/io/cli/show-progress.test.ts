import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { showProgress } from "../../../src/io/cli/show-progress.js";
import { folderOf } from "../../cli/temporary-tree.js";

async function shownWhile(work: (step: (name: "judge") => void) => void, isWanted: boolean, patience: number) {
  const file = join(folderOf({ terminal: "" }), "terminal");
  const fd = openSync(file, "a");
  try {
    const progress = showProgress(isWanted, fd, patience);
    await new Promise((resolve) => setTimeout(resolve, 100));
    work((name) => progress.step(name));
    await progress.end();
    return readFileSync(file, "utf8");
  } finally {
    closeSync(fd);
  }
}

/** As judging does: nothing else gets its turn. */
function busy(milliseconds: number): void {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
}

test("work that takes long shows what it is at, and leaves nothing behind", async () => {
  const shown = await shownWhile(
    (step) => {
      step("judge");
      busy(400);
    },
    true,
    50,
  );
  expect(shown).toContain(" plan-gate: working on them, 0 s\u001B[K\r");
  expect(shown.endsWith("\r\u001B[K")).toBe(true);
});

test("short work shows nothing, nor does any where nobody is looking", async () => {
  expect(await shownWhile(() => busy(50), true, 60_000)).toBe("");
  expect(await shownWhile(() => busy(50), false, 0)).toBe("");
});
