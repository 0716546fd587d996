// One measurement in a process of its own, so that nothing is warm and nothing lies about:
//
//   node in-process.js reading|engine COUNT
//
// prints {"milliseconds": n, "again": n, "newlines": n}: the work, the work when it has been done a few times (the middle of
// nine; only the engine, reading is too long), and one scan of the same Markdown for line ends.
import { defaults } from "../../src/config/defaults.js";
import { readPlan } from "../../src/check-plan.js";
import { buildGraph } from "../../src/graph/build-graph.js";
import { computeTiers } from "../../src/schedule/compute-tiers.js";
import { schedulePlan } from "../../src/schedule/schedule-plan.js";
import { generatedPlan } from "./generated-plan.js";

const [what, count] = process.argv.slice(2);
const text = generatedPlan(Number(count));
const { settings } = defaults;
const read = () => readPlan("plan", [{ path: "plan.md", text }], settings);

function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function newlines(): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** Tiers, every schedule of the whole plan and of what is left, floats and drags included. */
function engine(): () => unknown {
  const plan = read();
  return () => {
    const graph = buildGraph(plan);
    const tiers = computeTiers(plan, graph.acyclic, settings);
    const { full, remaining } = schedulePlan(graph.acyclic, tiers, settings);
    return [full, remaining].map(({ dependencies, tiered }) => [dependencies.times, tiered.times]);
  };
}

const work = what === "reading" ? read : engine();
const milliseconds = cost(work);
const again = what === "reading" ? milliseconds : middle(() => cost(work));
newlines();
const scan = Math.min(...Array.from({ length: 5 }, () => cost(newlines)));
console.log(JSON.stringify({ milliseconds, again, newlines: scan }));

function middle(measured: () => number): number {
  for (let run = 0; run < 3; run++) measured();
  return Array.from({ length: 9 }, measured).sort((a, b) => a - b)[4]!;
}
