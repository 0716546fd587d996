import { describe, expect, it } from "@jest/globals";
import { addDays, daysBetween, parseDay } from "../../src/grammar/calendar-day.js";
import { factOfField, normalizeName } from "../../src/grammar/field-name.js";
import { opensWithStatus, parseStatus, statusMark } from "../../src/grammar/status.js";
import { parseTier, parseTierHeading } from "../../src/grammar/tier.js";
import { parseBareWindow, parseWeekWindow } from "../../src/grammar/week-window.js";

describe("parseWeekWindow", () => {
  it.each([
    ["Week 13-16", [13, 16]],
    ["Weeks 1–4", [1, 4]],
    ["Weeks 1 to 4", [1, 4]],
    ["Week 1 - Week 4", [1, 4]],
    ["Week 12", [12, 12]],
    ["Months 1-18", [1, 72]],
    ["Month 2", [5, 8]],
    ["(Weeks 1-4)", [1, 4]],
    ["Week 1-0", null],
    ["Week 0", null],
    ["Week 1.5", null],
    ["4 weeks", null],
    ["Weekend 3", null],
    ["midweek 3", null],
    ["Week 1-2 days", null],
  ] as const)("%s → %j", (text, expected) => {
    const window = parseWeekWindow(text, 4);
    expect(window && [window.startWeek, window.endWeek]).toEqual(expected);
  });

  it("says where it stands", () => {
    const text = "Setup (Weeks 1-4), then rest";
    const window = parseWeekWindow(text, 4)!;
    expect(text.slice(window.start, window.end)).toBe("Weeks 1-4");
  });

  it.each([
    ["9-15", [9, 15]],
    [" 12 ", [12, 12]],
    ["15-9", null],
    ["0-3", null],
    ["Q3", null],
    ["", null],
  ] as const)("bare %j → %j", (text, expected) => {
    const window = parseBareWindow(text);
    expect(window && [window.startWeek, window.endWeek]).toEqual(expected);
  });
});

describe("parseStatus", () => {
  it.each([
    ["✅ Complete", "done", null],
    ["Complete", "done", null],
    ["completed 2026-01-02", "done", null],
    ["✅", "done", null],
    ["[x]", "done", null],
    ["[ ]", "not-started", null],
    ["✅ 100% (4/4 sections)", "done", 100],
    ["✅ 60%", "in-progress", 60],
    ["60% complete", "in-progress", 60],
    ["0% complete", "not-started", 0],
    ["100%", "done", 100],
    ["60 %", "in-progress", 60],
    ["🟡 In Progress", "in-progress", null],
    ["in-progress", "in-progress", null],
    ["WIP", "in-progress", null],
    ["Ongoing", "in-progress", null],
    ["⏳ Unassigned", "not-started", null],
    ["Not started", "not-started", null],
    ["not yet started", "not-started", null],
    ["TODO", "not-started", null],
    ["Planned", "not-started", null],
    ["Incomplete", "not-started", null],
    ["not complete", "not-started", null],
    ["⏸️ On Hold", "blocked", null],
    ["Blocked", "blocked", null],
    ["Paused", "paused", null],
    ["Deprecated", "deprecated", null],
    ["Cancelled", "deprecated", null],
    ["Tangent (exploratory)", "tangent", null],
    ["⬜", "not-started", null],
    ["3/5 done", "in-progress", 60],
    ["2/4 sections", "in-progress", 50],
    ["3 of 5 tasks", "in-progress", 60],
    ["2 out of 4 complete", "in-progress", 50],
    ["🟡 1/3 sections", "in-progress", 33],
    ["999/1000 tasks", "in-progress", 99],
    ["3/5", "in-progress", 60],
    ["0/3", "not-started", 0],
    ["5/5 tasks", "done", 100],
    ["0/TBD", "unknown", null],
    ["0/0 tasks", "unknown", null],
    ["7/5 tasks", "unknown", null],
    ["Completed 3/5", "done", null],
    ["✅ 3/15", "done", null],
    ["3/5/2026", "unknown", null],
    ["release 1/2", "unknown", null],
    ["", "unknown", null],
    ["abandonware", "unknown", null],
  ])("%s → %s", (text, status, progressPercent) => {
    expect(parseStatus(text)).toEqual({ status, progressPercent });
  });
});

