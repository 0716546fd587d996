import { announcementsToDate, checkPlan, readPlan } from "../../../src/check-plan.js";
import type { Config } from "../../../src/config/config.js";
import { defaults } from "../../../src/config/defaults.js";
import { collectPlans } from "../../../src/io/cli/collect-plans.js";
import { changeOfPullRequest } from "../../../src/io/github/change.js";
import { createClient } from "../../../src/io/github/client.js";
import { readPlans } from "../../../src/io/github/plan-documents.js";
import { gitHubRepository } from "../../../src/io/github/repository.js";
import { dateAnnouncements } from "../../../src/io/history/date-announcements.js";
import { earlierDocuments } from "../../../src/io/history/earlier-documents.js";
import { gitHubHistory, historyBudget } from "../../../src/io/history/git-hub-history.js";
import { ruleIds } from "../../../src/rules/index.js";
import { folderOf, git, put } from "../../cli/temporary-tree.js";
import { FakeGitHub } from "../../kit/github/fake-github.js";

/** Files by path; null takes one away. */
export type Files = Readonly<Record<string, string | null>>;

/** A repository whose days a test makes, and the judgement of a change to it on a day. */
export interface World {
  /** Commits straight to base on a day. */
  commit(day: string, files: Files): void;
  /** Commits to a branch on a day, merged into base on a later one. */
  merge(written: string, merged: string, files: Files): void;
  /** `rule: message` of what a change of these files brings on a day; `(base)` in front of what base has already. */
  judge(today: string, files: Files): Promise<readonly string[]>;
  readonly requests: () => number;
  close(): Promise<void>;
}

const config: Config = {
  ...defaults,
  plans: [{ name: null, documents: ["docs/*.md"], ignoresCase: false }],
};
const RULES = new Set(["short-notice", "short-deprecation", "backdated-announcement", "unannounced-breaking-change"]);

const judged = (input: Parameters<typeof checkPlan>[0]): string[] => {
  const report = checkPlan(input);
  const found = report.findings.filter(({ ruleId }) => RULES.has(ruleId));
  return [
    ...found.map(({ isNew, ruleId, message }) => `${isNew ? "" : "(base) "}${ruleId}: ${message}`),
    ...report.remarks.filter((remark) => remark.includes("history of base")),
  ];
};

const read = ({ name }: { readonly name: string }, documents: Parameters<typeof readPlan>[1]) =>
  readPlan(name, documents, config.settings);

/** On disk, with git, as the command line sees it. */
export function worldOnDisk(): Promise<World> {
  const folder = folderOf({ "README.md": "# Ferries\n", ".github/plan-gate.yml": "plans: [docs/*.md]\n" });
  const at = (day: string, ...args: readonly string[]): void => {
    process.env["GIT_COMMITTER_DATE"] = `${day}T12:00:00Z`;
    git(folder, ...args);
    delete process.env["GIT_COMMITTER_DATE"];
  };
  const write = (files: Files): void => {
    const there = Object.entries(files);
    put(folder, Object.fromEntries(there.filter((one): one is [string, string] => one[1] !== null)));
    for (const [path, text] of there) if (text === null) git(folder, "rm", "--quiet", "--force", path);
    git(folder, "add", "--all");
  };
  const commit = (day: string, files: Files): void => {
    write(files);
    at(day, "commit", "--quiet", "--message=Change");
  };
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit("2026-01-01", {});
  return Promise.resolve({
    commit,
    merge: (written, merged, files) => {
      git(folder, "checkout", "--quiet", "-b", `b-${merged}`);
      commit(written, files);
      git(folder, "checkout", "--quiet", "main");
      at(merged, "merge", "--quiet", "--no-ff", "--message=Merge", `b-${merged}`);
    },
    judge: async (today, files) => {
      write(files);
      const { plans, historyOf, remarks } = await collectPlans(
        { files: ["docs"], base: "main", config: { kind: "usual" } },
        folder,
        ruleIds,
      );
      const dated = await dateAnnouncements(plans, {
        questionsOf: (plan) => announcementsToDate(plan, config, today),
        readPlan: read,
        historyOf: ({ name }) => historyOf!(name),
      });
      git(folder, "reset", "--quiet", "--hard");
      return judged({ plans: dated.plans, config, today, remarks: [...remarks, ...dated.remarks] });
    },
    requests: () => 0,
    close: () => Promise.resolve(),
  });
}

/** Behind GitHub's API, as the action sees it. */
export async function worldOnGitHub(): Promise<World> {
  const github = await FakeGitHub.start({ now: "2026-01-01T12:00:00Z" });
  github.token("t", "write");
  const there = github.repository("octo/ferries", { files: { "README.md": "# Ferries\n" } });
  const client = createClient({
    token: "t",
    baseUrl: github.addresses.api,
    onWait: () => undefined,
    debug: () => undefined,
  });
  const repository = gitHubRepository(client, { owner: "octo", repo: "ferries" });
  let branches = 0;
  let asked = 0;
  const at = (day: string): void => github.state.clock.set(`${day}T12:00:00Z`);
  const onBranch = (files: Files): string => {
    const name = `b${++branches}`;
    there.branch(name);
    there.commit(name, files);
    return name;
  };
  return {
    commit: (day, files) => {
      at(day);
      there.commit("main", files);
    },
    merge: (written, merged, files) => {
      at(written);
      const branch = onBranch(files);
      at(merged);
      there.merge("main", there.tip(branch));
    },
    judge: async (today, files) => {
      const pull = there.pullRequest({ head: onBranch(files) });
      const change = await changeOfPullRequest(repository, await repository.pullRequest(pull.number));
      const collected = await readPlans(repository, config, { ...change, scope: "all" });
      const before = github.requests.length;
      const budget = historyBudget();
      const dated = await dateAnnouncements(collected.plans, {
        questionsOf: (plan) => announcementsToDate(plan, config, today),
        readPlan: read,
        historyOf: ({ name }) => {
          const earlier = earlierDocuments(config, name, () => Promise.resolve(collected.headPaths));
          return gitHubHistory(repository, change.baseSha!, earlier, budget);
        },
      });
      asked = github.requests.length - before;
      return judged({ plans: dated.plans, config, today, remarks: [...collected.remarks, ...dated.remarks] });
    },
    requests: () => asked,
    close: async () => {
      await github.close();
      github.expectNoViolations();
    },
  };
}
