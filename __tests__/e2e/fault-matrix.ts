import { markerLine } from "../../src/io/publish/shared/marker.js";
import type { Fault } from "../kit/github/fault.js";
import type { ActionRun } from "../kit/runner/run-action.js";
import { BOT, BROKEN, CHANGED, commandsOf, Scene, SOUND } from "./scene.js";

/** A request that the action makes, and what depends on it. */
export interface Endpoint {
  readonly name: string;
  readonly match: Pick<Fault, "method" | "path" | "query">;
  readonly occasion: "first" | "again" | "many" | "badge";
  /** The verdict depends on `judging`; on `publishing` nothing does. */
  readonly serves: "judging" | "publishing";
}

export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
  /** Takes the whole time that the client gives to every attempt, so only the full matrix has it. */
  readonly isSlow?: boolean;
}

const judging = (name: string, method: string, path: RegExp, occasion: Endpoint["occasion"] = "first"): Endpoint => ({
  name,
  match: { method, path },
  occasion,
  serves: "judging",
});

const publishing = (name: string, match: Endpoint["match"], occasion: Endpoint["occasion"]): Endpoint => ({
  name,
  match,
  occasion,
  serves: "publishing",
});

/** Every request of the action, by operation. */
export const endpoints: readonly Endpoint[] = [
  judging("GET pull request", "GET", /\/pulls\/1$/),
  judging("GET comparison", "GET", /\/compare\//),
  judging("GET configuration", "GET", /\/contents\/\.github\//),
  judging("GET tree", "GET", /\/git\/trees\//),
  judging("GET plan", "GET", /\/contents\/docs\//),
  judging("GET files of the pull request", "GET", /\/pulls\/1\/files$/, "many"),
  judging("GET commits (since when announced)", "GET", /\/commits$/),
  publishing("query labels", { query: /timelineItems/ }, "first"),
  publishing("query comments", { query: /isMinimized/ }, "first"),
  publishing("POST comment", { method: "POST", path: /\/issues\/1\/comments$/ }, "first"),
  publishing("PATCH comment", { method: "PATCH", path: /\/issues\/comments\// }, "again"),
  publishing("mutation minimizeComment", { query: /minimizeComment/ }, "again"),
  publishing("GET badge branch", { method: "GET", path: /\/git\/ref\// }, "badge"),
  publishing("POST tree of badges", { method: "POST", path: /\/git\/trees$/ }, "badge"),
  publishing("POST commit of badges", { method: "POST", path: /\/git\/commits$/ }, "badge"),
  publishing("POST badge branch", { method: "POST", path: /\/git\/refs$/ }, "badge"),
];

const message = (text: string) => ({ message: text, documentation_url: "https://docs.github.com/rest" });
const html = { "content-type": "text/html" };
const BAD_GATEWAY = { status: 502, headers: html, body: "<html>\n<body>502 Bad Gateway</body>\n</html>" } as const;

export const namedFaults: readonly NamedFault[] = [
  { name: "401", fault: { status: 401, body: message("Bad credentials") } },
  { name: "403 read-only", fault: { status: 403, body: message("Resource not accessible by integration") } },
  {
    name: "403 secondary limit",
    fault: {
      status: 403,
      headers: { "retry-after": "1" },
      body: message("You have exceeded a secondary rate limit"),
      times: 1,
    },
  },
  { name: "404", fault: { status: 404, body: message("Not Found") } },
  { name: "409", fault: { status: 409, body: message("Conflict") } },
  { name: "422 too long", fault: { status: 422, body: message("Body is too long (maximum is 65536 characters)") } },
  {
    name: "429",
    fault: { status: 429, headers: { "retry-after": "1" }, body: message("Too many requests"), times: 1 },
  },
  {
    name: "429 for an hour",
    fault: { status: 429, headers: { "retry-after": "3600" }, body: message("Too many requests") },
  },
  { name: "500", fault: { status: 500, body: message("Server Error") } },
  { name: "502 once", fault: { ...BAD_GATEWAY, times: 1 } },
  { name: "502 once, done all the same", fault: { ...BAD_GATEWAY, times: 1, takesEffect: true } },
  { name: "502 always", fault: BAD_GATEWAY },
  { name: "cut connection", fault: { reset: true } },
  { name: "cut once, done all the same", fault: { reset: true, times: 1, takesEffect: true } },
  { name: "malformed JSON", fault: { status: 200, body: '{"data":{"repository":' } },
  { name: "HTML reply", fault: { status: 200, headers: html, body: "<html><body>Please log in.</body></html>" } },
  {
    name: "HTML reply once, done all the same",
    fault: { status: 200, headers: html, body: "<html></html>", times: 1, takesEffect: true },
  },
  { name: "time-out", fault: { delayMilliseconds: 32_000, status: 504 }, isSlow: true },
  { name: "slow 30 s", fault: { delayMilliseconds: 30_000, takesEffect: true, times: 1 }, isSlow: true },
];

export interface Cell {
  readonly endpoint: string;
  readonly fault: string;
  readonly plan: "red" | "green";
  /** In a few words, for the table. */
  readonly outcome: string;
  readonly requests: number;
  readonly writes: number;
  readonly line: string;
  /** What must not be; empty when all is well. */
  readonly mistakes: readonly string[];
}

const CONFIG = "override-labels: [plan-gate-override]\n";
/** A change that takes effect soon, so that the history of base is asked since when base has said so. */
const ANNOUNCED = `
## Breaking changes

| Service | Change | Announced | Effective |
|---|---|---|---|
| Fares | amounts become cents | 2026-01-05 | 2026-01-25 |
`;

/** Nothing goes wrong: what all the others are compared with. */
export const noFault: NamedFault = { name: "none", fault: {} };

/** One run of the built action with one fault on one of its requests. */
export async function runCell(
  { name, match, occasion, serves }: Endpoint,
  { name: faultName, fault }: NamedFault,
  plan: Cell["plan"],
): Promise<Cell> {
  const scene = await sceneFor(occasion, plan);
  try {
    let met = 0;
    scene.github.fault({ ...fault, ...match, meanwhile: () => (met += 1) });
    const inputs = { annotations: "false", comment: "always", "as-of": "2026-01-20" };
    const on = { name: "push", repository: scene.repository, branch: "main" } as const;
    const { run, requests, writes } =
      occasion === "badge"
        ? await scene.count({ ...inputs, mode: "badge" }, { on, timeoutMilliseconds: 400_000 })
        : await scene.count(inputs, { timeoutMilliseconds: 400_000 });
    const lines = [...commandsOf(run, "error"), ...commandsOf(run, "warning")].map(({ message: said }) => said);
    const common = { endpoint: name, fault: faultName, plan, requests: requests.length, writes: writes.length };
    const line = lines.join(" | ").split("\n", 1)[0]!;
    if (met === 0) return { ...common, outcome: "not asked", line, mistakes: [] };
    const isTrouble = run.summary.includes("could not judge this change");
    const isUnwell = faultName === noFault.name && (isTrouble || lines.length > 0);
    const mistakes = [
      ...(isUnwell ? [`trouble without a fault: ${line}`] : []),
      ...verdictMistakes(run, plan, isTrouble, serves),
      ...lineMistakes(lines, isTrouble),
      ...commentMistakes(scene, occasion, requests),
    ];
    const outcome = isTrouble ? "red, not judged" : lines.length > 0 ? "verdict stands, told" : "verdict stands";
    return { ...common, outcome, line, mistakes };
  } finally {
    await scene.github.close();
  }
}

async function sceneFor(occasion: Endpoint["occasion"], plan: Cell["plan"]): Promise<Scene> {
  const head = `${plan === "red" ? BROKEN : CHANGED}${ANNOUNCED}`;
  const base = { ".github/plan-gate.yml": CONFIG, "docs/PLAN.md": `${SOUND}${ANNOUNCED}` };
  if (occasion === "badge") {
    const scene = await Scene.open({ base });
    scene.repository.commit("main", { "docs/PLAN.md": head, "docs/note.txt": "x" });
    return scene;
  }
  const many = Object.fromEntries(Array.from({ length: occasion === "many" ? 305 : 0 }, (_, i) => [`a/${i}.ts`, ""]));
  const scene = await Scene.open({ base, head: { ...many, "docs/PLAN.md": head } });
  scene.pull.addLabel("plan-gate-override", scene.pull.author.login);
  if (occasion === "again") {
    for (const hash of ["01", "02"]) {
      const marker = { key: "Plan gate:gate", hash, headSha: "0".repeat(40), run: "1.1" };
      scene.pull.addComment(BOT, `${markerLine(marker)}\nan earlier report`);
    }
  }
  return scene;
}

function verdictMistakes(run: ActionRun, plan: Cell["plan"], isTrouble: boolean, serves: Endpoint["serves"]): string[] {
  const wanted = plan === "red" || isTrouble ? 1 : 0;
  return [
    ...(run.exitCode === wanted ? [] : [`ended with ${run.exitCode} where it should be ${wanted}`]),
    ...(run.outputs["conclusion"] === (run.exitCode === 0 ? "success" : "failure") ? [] : ["exit and output differ"]),
    ...(isTrouble && serves === "publishing" ? ["what only publishes has stopped the judging"] : []),
    ...(isTrouble || run.summary.includes("Plan gate") ? [] : ["the summary lacks the verdict"]),
    ...(run.stderr === "" ? [] : [`wrote to standard error: ${run.stderr.slice(0, 100)}`]),
  ];
}

const UNCLEAR = /<\/?[a-z]+>|internal error|undefined|Cannot read prop|\bat .*\.js:\d|\[object/i;

const lineMistakes = (lines: readonly string[], isTrouble: boolean): string[] => [
  ...(isTrouble && lines.length !== 1 ? [`${lines.length} lines where one should say it`] : []),
  ...(lines.length > 1 ? [`${lines.length} warnings`] : []),
  ...lines.filter((line) => UNCLEAR.test(line)).map((line) => `unclear: ${line}`),
];

function commentMistakes(
  { comments }: Scene,
  occasion: Endpoint["occasion"],
  requests: readonly { readonly method: string }[],
): string[] {
  if (requests.some(({ method }) => method === "DELETE")) return ["deleted something"];
  const most = occasion === "again" ? 2 : 1;
  return comments.length <= most ? [] : [`${comments.length} comments where ${most} may be`];
}

/** Runs all cells, a few at a time, in the order given. */
export async function runCells(cells: readonly (() => Promise<Cell>)[], atOnce: number): Promise<Cell[]> {
  const results: Cell[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < cells.length; index = next++) results[index] = await cells[index]!();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** The matrix as Markdown: an endpoint a row, a fault a column. */
export function matrixTable(cells: readonly Cell[]): string {
  const faults = [...new Set(cells.map(({ fault }) => fault))];
  const rows = [...new Set(cells.map(({ endpoint, plan }) => `${endpoint}, ${plan} plan`))];
  const cell = (row: string, fault: string) => {
    const found = cells.find((one) => `${one.endpoint}, ${one.plan} plan` === row && one.fault === fault);
    if (!found) return "";
    return found.mistakes.length > 0 ? `✗ ${found.mistakes.join("; ")}` : found.outcome;
  };
  const body = rows.map((row) => `| ${[row, ...faults.map((fault) => cell(row, fault))].join(" | ")} |`);
  const lines = [...new Set(cells.map(({ line }) => line.replace(/\b[0-9a-f]{40}\b/g, "<commit>")))]
    .filter(Boolean)
    .sort();
  return [
    `| request | ${faults.join(" | ")} |`,
    `| --- |${faults.map(() => " --- |").join("")}`,
    ...body,
    "",
    "What the user reads:",
    "",
    ...lines.map((line) => `- ${line}`),
    "",
  ].join("\n");
}
