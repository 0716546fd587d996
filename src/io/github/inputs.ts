import { z } from "zod";
import type { Overrides } from "../../config/override-config.js";
import { DEFAULT_CONFIG_PATH } from "../../config/defaults.js";
import { SetupError } from "../../model/setup-error.js";
import type { RemoteConfig } from "./remote-policy.js";
import { repositoryPath } from "../sources/repository-path.js";

/** What the workflow asks of the action, checked and complete. */
export interface Inputs {
  readonly token: string;
  readonly mode: Mode;
  readonly configPath: string;
  /** Read in place of the file at `configPath` where it is set. */
  readonly remoteConfig: RemoteConfig | null;
  /** Texts for the configuration, which checks them with its own rules. */
  readonly overrides: Overrides;
  readonly warnOnly: boolean;
  readonly comment: "always" | "on-findings" | "never";
  /** Null for the workflow's and the job's name. */
  readonly commentId: string | null;
  readonly jobSummary: boolean;
  readonly annotations: boolean;
  /** For each of error, warning and notice. */
  readonly annotationsLimit: number;
  /** Whether to suggest the findings' ways out on the lines of the pull request. */
  readonly suggestions: boolean;
  readonly baseRef: string | null;
  readonly pullRequestNumber: number | null;
  readonly drafts: "check" | "warn" | "skip";
  /** `YYYY-MM-DD`; null for today. */
  readonly asOf: string | null;
  readonly jsonFile: string | null;
  readonly sarifFile: string | null;
  readonly junitFile: string | null;
  /** A folder in the workspace. */
  readonly badgePath: string | null;
  readonly badgeBranch: string;
  readonly dryRun: boolean;
}

/** What a run is for. */
export type Mode = "gate" | "report" | "badge";

const boolean = z.enum(["true", "True", "TRUE", "false", "False", "FALSE"]).transform((text) => /^true$/i.test(text));

const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) => z.enum(values);

interface Rule {
  readonly schema: z.ZodType;
  /** Completes "expected …". */
  readonly expected: string;
}

