import { describe, expect, it } from "@jest/globals";
import type { BreakingChange } from "../../src/model/plan.js";
import { fixDocuments } from "../../src/fix/fix-documents.js";
import { shortNotice } from "../../src/rules/short-notice.js";
import { checkEntries } from "../kit/check-rule.js";
import { entry } from "../kit/entry-builder.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

testRule(shortNotice, {
  valid: [
    {
      plan: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-22 | 2026-12-06 |",
      ),
      base: lines("# Plan"),
    },
    lines(
      "## Breaking changes",
      "",
      "| Service | Change | Announced | Effective |",
      "|---|---|---|---|",
      "| Profile | drops userId | 2026-10-01 | 2026-10-15 |",
    ),
  ],
  invalid: [
    {
      plan: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-01 | 2026-12-01 |",
      ),
      base: lines("# Plan"),
      expect: [
        "5:41 The breaking change of Profile (drops userId) takes effect on 2026-12-01, 9 days after 2026-11-22, the first day on which base can hold this entry; at least 14 days are required. It passes from 2026-12-06 on.",
      ],
      fixed: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-01 | 2026-12-06 |",
      ),
    },
    {
      plan: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-22 | 2026-11-30 |",
      ),
      expect: [
        "5:41 The breaking change of Profile (drops userId) takes effect on 2026-11-30, 8 days after 2026-11-22, the day it was announced; at least 14 days are required. It passes from 2026-12-06 on.",
      ],
      fixed: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-22 | 2026-12-06 |",
      ),
    },
    {
      plan: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-22 | 2026-12-01 |",
      ),
      base: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-22 | 2026-12-06 |",
      ),
      expect: [
        "5:41 The breaking change of Profile (drops userId) takes effect on 2026-12-01, 9 days after 2026-11-22, the first day on which base can hold these days; at least 14 days are required. It passes from 2026-12-06 on.",
      ],
      fixed: lines(
        "## Breaking changes",
        "",
        "| Service | Change | Announced | Effective |",
        "|---|---|---|---|",
        "| Profile | drops userId | 2026-11-22 | 2026-12-06 |",
      ),
    },
  ],
});

describe("short-notice's fix", () => {
  const table = (effective: string) =>
    lines(
      "## Breaking changes",
      "",
      "| Service | Change | Announced | Effective |",
      "|---|---|---|---|",
      `| Profile | drops userId | 2026-11-01 | ${effective} |`,
    );
  const base = lines("# Plan");
  const fixesOf = (plan: string) => judge(shortNotice, { plan, base }).map(({ fix }) => fix);

  it.each(["2026-12-01", "around 2026-12-01 (noon)", "2026-11-25"])(
    "makes %j pass, and keeps the words around it",
    (text) => {
      const plan = table(text);
      const [fix] = fixesOf(plan);
      expect(fix).toMatchObject({
        title: "let it take effect on 2026-12-06, the first day that passes",
        safety: "review",
      });
      const mended = fixDocuments([{ path: "plan.md", text: plan }], [fix!]).documents[0]!.text;
      expect(mended).toBe(table(text.replace(/[\d-]{10}/, "2026-12-06")));
      expect(judge(shortNotice, { plan: mended, base })).toEqual([]);
    },
  );

  it.each(["**2026-12-01**", "~~2026-10-01~~ 2026-12-01", "[2026-12-01](when.md)", "`2026-12-01`"])(
    "makes of %j nothing that is not well-formed",
    (text) => {
      const plan = table(text);
      const found = fixesOf(plan);
      expect(found).toHaveLength(1);
      const mended = fixDocuments(
        [{ path: "plan.md", text: plan }],
        found.filter((fix) => fix !== undefined),
      ).documents[0]!.text;
      expect([plan, table(text.replace(/[\d-]{10}(?!.*[\d-]{10})/, "2026-12-06"))]).toContain(mended);
    },
  );
});

describe("short-notice", () => {
  const at = (announced: string, effective: string) => entry({ announced, effective });
  const judged = (head: BreakingChange, base?: readonly BreakingChange[]) => checkEntries(shortNotice, [head], base);

  it("counts from today for an entry that is new in this change, whatever it says about itself", () => {
    expect(judged(at("2026-10-01", "2026-12-05"), [])[0]?.message).toBe(
      "The breaking change of Profile (userId → ferryId) takes effect on 2026-12-05, 13 days after 2026-11-22, the first day " +
        "on which base can hold this entry; at least 14 days are required. It passes from 2026-12-06 on.",
    );
    expect(judged(at("2026-10-01", "2026-12-06"), [])).toEqual([]);
  });

  it("counts from the announced day when that is later still", () => {
    expect(judged(at("2026-12-01", "2026-12-10"), [])[0]?.message).toContain(
      "9 days after 2026-12-01, the day it was announced;",
    );
  });

  it("counts from the announced day for an entry that base holds unchanged", () => {
    const known = at("2026-11-01", "2026-11-30");
    expect(judged(known, [known])).toEqual([]);
    const short = at("2026-11-20", "2026-11-30");
    expect(judged(short, [short])[0]?.message).toContain("10 days after 2026-11-20");
  });

  it("does not judge again what is over", () => {
    const over = at("2026-11-01", "2026-11-05");
    expect(judged(over, [over])).toEqual([]);
    const edited = { ...over, migration: "guide" };
    expect(judged(edited, [over])).toEqual([]);
    expect(judged(over, [])).toHaveLength(1);
  });

  it("counts an effective day that was moved earlier, or first stated, as new", () => {
    const known = at("2026-11-01", "2026-12-31");
    expect(judged(at("2026-11-01", "2026-12-01"), [known])[0]?.message).toContain(
      "9 days after 2026-11-22, the first day on which base can hold these days;",
    );
    expect(judged(at("2026-11-01", "2026-12-01"), [at("2026-11-01", "TBD")])).toHaveLength(1);
    expect(judged(at("2026-11-01", "2026-12-01"), [entry({ effective: "2026-12-01" })])).toHaveLength(1);
    expect(judged(at("2026-11-01", "2027-01-15"), [known])).toEqual([]);
  });

  it("does not believe an announced day that was moved back", () => {
    const known = at("2026-11-20", "2026-12-01");
    expect(judged(at("2026-11-01", "2026-12-01"), [known])[0]?.message).toContain(
      "11 days after 2026-11-20, the day it was announced according to base;",
    );
  });

  it("believes the entry where there is no base to compare with", () => {
    expect(judged(at("2026-11-01", "2026-11-20"))).toEqual([]);
    expect(judged(at("2026-11-10", "2026-11-10"))[0]?.message).toContain("on the same day as 2026-11-10");
    expect(judged(at("2026-11-10", "2026-11-09"))[0]?.message).toContain("1 day before 2026-11-10");
  });

  it("follows the configured number of days, and leaves days alone that are none", () => {
    expect(checkEntries(shortNotice, [at("2026-11-22", "2026-11-25")], [], { announcementDays: 3 })).toEqual([]);
    expect(judged(at("2026-11-22", "soon"), [])).toEqual([]);
  });

  it("tells the same entry with another effective day apart", () => {
    expect(judged(at("2026-11-20", "2026-11-30"))[0]?.subject).toBe("Profile: userId → ferryId on 2026-11-30");
  });
});
