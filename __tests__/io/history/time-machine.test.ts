import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type World, worldOnDisk, worldOnGitHub } from "./worlds.js";

const PLAN = "# Ferries\n\n## Phase 1: Harbour\n\n**Duration:** 4 weeks\n";
const table = (announced: string, effective: string): string =>
  `${PLAN}\n## Breaking changes\n\n| Service | Change | Announced | Effective |\n|---|---|---|---|\n` +
  `| Fares | amounts become cents | ${announced} | ${effective} |\n`;
const list = (announced: string, effective: string): string =>
  `${PLAN}\n## Breaking changes\n\n- ${announced}: Fares — amounts  become *cents*, effective ${effective}\n`;
const OTHER = `${PLAN}\n## Phase 2: Pier\n`;

const tooShort = (effective: string, days: string, passes: string): string =>
  `short-notice: The breaking change of Fares (amounts become cents) takes effect on ${effective}, ${days}; ` +
  `at least 14 days are required. It passes from ${passes} on.`;

describe.each([
  ["the working tree", worldOnDisk],
  ["GitHub", worldOnGitHub],
] as const)("the days of an announcement, through %s", (_, open) => {
  let world: World;
  beforeEach(async () => {
    world = await open();
    world.commit("2026-10-01", { "docs/plan.md": PLAN });
  });
  afterEach(() => world.close());

  const unchanged = { "docs/other.md": OTHER };

  it("begins on the day of the run for a change that brings it", async () => {
    const change = { "docs/plan.md": table("2026-11-01", "2026-11-15") };
    expect(await world.judge("2026-11-01", change)).toEqual([]);
    expect(await world.judge("2026-11-02", change)).toEqual([
      tooShort("2026-11-15", "13 days after 2026-11-02, the first day on which base can hold this entry", "2026-11-16"),
    ]);
    expect(await world.judge("2026-11-06", { "docs/plan.md": table("2026-11-01", "2026-11-25") })).toEqual([
      "backdated-announcement: The breaking change of Fares (amounts become cents) says it was announced on 2026-11-01, " +
        "but this change brings it, and base has never held it. 2026-11-06 passes.",
    ]);
  });

  it("is the day it reached base, whatever it says about itself", async () => {
    world.commit("2026-11-05", { "docs/plan.md": table("2026-11-01", "2026-11-15") });
    expect(await world.judge("2026-11-10", unchanged)).toEqual([
      `(base) ${tooShort("2026-11-15", "10 days after 2026-11-05, the first day on which base held it", "2026-11-19")}`,
    ]);
    expect(await world.judge("2026-11-10", { "docs/plan.md": table("2026-11-01", "2026-11-19") })).toEqual([]);
    expect(await world.judge("2026-11-10", { "docs/plan.md": table("2026-11-01", "2026-11-18") })).toEqual([
      tooShort("2026-11-18", "13 days after 2026-11-05, the first day on which base held it", "2026-11-19"),
    ]);
  });

  it("passes on the fourteenth day and is over after that", async () => {
    world.commit("2026-11-01", { "docs/plan.md": table("2026-11-01", "2026-11-15") });
    for (const today of ["2026-11-01", "2026-11-02", "2026-11-14", "2026-11-15", "2026-11-16"])
      expect(await world.judge(today, unchanged)).toEqual([]);
  });

  it("is the day of the merge, not the day on which its branch was written", async () => {
    world.commit("2026-11-02", { "docs/other.md": OTHER });
    world.merge("2026-11-01", "2026-11-08", { "docs/plan.md": table("2026-11-01", "2026-11-15") });
    world.commit("2026-11-09", { "README.md": "# Ferries, again\n" });
    expect(await world.judge("2026-11-10", { "docs/third.md": OTHER })).toEqual([
      `(base) ${tooShort("2026-11-15", "7 days after 2026-11-08, the first day on which base held it", "2026-11-22")}`,
    ]);
  });

  it("survives a new form, a new name and a new place of the text", async () => {
    world.commit("2026-11-01", { "docs/plan.md": table("2026-11-01", "2026-11-15") });
    world.commit("2026-11-04", { "docs/plan.md": list("2026-11-01", "2026-11-15") });
    world.commit("2026-11-07", {
      "docs/plan.md": null,
      "docs/ferries.md": `Words.\n\n${list("2026-11-01", "2026-11-15")}`,
    });
    expect(await world.judge("2026-11-10", unchanged)).toEqual([]);
    expect(await world.judge("2026-11-10", { "docs/ferries.md": table("2026-11-01", "2026-11-15") })).toEqual([]);
  });

  it("begins anew for a day that is moved forward, and stays for one that is moved back", async () => {
    world.commit("2026-11-01", { "docs/plan.md": table("2026-11-01", "2026-12-24") });
    const earlier = { "docs/plan.md": table("2026-11-01", "2026-11-25") };
    expect(await world.judge("2026-11-12", earlier)).toEqual([
      tooShort("2026-11-25", "13 days after 2026-11-12, the first day on which base can hold these days", "2026-11-26"),
    ]);
    world.commit("2026-11-12", earlier);
    expect(await world.judge("2026-11-20", unchanged)).toEqual([
      `(base) ${tooShort("2026-11-25", "13 days after 2026-11-12, the first day on which base held it", "2026-11-26")}`,
    ]);
    expect(await world.judge("2026-11-20", { "docs/plan.md": table("2026-11-01", "2026-12-01") })).toEqual([]);
  });

  it("does not believe an announced day that is moved back", async () => {
    world.commit("2026-11-05", { "docs/plan.md": table("2026-11-05", "2026-11-25") });
    expect(await world.judge("2026-11-06", { "docs/plan.md": table("2026-10-05", "2026-11-25") })).toEqual([
      "backdated-announcement: The breaking change of Fares (amounts become cents) says it was announced on 2026-10-05, " +
        "but base says on 2026-11-05. 2026-11-05 passes.",
    ]);
  });

  it("finds one day among many, with few requests", async () => {
    for (let day = 1; day <= 28; day++) {
      const text = day < 20 ? PLAN : table("2026-11-01", "2026-12-01");
      world.commit(`2026-11-${String(day).padStart(2, "0")}`, { "docs/plan.md": `${text}\n\nDay ${day}.\n` });
    }
    expect(await world.judge("2026-11-29", unchanged)).toEqual([
      `(base) ${tooShort("2026-12-01", "11 days after 2026-11-20, the first day on which base held it", "2026-12-04")}`,
    ]);
    expect(world.requests()).toBeLessThanOrEqual(12);
  });
});
