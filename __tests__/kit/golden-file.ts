import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "@jest/globals";

// `UPDATE_GOLDEN=1` writes the files anew; read the difference before committing it.
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";

/** Compares a text with the one kept under `__tests__/golden/`. */
export function expectGolden(path: string, actual: string): void {
  const file = new URL(`../golden/${path}`, import.meta.url);
  if (isUpdate) {
    mkdirSync(new URL(".", file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, "utf8") !== actual) writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, "utf8"));
}