// A name that the configuration file knows too has no default here: the file has to be able to say something.
const rules = {
  "github-token": { schema: z.string(), expected: "a token, such as ${{ github.token }}" },
  mode: { schema: oneOf("gate", "report", "badge").default("gate"), expected: "gate, report or badge" },
  "config-file": {
    schema: z.string().default(DEFAULT_CONFIG_PATH),
    expected: "a path from the repository's root, or owner/repository/path@ref",
  },
  plans: { schema: z.string().optional(), expected: "globs, one a line" },
  "fail-on": { schema: z.string().optional(), expected: "error, warning or never" },
  gate: { schema: z.string().optional(), expected: "new or all" },
  "announcement-days": { schema: z.string().optional(), expected: "a whole number of days" },
  "override-labels": { schema: z.string().optional(), expected: "names of labels, one a line" },
  "warn-only": { schema: boolean.default(false), expected: "true or false" },
  comment: {
    schema: oneOf("on-findings", "always", "never").default("on-findings"),
    expected: "on-findings, always or never",
  },
  "comment-id": { schema: z.string().max(200).optional(), expected: "a text of at most 200 characters" },
  "job-summary": { schema: boolean.default(true), expected: "true or false" },
  annotations: { schema: boolean.default(true), expected: "true or false" },
  "annotations-limit": {
    schema: z
      .string()
      .regex(/^[0-9]$/)
      .default("9")
      .transform(Number),
    expected: "a whole number from 0 to 9",
  },
  suggestions: { schema: boolean.default(false), expected: "true or false" },
  "base-ref": {
    schema: z
      .string()
      .regex(/^(?!.*\.\.)[^\s~^:?*[\\]+$/)
      .optional(),
    expected: "a branch, a tag or a commit",
  },
  "pr-number": {
    schema: z
      .string()
      .regex(/^[1-9][0-9]{0,9}$/)
      .transform(Number)
      .optional(),
    expected: "the number of a pull request",
  },
  drafts: { schema: oneOf("check", "warn", "skip").default("check"), expected: "check, warn or skip" },
  "as-of": { schema: z.iso.date().optional(), expected: "a calendar day as YYYY-MM-DD" },
  "json-file": { schema: z.string().optional(), expected: "a path in the workspace" },
  "sarif-file": { schema: z.string().optional(), expected: "a path in the workspace" },
  "junit-file": { schema: z.string().optional(), expected: "a path in the workspace" },
  "badge-path": { schema: z.string().optional(), expected: "a folder in the workspace" },
  "badge-branch": {
    schema: z
      .string()
      .max(200)
      .regex(/^(?!refs\/|.*\.\.|.*\.lock(?:\/|$))\w[\w.-]*(?:\/\w[\w.-]*)*(?<!\.)$/)
      .default("badges"),
    expected: "the name of a branch, of letters, digits, `_`, `-`, `.` and `/`",
  },
  "dry-run": { schema: boolean.default(false), expected: "true or false" },
} satisfies Record<string, Rule>;

type InputName = keyof typeof rules;

/** The names of all inputs, which action.yml has to declare. */
export const inputNames = Object.keys(rules) as InputName[];

/**
 * Reads the action's inputs. An empty text is an input that is not set, as GitHub has it.
 * @throws {SetupError} `bad-input`, naming the input, its value and what it may be
 */
export function readInputs(get: (name: string) => string): Inputs {
  const value = <Name extends InputName>(name: Name): z.output<(typeof rules)[Name]["schema"]> => {
    const rule: Rule = rules[name];
    const written = get(name).trim();
    const result = rule.schema.safeParse(written === "" ? undefined : written);
    if (result.success) return result.data as z.output<(typeof rules)[Name]["schema"]>;
    throw badInput(name, written, rule.expected);
  };
  const plans = lines(value("plans") ?? "");
  const badgePath = value("badge-path");
  const overrideLabels = lines(value("override-labels") ?? "");
  return {
    token: value("github-token"),
    mode: value("mode"),
    ...configAt(value("config-file")),
    overrides: {
      ...defined("fail-on", value("fail-on")),
      ...defined("gate", value("gate")),
      ...defined("announcement-days", value("announcement-days")),
      ...(plans.length > 0 && { plans }),
      ...(overrideLabels.length > 0 && { "override-labels": overrideLabels }),
    },
    warnOnly: value("warn-only"),
    comment: value("comment"),
    commentId: value("comment-id") ?? null,
    jobSummary: value("job-summary"),
    annotations: value("annotations"),
    annotationsLimit: value("annotations-limit"),
    suggestions: value("suggestions"),
    baseRef: value("base-ref") ?? null,
    pullRequestNumber: value("pr-number") ?? null,
    drafts: value("drafts"),
    asOf: value("as-of") ?? null,
    jsonFile: value("json-file") ?? null,
    sarifFile: value("sarif-file") ?? null,
    junitFile: value("junit-file") ?? null,
    badgePath: badgePath === undefined ? null : insideRepository("badge-path", badgePath),
    badgeBranch: value("badge-branch"),
    dryRun: value("dry-run"),
  };
}

/** An `@` in a path says that it is another repository's. */
const ELSEWHERE = /^([a-z\d][a-z\d-]{0,38})\/([\w.-]{1,100})\/(.+)@([^\s~^:?*[\\@]+)$/i;

function configAt(written: string): Pick<Inputs, "configPath" | "remoteConfig"> {
  const [, owner, repo, path, ref] = ELSEWHERE.exec(written) ?? [];
  if (ref === undefined || ref.includes(".."))
    return { configPath: insideRepository("config-file", written), remoteConfig: null };
  return {
    configPath: DEFAULT_CONFIG_PATH,
    remoteConfig: { owner: owner!, repo: repo!, path: insideRepository("config-file", written, path), ref },
  };
}

function insideRepository(name: InputName, written: string, path = written): string {
  try {
    return repositoryPath(path);
  } catch {
    throw badInput(name, written, `${rules[name].expected}, without \`..\``);
  }
}

const defined = <Key extends string>(key: Key, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, string>>;

/** Globs (`{a,b}`) and labels may hold commas, so that only a line break parts them. */
const lines = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function badInput(name: string, written: string, expected: string): SetupError {
  // The value of a token is nobody's business.
  const value = name === "github-token" || written === "" ? "not set" : JSON.stringify(written.slice(0, 100));
  return new SetupError("bad-input", `the input ${name} is ${value}; expected ${expected}`, {
    mend: `Correct ${name} in the workflow, under \`with:\`.`,
  });
}