describe("statuses in other languages", () => {
  it.each([
    [
      "not-started",
      ["未着手", "未完了", "未完成", "完了予定", "待办", "시작 전", "미완료", "à faire", "pas commencé", "offen"],
    ],
    ["not-started", ["geplant", "nicht abgeschlossen", "pendiente", "no iniciado", "pendente", "não concluído"]],
    ["not-started", ["a fazer", "da fare", "не начато"]],
    ["in-progress", ["進行中", "进行中", "対応中", "진행 중", "진행중", "en cours", "in Arbeit", "in Bearbeitung"]],
    ["in-progress", ["en curso", "en progreso", "em andamento", "in corso", "в работе"]],
    ["done", ["完了", "已完成", "✅ 完了しました", "완료", "terminé", "Terminée", "abgeschlossen", "erledigt"]],
    ["done", ["completado", "concluído", "finalizada", "completato", "готово", "завершено"]],
    ["blocked", ["保留", "보류", "bloqué", "blockiert", "bloqueado"]],
    ["paused", ["一時停止", "暂停", "en pause", "pausiert"]],
    ["deprecated", ["中止", "已取消", "취소", "annulé", "abgebrochen", "cancelado"]],
  ])("%s: %j", (status, texts) => {
    expect(texts.map((text) => [text, parseStatus(text).status])).toEqual(texts.map((text) => [text, status]));
  });

  it("are whole words, however their accents are written", () => {
    expect(
      ["offenbar", "affaires", "Ofenrohr", "definite", "prévisible"].map((text) => parseStatus(text).status),
    ).toEqual(Array(5).fill("unknown"));
    expect(parseStatus("Termine\u0301").status).toBe("done");
  });
});

describe("statusMark", () => {
  it("finds the first mark and where it stands", () => {
    expect(statusMark("Test suite ✅ then ⏳")).toEqual({ status: "done", start: 11, end: 12 });
    expect(statusMark("🟡 half")).toEqual({ status: "in-progress", start: 0, end: 2 });
    expect(statusMark("Complete")).toBeNull();
  });

  it.each([
    ["✅ COMPLETE - All 49 components", true],
    ["✅ **COMPLETE**", true],
    ["✅ Phase 8", false],
    ["Phase 8 ✅ complete", false],
    ["complete", false],
  ])("opensWithStatus(%j): %j", (text, expected) => {
    expect(opensWithStatus(text)).toBe(expected);
  });
});

describe("parseTier", () => {
  it.each([
    ["Tier 2 (Dependent Features)", 2, false],
    ["2", 2, false],
    ["T1", 1, false],
    ["Wave 3", 3, false],
    ["Tier 0", 0, false],
    ["**2**", 2, false],
    ["Tier 1 or Tier 2", null, false],
    ["N/A (historical)", null, true],
    ["n/a", null, true],
    ["Complete", null, true],
    ["Policy-gated", null, false],
    ["2.5", null, false],
    ["20%", null, false],
    ["", null, false],
  ])("%s → %j, historical %j", (text, number, isHistorical) => {
    expect(parseTier(text)).toMatchObject({ number, isHistorical });
  });

  it("says where the number stands", () => {
    const text = "Tier 12 (late)";
    expect(text.slice(...parseTier(text).span!)).toBe("12");
  });
});

describe("parseTierHeading", () => {
  it.each([
    ["Tier 1: Independent Features", 1],
    ["🎯 Wave 2: Runtime Core (9 parallel tasks)", 2],
    ["Tier 0", 0],
    ["Tier 1-3", null],
    ["Tier 1.5", null],
    ["Tiers 1", null],
    ["Pricing tier 2", null],
    ["The Wave 2 problem", null],
  ])("%s → %j", (text, number) => {
    expect(parseTierHeading(text)?.number ?? null).toBe(number);
  });
});

describe("calendar days", () => {
  it.each([
    ["2025-11-17", "2025-11-17"],
    ["on 2025-11-17 (Monday)", "2025-11-17"],
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["2025-02-29", null],
    ["1900-02-29", null],
    ["2026-02-31", null],
    ["2025-13-01", null],
    ["2025-00-10", null],
    ["2025-04-00", null],
    ["12025-11-17", null],
    ["2025-11-170", null],
    ["17.11.2025", null],
    ["TBD", null],
    ["", null],
  ])("%j → %j", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it("counts days over months, leap years and summer time", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2025-02-28", "2025-03-01")).toBe(1);
    expect(daysBetween("2025-03-01", "2025-04-01")).toBe(31);
    expect(daysBetween("2025-11-17", "2025-11-03")).toBe(-14);
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
  });
});

describe("field names", () => {
  it.each([
    ["Depends on", "dependsOn"],
    ["DEPENDENCIES", "dependsOn"],
    ["  Depends   On ", "dependsOn"],
    ["🔗 Dependencies", "dependsOn"],
    ["**Key dependencies**", "dependsOn"],
    ["Blocks", "blocks"],
    ["Can Run In Parallel With", "parallelWith"],
    ["Sequenced after", "sequencedAfter"],
    ["Wave", "tier"],
    ["Effort (days)", "duration"],
    ["Est.", "duration"],
    ["Weeks", "window"],
    ["Status", "status"],
    ["Needs", "needs"],
    ["Modifies", "modifies"],
    ["Services", "services"],
    ["Colour", null],
    ["", null],
    ["constructor", null],
    ["Depends on the weather", null],
  ])("%j → %j", (written, fact) => {
    expect(factOfField(written)).toBe(fact);
  });

  it("is compared without case, marks and units", () => {
    expect(normalizeName("— Est. Effort (hours) —")).toBe("est. effort");
  });
});
