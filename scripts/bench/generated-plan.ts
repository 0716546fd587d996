/** A plan of `count` phases: a heading, five fields and a sentence each, up to three dependencies on the 200 before. */
export function generatedPlan(count: number): string {
  const draw = draws(count);
  const phases: string[] = ["# Ferry line\n"];
  for (let number = 1; number <= count; number++) {
    const wanted = Array.from({ length: number > 1 ? 3 : 0 }, () => number - 1 - draw(Math.min(200, number - 1)));
    const dependencies = [...new Set(wanted)].map((other) => `Phase ${other}`).join(", ");
    phases.push(
      [
        `### Phase ${number}: Berth ${number} refit`,
        "",
        `- **Tier:** ${1 + Math.floor(number / 40)}`,
        `- **Depends on:** ${dependencies || "None"}`,
        `- **Duration:** ${1 + draw(10)} weeks`,
        "- **Status:** Not started",
        `- **Owner:** Harbour crew ${draw(9)}`,
        "",
        `The crew of berth ${number} prepares the ramp and reports on what is left.`,
        "",
      ].join("\n"),
    );
  }
  return phases.join("\n");
}

/** The same plan with a tenth of its durations changed: what a pull request is compared with. */
export const changedPlan = (plan: string): string => plan.replaceAll("**Duration:** 3 weeks", "**Duration:** 4 weeks");

/** Whole numbers from 0, the same for the same seed (a linear congruential generator; Numerical Recipes, 1992). */
function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
