import type { Config } from "../config/config.js";
import { DEFAULT_CONFIG_PATH, defaults } from "../config/defaults.js";
import { matchPlans } from "../config/match-plans.js";
import { parseConfig } from "../config/parse-config.js";
import type { Ailment } from "../model/ailment.js";
import type { SourceDocument } from "../model/document.js";
import { SetupError } from "../model/setup-error.js";
import { CODE_OWNERS_PATHS, ownedPaths } from "./code-owners.js";
import type { Gate } from "./find-gates.js";
import { readPlacedYaml, type Spot } from "./placed-yaml.js";

export interface Policy {
  /** The configuration in force; the defaults where there is none to use. */
  readonly config: Config;
  readonly ailments: readonly Ailment[];
}

interface Files {
  /** Of every file in the repository. */
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, SourceDocument>;
}

/** What is wrong with what decides how plans are judged: the configuration, its globs, and who may change it. */
export function examinePolicy(files: Files, gates: readonly Gate[], ruleIds: readonly string[]): Policy {
  const path = configPathOf(gates);
  const document = path === null ? undefined : files.texts.get(path);
  const missing = path !== null && !document ? missingConfig(path, gates) : [];
  const { config, broken } = document ? readConfig(document, ruleIds) : { config: defaults, broken: [] };
  return {
    config,
    ailments: [
      ...missing,
      ...broken,
      ...(broken.length > 0 ? [] : planAilments(config, document, files.paths, gates)),
      ...ownerAilments(files, [...(document ? [document.path] : []), ...gates.map(({ workflow }) => workflow.path)]),
    ],
  };
}

/** From the repository's root; null where the workflow takes that of another repository, or an expression says which. */
export function configPathOf(gates: readonly Gate[]): string | null {
  const named = gates.flatMap(({ mode, inputs }) => (mode === "gate" ? (inputs.get("config-file") ?? []) : []));
  const written = named[0]?.text || DEFAULT_CONFIG_PATH;
  if (written.includes("@")) return null;
  return written.includes("${{") ? DEFAULT_CONFIG_PATH : written.replace(/^(?:\.?\/)+/, "");
}

function missingConfig(path: string, gates: readonly Gate[]): Ailment[] {
  const gate = gates.find(({ inputs }) => inputs.get("config-file")?.text.endsWith(path));
  if (!gate) return [];
  const { line, column } = gate.inputs.get("config-file")!.spot;
  return [
    {
      id: "missing-config",
      severity: "warning",
      place: { path: gate.workflow.path, line, column },
      message: `There is no ${path}.`,
      why: "The built-in defaults are in force, whatever somebody meant to configure.",
      mend: "Correct the path, or delete `config-file`.",
      yaml: null,
    },
  ];
}

function readConfig(document: SourceDocument, ruleIds: readonly string[]): { config: Config; broken: Ailment[] } {
  try {
    return { config: parseConfig(document.text, document.path, ruleIds), broken: [] };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const ailment: Ailment = {
      id: "broken-config",
      severity: "error",
      place: error.detail.place ?? { path: document.path, line: 1, column: 1 },
      message: error.message,
      why: "Once it is on the base branch the gate fails on every pull request, except one that mends it.",
      mend: error.detail.mend,
      yaml: null,
    };
    return { config: defaults, broken: [ailment] };
  }
}

function planAilments(
  config: Config,
  document: SourceDocument | undefined,
  paths: readonly string[],
  gates: readonly Gate[],
): Ailment[] {
  // An input goes before the configuration, and is checked when it runs.
  if (gates.some(({ inputs }) => inputs.has("plans"))) return [];
  const idle = document && config.plans !== defaults.plans ? idleGlobs(config, document, paths) : [];
  if (idle.length > 0 || matchPlans(config, paths).length > 0) return idle;
  return [
    {
      id: "no-plan",
      severity: "warning",
      place: document ? { path: document.path, line: 1, column: 1 } : null,
      message: "No document of the repository is taken for a plan.",
      why: "The gate is green whatever is changed.",
      mend: `Name the plans in ${document?.path ?? DEFAULT_CONFIG_PATH}.`,
      yaml: "plans:\n  - docs/PLAN.md",
    },
  ];
}

/** Globs that take in nothing: misspelt, or left behind by a move. */
function idleGlobs({ plans }: Config, document: SourceDocument, paths: readonly string[]): Ailment[] {
  const spots = spotsOfPlans(document.text);
  return plans.flatMap((selection) =>
    [...selection.documents, ...(selection.statusDocument === undefined ? [] : [selection.statusDocument])].flatMap(
      (glob) => {
        const spot = spots.get(glob);
        const matched = matchPlans({ plans: [{ ...selection, name: "plan", documents: [glob] }] }, paths);
        if (glob.startsWith("!") || !spot || matched.length > 0) return [];
        return [
          {
            id: "idle-plan-glob",
            severity: "warning",
            place: { path: document.path, ...spot },
            message: `No file matches ${JSON.stringify(glob)}.`,
            why: "A plan that is not where the configuration looks for it is not judged.",
            mend: "Correct the glob, which counts from the repository's root, or delete it.",
            yaml: null,
          } as const,
        ];
      },
    ),
  );
}

/** Where each text below `plans` stands. */
function spotsOfPlans(text: string): ReadonlyMap<string, Spot> {
  const root = readPlacedYaml(text);
  const plans = root.kind === "map" ? root.entries.get("plans")?.value : undefined;
  const spots = new Map<string, Spot>();
  const below = plans ? [plans] : [];
  for (let value = below.pop(); value; value = below.pop()) {
    if (value.kind === "text") spots.set(value.text, value.spot);
    if (value.kind === "list") below.push(...value.items);
    if (value.kind === "map") below.push(...[...value.entries.values()].map((entry) => entry.value));
  }
  return spots;
}

function ownerAilments({ texts }: Files, policyPaths: readonly string[]): Ailment[] {
  const path = CODE_OWNERS_PATHS.find((one) => texts.has(one));
  if (path === undefined) return [];
  const isOwned = ownedPaths(texts.get(path)!);
  const unowned = [...new Set(policyPaths)].filter((one) => !isOwned(one));
  if (unowned.length === 0) return [];
  return [
    {
      id: "unowned-policy",
      severity: "warning",
      place: { path, line: 1, column: 1 },
      message: `Nobody owns ${unowned.join(", ")}.`,
      why: "Whoever may merge can loosen the gate without those who answer for it.",
      mend: "Add a line for each, with the people who decide, behind every line that matches them.",
      yaml: unowned.map((one) => `/${one} @your-org/your-team`).join("\n"),
    },
  ];
}
