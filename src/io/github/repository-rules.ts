import type { BranchRules } from "../../model/ailment.js";
import { SetupError } from "../../model/setup-error.js";

/** Asks GitHub's API for what stands at a path: `/repos/…`. Rejects only when there is no answer at all. */
export type AskGitHub = (path: string) => Promise<{ readonly status: number; readonly body: unknown }>;

export interface RulesAnswer {
  /** Null where GitHub does not tell. */
  readonly rules: BranchRules | null;
  readonly remarks: readonly string[];
}

const TIMEOUT_MILLISECONDS = 30_000;

/**
 * What a branch requires, by rulesets and by classic protection: two or three requests, all of them reading.
 * @param branch null for the default branch
 * @throws {SetupError} `no-permission` when there is no such repository or branch to be seen with this token
 */
export async function readBranchRules(ask: AskGitHub, repository: string, branch: string | null): Promise<RulesAnswer> {
  const at = branch ?? (await defaultBranch(ask, repository));
  const name = encodeURIComponent(at);
  const protection = await ask(`/repos/${repository}/branches/${name}`);
  if (protection.status !== 200) throw notSeen(`the branch ${at} of ${repository}`, protection.status);
  const rulesets = await ask(`/repos/${repository}/rules/branches/${name}?per_page=100`);
  const isTold = rulesets.status === 200 && Array.isArray(rulesets.body);
  const active = isTold ? (rulesets.body as readonly unknown[]) : [];
  const classic = listAt(fieldAt(protection.body, "protection", "required_status_checks", "contexts"));
  if (!isTold && classic.length === 0) {
    return { rules: null, remarks: [`GitHub does not tell the rules of ${at} (${rulesets.status}).`] };
  }
  const parametersOf = (type: string) =>
    active.filter((rule) => field(rule, "type") === type).map((rule) => field(rule, "parameters"));
  const ruled = parametersOf("required_status_checks").flatMap((one) => listAt(field(one, "required_status_checks")));
  return {
    rules: {
      branch: at,
      requiredChecks: [...new Set([...ruled.map((check) => field(check, "context")), ...classic].filter(isText))],
      requiredWorkflows: parametersOf("workflows")
        .flatMap((one) => listAt(field(one, "workflows")))
        .map((workflow) => field(workflow, "path"))
        .filter(isText),
      hasMergeQueue: parametersOf("merge_queue").length > 0,
    },
    remarks: isTold
      ? []
      : [`GitHub does not tell the rulesets of ${at} (${rulesets.status}); its classic protection is known.`],
  };
}

async function defaultBranch(ask: AskGitHub, repository: string): Promise<string> {
  const { status, body } = await ask(`/repos/${repository}`);
  const branch = field(body, "default_branch");
  if (status !== 200 || !isText(branch)) throw notSeen(repository, status);
  return branch;
}

/** An asker with the platform's own `fetch`. A token is sent where there is one; public repositories need none. */
export function askGitHub(apiUrl: string, token: string | null): AskGitHub {
  return async (path) => {
    const headers = {
      accept: "application/vnd.github+json",
      "x-github-api-version": "2022-11-28",
      "user-agent": "plan-gate",
      ...(token && { authorization: `Bearer ${token}` }),
    };
    try {
      const response = await fetch(`${apiUrl.replace(/(?<!\/)\/+$/, "")}${path}`, {
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
      return { status: response.status, body: await response.json().catch(() => null) };
    } catch (error) {
      const cause = (error as Error & { cause?: Error }).cause?.message ?? (error as Error).message;
      throw new SetupError("github-unavailable", `could not ask ${apiUrl}: ${cause}`, {
        mend: "Leave --repo out to look at files alone; behind a proxy, set NODE_USE_ENV_PROXY=1.",
      });
    }
  };
}

const notSeen = (what: string, status: number): SetupError =>
  status === 401
    ? new SetupError("no-permission", `GitHub does not know this token (${status}).`, {
        mend: "Put a valid one into GITHUB_TOKEN.",
      })
    : new SetupError("no-permission", `could not see ${what}: ${status}`, {
        mend: "Check the name after --repo and --branch; a private repository needs a token in GITHUB_TOKEN that may read it.",
      });

const field = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;

const fieldAt = (value: unknown, ...keys: readonly string[]): unknown => keys.reduce(field, value);

const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
