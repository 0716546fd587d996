import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import type { CatchUpRow, FindingRow, Report } from "../../src/model/report.js";
import { changeOf, findingOf, placeAt, planOf, reportOf } from "../kit/report-builder.js";
import type { PhaseSketch } from "../kit/report-builder.js";

/** The methodology's own plan, as it stands when Phase 8 is done. */
const METHODOLOGY: readonly PhaseSketch[] = [
  { id: "8", title: "Boarding Gate Paths Fix", weeks: 12, tier: 0, status: "done", line: 22 },
  { id: "13", title: "Ferry Timetable Displays", weeks: 4, tier: 1, dependsOn: ["8"], line: 31 },
  {
    id: "14",
    title: "Ticket Protocol Implementation",
    weeks: 4,
    low: 3,
    tier: 1,
    dependsOn: ["8"],
    status: "in-progress",
    remaining: 2,
    line: 40,
  },
  { id: "15", title: "Seat Map Subsystem", weeks: 15, low: 12, tier: 1, line: 52 },
  { id: "16", title: "Passenger Template System", weeks: 2, tier: 1, line: 64 },
  { id: "17", title: "Complete Radar Deployment", weeks: 72, tier: 2, line: 75 },
  { id: "18", title: "Guest-Cabin & Bar/Shops Infrastructure", weeks: 7, tier: 2, dependsOn: ["8", "14"], line: 90 },
  { id: "19", title: "Multi-Harbor Luggage Distribution Matching", weeks: 18, tier: 2, dependsOn: ["8"], line: 104 },
  { id: "20", title: "Crews Network Monitoring", weeks: 13, tier: 3, dependsOn: ["18"], line: 118 },
];

const edited = (edits: Readonly<Record<string, Partial<PhaseSketch>>>): PhaseSketch[] =>
  METHODOLOGY.map((sketch) => ({ ...sketch, ...edits[sketch.id] }));

const RULES: Report["rules"] = [
  {
    id: "intra-tier-dependency",
    summary: "A phase must not wait for a phase of its own tier.",
    severity: "error",
    about: "plan",
  },
  {
    id: "unannounced-breaking-change",
    summary: "A breaking change must be announced.",
    severity: "error",
    about: "change",
  },
];

function red(): Report {
  const base = planOf(METHODOLOGY);
  const head = planOf([
    ...edited({ "17": { weeks: 75 }, "18": { tier: 1 } }),
    { id: "21", title: "Cargo Hold Data Enrichment Proof of Concept", weeks: 6, tier: 3, dependsOn: ["15"], line: 130 },
  ]);
  const change = changeOf(base, head, [
    { kind: "duration-changed", phase: "17", subject: null, from: 72, to: 75 },
    { kind: "tier-changed", phase: "18", subject: null, from: 2, to: 1 },
    { kind: "phase-added", phase: "21", subject: null, from: null, to: null },
    { kind: "dependency-added", phase: "21", subject: "15", from: null, to: null },
  ]);
  return reportOf({
    findings: RED_FINDINGS,
    accepted: [
      {
        finding: "short-notice",
        owner: "kim",
        reason: "only internal users, agreed with the app team",
        expires: "2026-12-31",
        daysLeft: 39,
      },
    ],
    rules: RULES,
    remarks: ["The configuration plan-gate.yml is edited here. This change is judged by the one on base."],
    plans: [
      {
        ...head,
        agents: [
          { agents: 1, weeks: 142, lowerBound: 142, proven: true },
          { agents: 2, weeks: 75, lowerBound: 75, proven: true },
        ],
        change: { ...change, catchUp: [LATE_PHASE] },
        activation: {
          advice: "optional",
          reasons: ["9 phases are left; tiers pay from 10 on.", "Side by side saves 67 of 142 weeks (47 %)."],
        },
      },
    ],
  });
}

