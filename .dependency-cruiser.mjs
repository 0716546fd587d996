// The architecture, once: each folder of src/ and what it may import. Prose and picture: docs/architecture.md.
const mayImport = {
  model: [],
  grammar: ["model"],
  config: ["model", "grammar"],
  dialects: ["model", "grammar"],
  plan: ["model", "grammar"],
  "what-if": ["model", "grammar", "plan", "config"],
  graph: ["model"],
  schedule: ["model", "graph"],
  compare: ["model", "grammar"],
  sync: ["model", "graph", "grammar", "render"],
  doctor: ["model", "config"],
  init: ["model", "doctor"],
  rules: ["model", "graph", "grammar", "sync"],
  outlook: ["model", "grammar", "graph", "schedule"],
  gate: ["model", "config", "rules", "fix", "outlook"],
  fix: ["model"],
  explain: ["model", "grammar", "dialects", "plan"],
  render: ["model"],
  page: ["model", "graph", "schedule", "what-if", "outlook", "render"],
  io: ["model", "config", "render"],
};
const pure = Object.keys(mayImport).filter((folder) => folder !== "io");
const PURE = `^src/(${pure.join("|")}|check-plan[.]ts$)`;
const ENTRIES = "^src/(action/|cli/|(cli|action|library|remark)[.]ts$)";
/** What runs in the report page has an entry of its own, which nothing imports. */
const STARTS = "^src/(action/|cli/|(cli|action|library|remark|page/main)[.]ts$)";

const oneWay = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-${allowed.join("-") || "itself"}`,
  comment: `src/${folder}/ may import ${allowed.join(", ") || "nothing else in src/"}. See docs/architecture.md.`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${[folder, ...allowed].join("|")})/` },
}));

const standAlone = [
  ["dialects", "dialect"],
  ["rules", "rule"],
  ["render", "render"],
  ["io/publish", "publisher"],
].map(([folder, contract]) => ({
  name: `${folder.replace("/", "-")}-stand-alone`,
  comment: `A file in src/${folder}/ knows its contract (${contract}.ts) and shared/, not its neighbours; only index.ts knows them all.`,
  severity: "error",
  from: { path: `^src/${folder}/`, pathNot: `^src/${folder}/(index[.]ts$|shared/|badges/)` },
  to: { path: `^src/${folder}/`, pathNot: `^src/${folder}/(${contract}|shared/.+)[.]ts$` },
}));

export default {
  forbidden: [
    ...oneWay,
    ...standAlone,
    {
      name: "pure-code-has-no-effects",
      comment: "No Node built-in outside src/io/ and the entry points.",
      severity: "error",
      from: { path: PURE },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "github-only-in-io",
      comment: "Toolkit and Octokit stay behind src/io/ and src/action.ts.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(io/|action/|action[.]ts$)" },
      to: { path: "(^|node_modules/)@(actions|octokit)/" },
    },
    {
      name: "markdown-only-in-dialects",
      comment: "Past src/dialects/ nobody handles a syntax tree (its type aside).",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/dialects/" },
      to: { path: "node_modules/(remark|unified|unist-|mdast-|micromark|vfile)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-entry-points-join-core-and-io",
      comment: "Nothing imports an entry point; io does not know the pipeline.",
      severity: "error",
      from: { path: "^src/", pathNot: ENTRIES },
      to: { path: "^src/(cli|action|library|remark|check-plan)[.]ts$" },
    },
    {
      name: "check-plan-does-no-io",
      severity: "error",
      from: { path: "^src/check-plan[.]ts$" },
      to: { path: "^src/io/" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      comment: "Reached from no entry point or script: register it or delete it.",
      severity: "error",
      from: { path: STARTS },
      to: {
        path: "^src/",
        pathNot: `${STARTS}|^src/(config/config-json-schema|fix/fix-documents)[.]ts$`,
        reachable: false,
      },
    },
    { name: "src-does-not-know-tests", severity: "error", from: { path: "^src/" }, to: { path: "^__tests__/" } },
    {
      name: "not-to-dev-dep",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
