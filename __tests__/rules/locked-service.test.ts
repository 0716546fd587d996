import { describe, expect, it } from "@jest/globals";
import { lockedService } from "../../src/rules/locked-service.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

const LOCKS = ["", "## Current locks", "", "| Service | Locked by | From | Until |", "|---|---|---|---|"] as const;
const HEAD = ["| Phase | Tier | Status | Modifies |", "|---|---|---|---|"] as const;
const LOCK = "| Mail | Phase 1 | 2026-11-01 | 2026-12-20 |";
const matrix = (cell: string): string =>
  lines(
    "| Phase | Tier | Modifies |",
    "|---|---|---|",
    "| 1 | 1 | Mail |",
    "",
    "| Service | Phase 1 |",
    "|---|---|",
    `| Mail | ${cell} |`,
  );

testRule(lockedService, {
  valid: [
    lines(...HEAD, "| 1 | 1 |  | Mail |", "| 2 | 2 |  | Mail |", ...LOCKS, LOCK),
    // The holder is done, the lock is over, or nobody is named.
    lines(...HEAD, "| 1 | 1 | done |  |", "| 2 | 1 | in progress | Mail |", ...LOCKS, LOCK),
    lines(...HEAD, "| 1 | 1 |  |  |", "| 2 | 1 |  | Mail |", ...LOCKS, "| Mail | Phase 1 | 2026-10-01 | 2026-11-20 |"),
    lines(
      ...HEAD,
      "| 1 | 1 |  |  |",
      "| 2 | 1 | in progress | Mail |",
      ...LOCKS,
      "| Mail | the crews | 2026-11-01 | 2026-12-20 |",
    ),
    // Both hold a lock, or both modify it: other rules say so.
    lines(
      ...HEAD,
      "| 1 | 1 |  |  |",
      "| 2 | 1 |  | Mail |",
      ...LOCKS,
      LOCK,
      "| Mail | Phase 2 | 2026-12-21 | 2026-12-30 |",
    ),
    lines(...HEAD, "| 1 | 1 |  | Mail |", "| 2 | 1 |  | Mail |", ...LOCKS, LOCK),
    matrix("🔓 Unlocked"),
    matrix("🔒 **MODIFYING**"),
  ],
  invalid: [
    {
      plan: lines(...HEAD, "| 1 | 1 |  |  |", "| 2 | 2 | in progress | Mail |", ...LOCKS, LOCK),
      expect: [
        "4:25 Phase 2 modifies Mail, but Phase 1 locks it from 2026-11-01 until 2026-12-20, and Phase 2 is in progress.",
      ],
    },
    {
      plan: lines(...HEAD, "| 1 | 1 |  |  |", "| 2 | 1 |  | Mail |", ...LOCKS, LOCK),
      expect: [
        "4:14 Phase 2 modifies Mail, but Phase 1 locks it from 2026-11-01 until 2026-12-20, and both are in Tier 1.",
      ],
    },
    { plan: matrix("🔒 Locked"), expect: ["3:11 Phase 1 modifies Mail, but the lock matrix locks it in Phase 1."] },
  ],
});

describe("a change of the registry", () => {
  const documents = (cells: string, lock: string = LOCK): string =>
    lines(
      "## Registry",
      "",
      "| Service | Owner Phase | Current Version | Dependent Phases |",
      "|---|---|---|---|",
      cells,
      ...LOCKS,
      lock,
    );
  const BASE = documents("| Mail | Phase 1 | 1.0 | Phase 9 |");
  const said = (plan: string, base = BASE): string[] =>
    judge(lockedService, { plan, base }).map(({ place, message }) => `${place.line} ${message}`);

  it("must leave the row of a locked service alone", () => {
    expect(said(documents("| Mail | Phase 2 | 2.0 | Phase 9 |"))).toEqual([
      "5 This change edits the registry row of Mail (owner, version) while Phase 1 locks it from 2026-11-01 until 2026-12-20.",
    ]);
    expect(said(documents("| Quay | Phase 2 | 2.0 |  |"))).toEqual([
      "11 This change removes Mail from the registry while Phase 1 locks it from 2026-11-01 until 2026-12-20.",
    ]);
  });

  it("may write down who uses the service, edit other rows, and lift the lock with its last edit", () => {
    expect(said(BASE)).toEqual([]);
    expect(said(documents("| Mail | Phase 1 | 1.0 | Phase 9, 10 |"))).toEqual([]);
    expect(said(documents("| Mail | Phase 1 | 2.0 | Phase 9 |", "| Quay | Phase 1 | 2026-11-01 |  |"))).toEqual([]);
  });

  it("is free while the lock on base has not begun, or is over", () => {
    for (const lock of [
      "| Mail | Phase 1 | 2026-12-01 | 2026-12-20 |",
      "| Mail | Phase 1 | 2026-10-01 | 2026-11-01 |",
    ]) {
      expect(
        said(documents("| Mail | Phase 1 | 2.0 | |", lock), documents("| Mail | Phase 1 | 1.0 | |", lock)),
      ).toEqual([]);
    }
  });
});

describe("a lock in weeks", () => {
  const plan = (weeks: string, from = "Week 4", until = "Week 9"): string =>
    lines(
      "| Phase | Tier | Weeks | Modifies |",
      "|---|---|---|---|",
      "| 1 | 1 | 4-9 | |",
      `| 2 | 1 | ${weeks} | Mail |`,
      ...LOCKS,
      `| Mail | Phase 1 | ${from} | ${until} |`,
    );
  const isBroken = (text: string): boolean => judge(lockedService, { plan: text }).length > 0;

  it("is broken by a phase of the same tier whose weeks fall into it", () => {
    expect(["9-12", "4-4", "1-4", "5-6", ""].map((weeks) => isBroken(plan(weeks)))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(["10-12", "1-3"].map((weeks) => isBroken(plan(weeks)))).toEqual([false, false]);
  });
});

describe("how sure it is", () => {
  const severities = (...text: readonly string[]) =>
    judge(lockedService, { plan: lines(...text) }).map(({ atMost }) => atMost ?? "as configured");
  const services = (column: string): string[] => [
    `| Phase | Tier | Status | ${column} |`,
    "|---|---|---|---|",
    "| 1 | 1 |  |  |",
    "| 2 | 1 | in progress | Mail |",
  ];
  const registry = [
    "",
    "## Registry",
    "",
    "| Service | Owner Phase | Version |",
    "|---|---|---|",
    "| Mail | Phase 1 | 1.0 |",
  ];

  it("is sure of what a phase says it modifies, and of its services where a registry has them", () => {
    expect(severities(...services("Modifies"), ...LOCKS, LOCK)).toEqual(["as configured"]);
    expect(severities(...services("Services"), ...LOCKS, LOCK)).toEqual(["warning"]);
    expect(severities(...services("Services"), ...LOCKS, LOCK, ...registry)).toEqual(["as configured"]);
  });

  it("is never sure that a phase changes the services it names where a matrix locks them", () => {
    const frozen = ["", "| Service | Phase 2 |", "|---|---|", "| Mail | 🔒 Locked |"];
    expect(severities(...services("Services"), ...frozen, ...registry)).toEqual(["warning"]);
    expect(severities(...services("Modifies"), ...frozen, ...registry)).toEqual(["as configured"]);
  });

  it("leaves dropped phases, done ones and those that only a lock names alone", () => {
    for (const status of ["done", "cancelled"]) {
      const text = services("Modifies").map((line) => line.replace("in progress", status));
      expect(severities(...text, ...LOCKS, LOCK)).toEqual([]);
    }
  });
});