const RED_FINDINGS: readonly FindingRow[] = [
  findingOf({
    ruleId: "intra-tier-dependency",
    message: "Phase 18 (Guest-Cabin & Bar/Shops Infrastructure) depends on Phase 14, and both are in Tier 1.",
    place: placeAt(92, { column: 3, endColumn: 14 }),
    related: [
      { place: placeAt(93), message: "the dependency on Phase 14" },
      { place: placeAt(41), message: "Phase 14 is declared Tier 1" },
    ],
    phases: ["18", "14"],
    fix: {
      title: "Option A: move Phase 18 to Tier 2",
      safety: "review",
      edits: [{ place: placeAt(92), newText: "2" }],
      diff: [{ path: "docs/plan.md", line: 92, before: "- **Tier:** 1", after: "- **Tier:** 2" }],
    },
  }),
  findingOf({
    ruleId: "unannounced-breaking-change",
    message: "agent-identity goes from 1.4 to 2.0 while Phase 19 needs it, and no announcement names it.",
    place: placeAt(8, { path: "docs/registry.md" }),
    related: [{ place: placeAt(8, { path: "docs/registry.md", revision: "base" }), message: "agent-identity was 1.4" }],
    phases: ["19"],
    subject: "agent-identity",
    fix: {
      title: "Announce it; 2026-12-06 is the first day on which it may take effect",
      safety: "review",
      edits: [{ place: placeAt(140), newText: "| agent-identity | … |" }],
      diff: [
        {
          path: "docs/plan.md",
          line: 141,
          before: null,
          after: "| agent-identity | major version | 1.4 → 2.0 | 2026-11-22 | 2026-12-06 |",
        },
      ],
    },
  }),
  findingOf({
    ruleId: "critical-path-growth",
    severity: "warning",
    message: "The critical path grows from 72 to 75 weeks: Phase 17 takes 3 weeks longer.",
    place: placeAt(77),
    phases: ["17"],
  }),
  findingOf({
    ruleId: "could-start-earlier",
    severity: "notice",
    message: "Phase 17 is declared Tier 2 but waits for nothing: Tier 1 would do, 15 weeks earlier.",
    place: placeAt(75),
    phases: ["17"],
    fix: { title: "Move Phase 17 to Tier 1", safety: "review", edits: [{ place: placeAt(76), newText: "1" }] },
  }),
  findingOf({
    ruleId: "stale-claim",
    severity: "warning",
    message: "“Total: 93 weeks” should read 147 weeks (one phase after the other).",
    place: placeAt(161),
    subject: "Total: 93 weeks",
    isNew: false,
  }),
  findingOf({
    ruleId: "short-notice",
    message: "user-profile takes effect 9 days after its announcement; 14 are required.",
    place: placeAt(142),
    subject: "user-profile",
    waivedBy: "kim",
    fingerprint: "short-notice",
  }),
];

const LATE_PHASE: CatchUpRow = {
  phase: "21",
  tier: 2,
  state: "queued",
  waitsFor: ["15"],
  waitsForTier: 1,
  readyWeek: 16,
  pause: null,
  sideBySide: null,
  better: null,
};

function green(): Report {
  const base = planOf(METHODOLOGY);
  const head = planOf(edited({ "13": { status: "done" } }));
  return reportOf({
    rules: RULES,
    findings: [RED_FINDINGS[3]!],
    plans: [
      {
        ...head,
        change: changeOf(base, head, [
          { kind: "status-changed", phase: "13", subject: null, from: "not-started", to: "done" },
        ]),
      },
    ],
  });
}

function firstRun(): Report {
  return reportOf({
    plans: [planOf(METHODOLOGY)],
    remarks: ["There is no base to compare with: every finding counts as new, and rules about a change did not run."],
  });
}

/** What the authors of a pull request could write into a title to reach people, pages, logs or this report. */
export const HOSTILE_TEXTS: readonly string[] = [
  "ping @octocat and @github/security, see #1, GH-2, o/r#3 and a1b2c3d4e5",
  "<!-- plan-gate --> <img src=https://evil.example/x.png onerror=alert(1)> </details><details open>",
  "[click](https://evil.example) ![x](http://evil.example/y.png) https://evil.example www.evil.example a@evil.example",
  "a | b \\| c `code` ``two`` ```\nfence``` **bold** _it_ ~~no~~ $x^2$ :tada: &amp; &#64;",
  "::set-output name=verdict::pass\r\n::error::gone ##[add-mask]x \u001B[31mred\u001B[0m \u0007",
  "# heading\n- list\n1. one\n> quote\n===\n| a | b |\n|---|---|",
  "right\u202Eto left\u2066 zero\u200Bwidth\u2060 \uFEFFmark\u00AD tag\u{E0041} lone\uD800 piled z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307",
  '"]; click n0 "javascript:alert(1)" %% end { } ; --> n9 # class',
];

