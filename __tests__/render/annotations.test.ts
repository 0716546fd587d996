import { describe, expect, it } from "@jest/globals";
import { annotations } from "../../src/render/index.js";
import { findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";

const many = (count: number, severity: "error" | "warning") =>
  Array.from({ length: count }, (_, index) =>
    findingOf({ ruleId: "r", severity, message: `${severity} ${index}`, place: placeAt(index + 1) }),
  );

describe("annotations", () => {
  it("shows nine of each severity and says how many more there are, errors first", () => {
    const rows = annotations(reportOf({ findings: [...many(3, "warning"), ...many(12, "error")] }));
    expect(rows.map(({ severity }) => severity)).toEqual([
      ...Array<string>(10).fill("error"),
      "warning",
      "warning",
      "warning",
    ]);
    expect(rows[0]).toEqual({
      severity: "error",
      title: "Plan gate: r",
      message: "error 0",
      path: "docs/plan.md",
      line: 1,
      endLine: 1,
      column: 1,
      endColumn: 23,
    });
    expect(rows[9]).toMatchObject({ message: "3 more errors: see the job summary.", path: null, line: null });
  });

  it("counts one more as one", () => {
    expect(annotations(reportOf({ findings: many(2, "error") }), 1)[1]?.message).toBe(
      "1 more error: see the job summary.",
    );
  });

  it("leaves out what does not count", () => {
    const findings = [
      findingOf({ ruleId: "r", message: "old", isNew: false }),
      findingOf({ ruleId: "r", message: "waived", waivedBy: "kim" }),
    ];
    expect(annotations(reportOf({ findings }))).toEqual([]);
    expect(annotations(reportOf({ findings, verdict: { gate: "all" } })).map(({ message }) => message)).toEqual([
      "old",
    ]);
  });

  it("never puts a place in base on a line of head", () => {
    const inBase = placeAt(7, { revision: "base" });
    const removed = findingOf({ ruleId: "r", message: "gone", place: inBase });
    const needed = findingOf({ ...removed, related: [{ place: placeAt(9), message: "needs it" }] });
    const rows = annotations(reportOf({ findings: [removed, needed] }));
    expect(rows.map(({ path, line }) => [path, line])).toEqual([
      [null, null],
      ["docs/plan.md", 9],
    ]);
    expect(rows[0]?.message).toBe("gone\nIn base: docs/plan.md:7");
  });

  it("gives columns only inside one line, and ends where the text ends", () => {
    const block = placeAt(3, { endLine: 6, endColumn: 1 });
    const [row] = annotations(reportOf({ findings: [findingOf({ ruleId: "r", message: "m", place: block })] }));
    expect(row).toMatchObject({ line: 3, endLine: 5, column: null, endColumn: null });
  });

  it("keeps a message within what the runner shows, harmless and with its way out", () => {
    const finding = findingOf({
      ruleId: "r",
      message: `::stop-commands::x ##[error] ${"long ".repeat(2000)}`,
      fix: { title: "Mend it", safety: "safe", edits: [] },
    });
    const message = annotations(reportOf({ findings: [finding] }))[0]!.message;
    expect(message.length).toBeLessThanOrEqual(4096);
    expect(message).not.toMatch(/::|##\[/);
    expect(message).toMatch(/…\nWay out: Mend it$/);
  });

  it("marks once what several rules say about a phase on one line, each in its words", () => {
    const place = placeAt(4);
    const findings = [
      findingOf({ ruleId: "a", message: "one", phases: ["4"], place }),
      findingOf({ ruleId: "b", message: "other phase", phases: ["5"], place }),
      findingOf({ ruleId: "c", message: "two", phases: ["4", "1"], place: placeAt(4, { column: 9 }) }),
      findingOf({ ruleId: "d", message: "milder", phases: ["4"], place, severity: "warning" }),
      findingOf({ ruleId: "a", message: "elsewhere", phases: ["4"], place: placeAt(5) }),
    ];
    expect(annotations(reportOf({ findings })).map(({ title, message }) => [title, message])).toEqual([
      ["Plan gate: a, c", "one\n\ntwo"],
      ["Plan gate: b", "other phase"],
      ["Plan gate: a", "elsewhere"],
      ["Plan gate: d", "milder"],
    ]);
  });

  it("counts findings, not marks, in what is left out", () => {
    const findings = Array.from({ length: 6 }, (_, index) =>
      findingOf({ ruleId: `r${index}`, message: `m${index}`, phases: ["1"], place: placeAt(index < 2 ? 1 : 2) }),
    );
    const rows = annotations(reportOf({ findings }), 1);
    expect(rows.map(({ message }) => message)).toEqual(["m0\n\nm1", "4 more errors: see the job summary."]);
  });

  it("says how much one mark leaves out", () => {
    const findings = Array.from({ length: 9 }, (_, index) =>
      findingOf({ ruleId: `r${index}`, message: "long ".repeat(200), phases: ["1"] }),
    );
    const [mark] = annotations(reportOf({ findings }));
    expect(mark!.message.length).toBeLessThanOrEqual(4096);
    expect(mark!.message).toMatch(/\n\n6 more here: see the job summary\.$/);
  });

  it("puts first what is new, then what delays the end", () => {
    const plan = planOf([
      { id: "1", title: "Slipway", weeks: 4 },
      { id: "2", title: "Paint", weeks: 1 },
    ]);
    const findings = [
      findingOf({ ruleId: "r", message: "old, critical", phases: ["1"], place: placeAt(1), isNew: false }),
      findingOf({ ruleId: "r", message: "new", phases: ["2"], place: placeAt(2) }),
      findingOf({ ruleId: "r", message: "new, critical", phases: ["1"], place: placeAt(3) }),
    ];
    const rows = annotations(reportOf({ findings, plans: [plan], verdict: { gate: "all" } }));
    expect(rows.map(({ message }) => message)).toEqual(["new, critical", "new", "old, critical"]);
  });

  it("gives the first column only of a line that is marked with its break", () => {
    const line = placeAt(3, { column: 5, endLine: 4, endColumn: 1 });
    const [row] = annotations(reportOf({ findings: [findingOf({ ruleId: "r", message: "m", place: line })] }));
    expect(row).toMatchObject({ line: 3, endLine: 3, column: 5, endColumn: null });
  });
});
