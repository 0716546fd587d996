import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { lockConflict } from "../../src/rules/lock-conflict.js";
import { addDays } from "../../src/grammar/calendar-day.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

const HEAD = ["## Current locks", "", "| Service | Locked by | From | Until |", "|---|---|---|---|"] as const;
const PHASES = [
  "",
  "| Phase | Weeks | Status |",
  "|---|---|---|",
  "| 1 | 1-4 | done |",
  "| 2 | 5-8 |  |",
  "| 3 | 7-9 |  |",
] as const;
const RULE = "locks of one service by different phases must not overlap.";

testRule(lockConflict, {
  valid: [
    lines(...HEAD, "| Mail | Phase 1 | 2026-12-01 | 2026-12-20 |", "| Quay | Phase 2 | 2026-12-01 | 2026-12-20 |"),
    lines(...HEAD, "| Mail | Phase 1 | 2026-12-01 | 2026-12-20 |", "| Mail | Phase 1 | 2026-12-10 | 2026-12-30 |"),
    lines(...HEAD, "| Mail | Phase 1 | 2026-12-01 | 2026-12-20 |", "| Mail | Phase 2 | 2026-12-20 | 2026-12-30 |"),
    // Over before the day of the run.
    lines(...HEAD, "| Mail | Phase 1 | 2026-10-01 | 2026-11-20 |", "| Mail | Phase 2 | 2026-11-01 | 2026-12-30 |"),
    // Nobody can tell.
    lines(...HEAD, "| Mail | Phase 1 | 2026-12-01 | TBD |", "| Mail | Phase 2 | 2026-12-10 | 2026-12-30 |"),
    lines(...HEAD, "| Mail | Phase 1 | Week 1 | Week 4 |", "| Mail | Phase 2 | 2026-12-10 | 2026-12-30 |"),
    lines(...HEAD, "| Mail | Phase 1 |  |  |", "| Mail | Phase 2 |  |  |"),
    // Its holder is done.
    lines(...HEAD, "| Mail | Phase 1 | Week 1 | Week 8 |", "| Mail | Phase 2 | Week 5 | Week 8 |", ...PHASES),
  ],
  invalid: [
    {
      plan: lines(
        ...HEAD,
        "| Mail | Phase 1 | 2026-12-01 | 2026-12-20 |",
        "| Mail | Phase 2 | 2026-12-15 | 2026-12-30 |",
      ),
      expect: [
        `6:1 Phase 2 locks Mail from 2026-12-15 until 2026-12-30, but Phase 1 locks it from 2026-12-01 until 2026-12-20: ${RULE}`,
      ],
    },
    {
      plan: lines(...HEAD, "| Mail | Phase 2 | 2026-12-01 |  |", "| Mail | Phase 3 | 2027-12-15 | 2027-12-30 |"),
      expect: [
        `6:1 Phase 3 locks Mail from 2027-12-15 until 2027-12-30, but Phase 2 locks it from 2026-12-01: ${RULE}`,
      ],
    },
    {
      plan: lines(
        ...HEAD,
        "| Mail | Phase 2 | Phase 2 | end of Phase 2 |",
        "| Mail | Phase 3 | Phase 3 start | Week 9 |",
        ...PHASES,
      ),
      expect: [
        `6:1 Phase 3 locks Mail from Phase 3 start until Week 9, but Phase 2 locks it from Phase 2 until end of Phase 2: ${RULE}`,
      ],
    },
  ],
});

it("finds exactly the locks that have a day in common beside their ends", () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const day = (n: number): string => addDays("2026-12-01", n);
      const plan = lines(
        ...HEAD,
        ...spans.map(([from, length], i) => `| Mail | Phase ${i} | ${day(from)} | ${day(from + length)} |`),
      );
      const days = ([from, length]: readonly [number, number]) => Array.from({ length }, (_, i) => from + i);
      const expected = spans.flatMap((one, i) =>
        spans.slice(0, i).filter((other) => days(one).some((n) => days(other).includes(n))),
      );
      expect(judge(lockConflict, { plan })).toHaveLength(expected.length);
    }),
  );
});