function hostile(): Report {
  const sketches = HOSTILE_TEXTS.map((title, index): PhaseSketch => ({
    id: `${index}${title.slice(0, 6)}`,
    label: `Phase ${title.slice(0, 30)}`,
    title,
    weeks: index + 1,
    dependsOn: index === 0 ? [] : [`${index - 1}${HOSTILE_TEXTS[index - 1]!.slice(0, 6)}`],
  }));
  const head = planOf(sketches, { name: "<b>`plan`|@octocat</b>", documents: ["a`|b).md"] });
  return reportOf({
    findings: HOSTILE_TEXTS.map((message, index) =>
      findingOf({
        ruleId: "stale-claim",
        severity: (["error", "warning", "notice"] as const)[index % 3]!,
        message,
        place: placeAt(index + 1, { path: "docs/a`|b) <i>@octocat</i> #1.md" }),
        related: [{ place: placeAt(3), message }],
        waivedBy: index === 7 ? message : null,
        fingerprint: String(index),
        fix: {
          title: message,
          safety: "review",
          edits: [],
          diff: [{ path: "a.md", line: 1, before: message, after: `\`\`\`\`\n${message}` }],
        },
        toPaste: `\`\`\`\`\n${message}`,
      }),
    ),
    accepted: HOSTILE_TEXTS.slice(7).map((text) => ({
      finding: "7",
      owner: text,
      reason: text,
      expires: "2026-12-31",
      daysLeft: 39,
    })),
    remarks: HOSTILE_TEXTS,
    plans: [
      {
        ...head,
        activation: { advice: "use", reasons: HOSTILE_TEXTS },
        change: changeOf(planOf([]), head, [
          {
            kind: "phase-renamed",
            phase: sketches[0]!.id,
            subject: null,
            from: HOSTILE_TEXTS[1]!,
            to: HOSTILE_TEXTS[3]!,
          },
          { kind: "breaking-change-added", phase: null, subject: HOSTILE_TEXTS[2]!, from: null, to: null },
        ]),
      },
    ],
  });
}

function overBudget(): Report {
  const sketches = Array.from({ length: 40 }, (_, index): PhaseSketch => ({
    id: String(index + 1),
    title: `Work package ${index + 1}`,
    weeks: (index % 5) + 1,
    dependsOn: index < 5 ? [] : [String(index - 4)],
  }));
  const severities = ["error", "warning", "notice"] as const;
  return reportOf({
    plans: [planOf(sketches)],
    findings: Array.from({ length: 180 }, (_, index) =>
      findingOf({
        ruleId: "intra-tier-dependency",
        severity: severities[index % 3]!,
        message: `Phase ${index} depends on Phase ${index + 1}, and both are in Tier 1. ${"They are far apart in the document. ".repeat(5)}`,
        place: placeAt(index * 3 + 1),
        phases: [String(index)],
        fix: { title: `Move Phase ${index} to Tier 2`, safety: "review", edits: [] },
      }),
    ),
  });
}

function cycle(): Report {
  const sketches = edited({ "18": { dependsOn: ["14", "20"] } });
  return reportOf({
    findings: [
      findingOf({
        ruleId: "no-dependency-cycle",
        message: "Phase 18 and Phase 20 wait for each other.",
        place: placeAt(93),
        related: [
          { place: placeAt(93), message: "Phase 18 depends on Phase 20" },
          { place: placeAt(119), message: "Phase 20 depends on Phase 18" },
        ],
        phases: ["18", "20"],
      }),
    ],
    plans: [planOf(sketches, { unschedulable: ["18", "20"] })],
  });
}

function missingDurations(): Report {
  return reportOf({
    verdict: { failOn: "never" },
    findings: [
      findingOf({
        ruleId: "missing-duration",
        severity: "warning",
        message: "Phase 17 has no duration.",
        place: placeAt(75),
        phases: ["17"],
      }),
    ],
    plans: [planOf(edited({ "17": { weeks: null }, "16": { weeks: 3.5 } }))],
  });
}

const NO_DURATIONS = `# Plan

| Phase | Name     | Tier | Depends on | Status      |
|-------|----------|------|------------|-------------|
| 1     | Identity | 1    | none       | done        |
| 2     | Calendar | 2    | 1          | in progress |
| 3     | Messages | 2    | 1          | not started |
| 4     | Payments | 2    | 3          | not started |
`;

const ALL_DONE = `# Plan

| Phase | Name     | Tier             | Depends on | Duration | Status |
|-------|----------|------------------|------------|----------|--------|
| 0     | Proof    | N/A (historical) | none       | 9 weeks  |        |
| 1     | Identity | 1                | none       | 3 weeks  | done   |
| 2     | Calendar | 2                | 1          | 2 weeks  | done   |
`;

/** The report of a plan in Markdown, through everything that a run goes through. */
function checked(head: string, base: string | null): Report {
  const documents = (text: string) => [{ path: "docs/plan.md", text }];
  const plan = { name: "docs/plan.md", head: documents(head), base: base === null ? null : documents(base) };
  return checkPlan({ plans: [plan], config: defaults, today: "2026-11-22" });
}

/** One report for each situation whose look is kept as a file. */
export const GOLDEN_CASES: Readonly<Record<string, () => Report>> = {
  red,
  green,
  "first-run": firstRun,
  hostile,
  "over-budget": overBudget,
  cycle,
  "missing-durations": missingDurations,
  "no-durations": () => checked(NO_DURATIONS, NO_DURATIONS.replace("| 2    | 3 ", "| 3    | 3 ")),
  "all-done": () => checked(ALL_DONE, ALL_DONE.replace("2 weeks  | done  ", "2 weeks  | paused")),
};
