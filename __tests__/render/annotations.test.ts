import { describe, expect, it } from "@jest/globals";
import { annotations } from "../../src/render/index.js";
import { findingOf, placeAt, reportOf } from "../kit/report-builder.js";

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
});
