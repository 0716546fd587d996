import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { placeFaults, readMarkdown, stated, wordFaults, type StatedPhase } from "../kit/read-markdown.js";

interface Written {
  readonly id: string;
  readonly title: string;
  readonly tier: number;
  readonly weeks: number;
  readonly status: "done" | "in-progress" | "not-started" | "blocked";
  readonly dependsOn: readonly string[];
}

const title = fc.constantFrom(
  "Base",
  "Guest-cabin & VPN",
  "Onboarding",
  "T-shirt shop",
  "Signal (v2) keys",
  "Über alles",
);
const ids = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 1, max: 60 }).map(String), { minLength: 1, maxLength: 9 }),
  fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map((pair) => pair.join(".")),
    {
      minLength: 1,
      maxLength: 9,
    },
  ),
  fc.uniqueArray(
    fc.integer({ min: 1, max: 99 }).map((id) => `T-${String(id).padStart(2, "0")}`),
    { minLength: 1, maxLength: 9 },
  ),
);

/** A plan without cycles: each phase waits for some that were drawn before it; written in another order. */
const plans: fc.Arbitrary<readonly Written[]> = ids.chain((drawn) =>
  fc
    .tuple(
      ...drawn.map((id, index) =>
        fc.record({
          id: fc.constant(id),
          title,
          tier: fc.nat(6),
          weeks: fc.integer({ min: 1, max: 40 }),
          status: fc.constantFrom("done", "in-progress", "not-started", "blocked"),
          dependsOn: fc.subarray(drawn.slice(0, index)),
        }),
      ),
    )
    .chain((phases) => fc.shuffledSubarray(phases, { minLength: phases.length })),
);

const isBare = (id: string): boolean => /^\d/.test(id);
const named = (id: string): string => (isBare(id) ? `Phase ${id}` : id);
const listed = ({ dependsOn }: Written, separator: string): string =>
  dependsOn.length === 0 ? "none" : dependsOn.map(named).join(separator);
const inWords = {
  done: "✅ Complete",
  "in-progress": "🟡 In progress",
  "not-started": "⏳ not started",
  blocked: "blocked",
};

const expected = (plan: readonly Written[]): Record<string, StatedPhase> =>
  Object.fromEntries(
    plan.map(({ id, title, tier, weeks, status, dependsOn }) => [
      id,
      { title, tier, weeks, status, ...(dependsOn.length > 0 && { dependsOn }) },
    ]),
  );

const writings: Readonly<Record<string, (plan: readonly Written[]) => string>> = {
  "a phase table": (plan) =>
    `# Plan\n\n| Phase | Name | Tier | Depends on | Duration | Status |\n|---:|---|---|---|---|---|\n${plan
      .map(
        (one) =>
          `| **${one.id}** | ${one.title} | Tier ${one.tier} | ${listed(one, " + ")} | ${one.weeks} weeks | ${inWords[one.status]} |\n`,
      )
      .join("")}`,
  "a table of bare ids with a unit in the head": (plan) =>
    `# Plan\n\n| ID | Title | Wave | Blocked by | Effort (weeks) | State |\n|--|--|--|--|--|--|\n${plan
      .map(
        (one) =>
          `| ${one.id} | ${one.title} | ${one.tier} | ${one.dependsOn.join(", ") || "—"} | ${one.weeks} | ${inWords[one.status]} |\n`,
      )
      .join("")}`,
  "headings with fields": (plan) =>
    `# Plan\n\n${plan
      .map(
        (one) =>
          `## ${named(one.id)}: ${one.title}\n\n**Tier:** ${one.tier}\n**Depends on:** ${listed(one, ", ")}\n\n- Duration: ${one.weeks} weeks\n- **Status**: ${inWords[one.status]}\n`,
      )
      .join("\n")}`,
  "headings with lists under headings of their own": (plan) =>
    `# Plan\n\n${plan
      .map(
        (one) =>
          `## ${named(one.id)} — ${one.title}\n\n### Dependencies\n\n${one.dependsOn.length === 0 ? "None\n" : one.dependsOn.map((id) => `- ${named(id)} (see there)\n`).join("")}\n### Facts\n\n**Duration:** ${one.weeks} weeks | **Tier:** ${one.tier} | **Status:** ${inWords[one.status]}\n`,
      )
      .join("\n")}`,
  "tier groups with nested fields": (plan) =>
    `# Plan\n\n${[...new Set(plan.map(({ tier }) => tier))]
      .map(
        (tier) =>
          `### **Tier ${tier}: Things**\n\n${plan
            .filter((one) => one.tier === tier)
            .map(
              (one) =>
                `- **${named(one.id)}: ${one.title}**\n  - Depends on: ${listed(one, " and ")}\n  - **Duration:** ${one.weeks} weeks\n  - Status: ${inWords[one.status]}\n`,
            )
            .join("")}`,
      )
      .join("\n")}`,
  "what each phase blocks": (plan) =>
    `# Plan\n\n${plan
      .map(
        (one) =>
          `## ${named(one.id)}: ${one.title}\n\n**Blocks:** ${
            plan
              .filter(({ dependsOn }) => dependsOn.includes(one.id))
              .map(({ id }) => named(id))
              .join(", ") || "nothing"
          }\n**Tier:** ${one.tier}\n**Timeline:** ${one.weeks} weeks\n**Status:** ${inWords[one.status]}\n`,
      )
      .join("\n")}`,
};

/** Dependencies in any order: what is written from the other side has the other side's order. */
const sorted = (plan: Readonly<Record<string, StatedPhase>>): Record<string, StatedPhase> =>
  Object.fromEntries(
    Object.entries(plan).map(([id, one]) => [
      id,
      { ...one, ...(one.dependsOn && { dependsOn: [...one.dependsOn].sort() }) },
    ]),
  );

describe("a plan reads back as it was written", () => {
  it.each(Object.entries(writings))("in %s", (_, write) => {
    fc.assert(
      fc.property(plans, fc.constantFrom("\n", "\r\n"), (plan, lineEnd) => {
        const text = write(plan).replaceAll("\n", lineEnd);
        const read = readMarkdown(text);
        expect(sorted(stated(read))).toEqual(sorted(expected(plan)));
        expect(placeFaults(read, text)).toEqual([]);
        expect(wordFaults(read, text)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
