import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { writeBadges } from "../../../src/io/cli/write-badges.js";
import { folderOf } from "../../cli/temporary-tree.js";
import { planOf, reportOf } from "../../kit/report-builder.js";

const report = reportOf({ plans: [planOf([{ id: "1", title: "Slipway", weeks: 4 }])] });

describe("writeBadges", () => {
  it("writes every badge below the folder, and answers Markdown that finds them", async () => {
    const folder = folderOf({});
    const { count, markdown } = await writeBadges(report, "./site/badges//", folder);
    const files = readdirSync(join(folder, "site/badges"), { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile())).toHaveLength(count);
    const shown = [...markdown.matchAll(/\(([^)]*)\)/g)].map(([, path]) => readFileSync(join(folder, path!), "utf8"));
    expect(shown).toHaveLength(4);
    for (const svg of shown) expect(svg).toMatch(/^<svg /);
  });

  it("replaces a link in a badge's place and does not write where it leads", async () => {
    const folder = folderOf({ "mine.txt": "mine", "badges/x": "" });
    symlinkSync(join(folder, "mine.txt"), join(folder, "badges/gate.svg"));
    await writeBadges(report, "badges", folder);
    expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
    expect(readFileSync(join(folder, "badges/gate.svg"), "utf8")).toMatch(/^<svg /);
  });

  it("writes outside of the working directory where it is asked to, and the same bytes again", async () => {
    const [here, there] = [folderOf({}), folderOf({})];
    await writeBadges(report, there, here);
    const before = readFileSync(join(there, "gate.svg"), "utf8");
    writeFileSync(join(there, "gate.svg"), "old");
    await writeBadges(report, there, here);
    expect(readFileSync(join(there, "gate.svg"), "utf8")).toBe(before);
    expect(readdirSync(here)).toEqual([]);
  });

  it("says so where there is no plan, and makes no folder", async () => {
    const folder = folderOf({});
    await expect(writeBadges(reportOf(), "badges", folder)).rejects.toThrow("There is no plan to make badges of.");
    expect(readdirSync(folder)).toEqual([]);
  });
});
