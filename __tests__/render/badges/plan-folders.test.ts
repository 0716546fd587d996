import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { planFolders } from "../../../src/render/badges/plan-folders.js";

describe("the folders of plans", () => {
  it.each([
    ["docs/PLAN.md", "docs-plan"],
    ["Fähre Ærø", "fahre-r"],
    ["план", "plan"],
    ["", "plan"],
    ["../../etc/passwd", "etc-passwd"],
    ["CON.md", "plan-con"],
    [`${"a".repeat(59)}-${"b".repeat(400)}`, "a".repeat(59)],
  ])("%s is in %s", (name, folder) => {
    expect(planFolders([name])).toEqual([folder]);
  });

  it("get a number where an earlier plan has the name", () => {
    expect(planFolders(["a/b.md", "a-b", "a_b", "a-b-2"])).toEqual(["a-b", "a-b-2", "a-b-3", "a-b-2-2"]);
  });

  it("are safe on every system, and no two alike", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("a", "A", "a-2", "a 2", "a-2-2", "nul", "план"),
    );
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const folders = planFolders(names);
        expect(folders).toHaveLength(names.length);
        expect(new Set(folders).size).toBe(names.length);
        for (const folder of folders) expect(folder).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });
});
