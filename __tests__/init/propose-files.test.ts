import { describe, expect, test } from "@jest/globals";
import { analyzePlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { parseConfig } from "../../src/config/parse-config.js";
import { examineRepository } from "../../src/doctor/examine-repository.js";
import { knownPlans, unknownPlans, type Candidate } from "../../src/init/find-plans.js";
import { proposeFiles } from "../../src/init/propose-files.js";
import { synchronizedAlike } from "../../src/init/synchronized-alike.js";
import { workflowText } from "../../src/init/workflow-text.js";
import type { Proposal } from "../../src/model/proposal.js";
import { ruleIds } from "../../src/rules/index.js";
import { synchronize } from "../../src/sync/synchronize.js";
import { lintWorkflows } from "../workflows/lint-workflows.js";

const PLAN = `# Ferries

| Phase | Name  | Tier | Depends on | Duration |
| ----- | ----- | ---- | ---------- | -------- |
| 1     | Piers | 0    | none       | 4 weeks  |
| 2     | Ships | 1    | 1          | 6 weeks  |
| 3     | Crews | 1    | 1          | 2 weeks  |
`;
const PIN = "0123456789abcdef0123456789abcdef01234567";
const WORKFLOW = ".github/workflows/plan-gate.yml";
const CONFIG = ".github/plan-gate.yml";

const analyze = ({ name, documents }: Candidate) => analyzePlan(name, documents, defaults.settings);
const candidate = (path: string, text: string): Candidate => ({ name: path, documents: [{ path, text }] });

interface Repository {
  readonly known?: readonly Candidate[];
  readonly others?: readonly Candidate[];
  readonly files?: Readonly<Record<string, string>>;
  readonly pin?: string | null;
}

function propose({ known = [], others = [], files = {}, pin = null }: Repository): Proposal {
  return proposeFiles({
    documents: Object.entries(files).map(([path, text]) => ({ path, text })),
    plans: [...knownPlans(known, analyze), ...unknownPlans(others, analyze)],
    pin,
    defaultBranch: "main",
    synchronize: (plan, document) => synchronizedAlike(plan, document, analyze, synchronize),
  });
}

const inShort = ({ files }: Proposal): string[] => files.map(({ action, path }) => `${action} ${path}`);
const textOf = ({ files }: Proposal, path: string): string => files.find((file) => file.path === path)!.after;

test("an empty set-up gets a workflow, a configuration and a first managed section", () => {
  const proposal = propose({ known: [candidate("docs/PLAN.md", PLAN)] });
  expect(inShort(proposal)).toEqual([`write ${WORKFLOW}`, `write ${CONFIG}`, "write docs/PLAN.md"]);
  expect(proposal.remarks[0]).toBe("Plans: docs/PLAN.md (3 phases).");
});

describe("the workflow", () => {
  const texts = [
    workflowText({ pin: PIN, defaultBranch: "main" }),
    workflowText({ pin: null, defaultBranch: "release/#'\"1" }),
  ];

  test("pleases actionlint", () => {
    expect(lintWorkflows(texts)).toEqual([[], []]);
  });

  test("pleases the doctor; the zeros that stand for a commit are a notice", () => {
    const found = texts.map((text) =>
      examineRepository(
        { paths: ["docs/PLAN.md"], documents: [{ path: WORKFLOW, text }] },
        { branch: "main", requiredChecks: ["Plan gate"], requiredWorkflows: [], hasMergeQueue: true },
        ruleIds,
      ).ailments.map(({ id, severity }) => `${severity} ${id}`),
    );
    expect(found).toEqual([[], ["notice placeholder-commit", "notice placeholder-commit"]]);
  });

  test("is not proposed beside another that runs plan-gate", () => {
    const other = { ".github/workflows/ci.yml": workflowText({ pin: PIN, defaultBranch: "main" }) };
    const { files, remarks } = propose({ files: other });
    expect(files.map(({ path }) => path)).toEqual([CONFIG]);
    expect(remarks.join("\n")).toContain(".github/workflows/ci.yml runs plan-gate already");
  });

  test("is only shown where another file has its place", () => {
    expect(inShort(propose({ files: { [WORKFLOW]: "on: push\njobs: {}\n" } }))).toEqual([
      `keep ${WORKFLOW}`,
      `write ${CONFIG}`,
    ]);
  });

  test("says honestly that it cannot run yet, unless a commit is named", () => {
    expect(propose({}).remarks.join("\n")).toContain("replace its zeros");
    const pinned = propose({ pin: PIN });
    expect(pinned.remarks.join("\n")).not.toContain("zeros");
    expect(textOf(pinned, WORKFLOW)).toContain(`uses: plan-gate/plan-gate@${PIN} # `);
  });
});

describe("the configuration", () => {
  test("says nothing where the defaults find the plans", () => {
    const text = textOf(propose({ known: [candidate("docs/PLAN.md", PLAN)] }), CONFIG);
    expect(parseConfig(text, CONFIG, ruleIds)).toEqual(defaults);
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+\/schema\/config\.schema\.json\n/);
  });

  test("names plans where they do not, and finds these and no others", () => {
    const path = "notes/summer [1].md";
    const text = textOf(propose({ others: [candidate(path, PLAN)], pin: PIN }), CONFIG);
    const { plans } = parseConfig(text, CONFIG, ruleIds);
    expect(plans.map(({ documents }) => documents)).toEqual([["notes/summer \\[1\\].md"]]);
    expect(text).toContain(`/${PIN}/schema/`);
  });

  test("that is there is left alone", () => {
    const proposal = propose({ files: { [CONFIG]: "gate: all\n" } });
    expect(inShort(proposal)).toEqual([`write ${WORKFLOW}`]);
    expect(proposal.remarks).toContain(`${CONFIG} is there, and is left alone.`);
  });
});

describe("the managed section", () => {
  test("stands behind everything else and is up to date", () => {
    const after = textOf(propose({ known: [candidate("docs/PLAN.md", PLAN)] }), "docs/PLAN.md");
    expect(after.startsWith(`${PLAN}\n## Where the plan stands\n\n<!-- plan-gate:begin tiers -->\n\n| Tier |`)).toBe(
      true,
    );
    const documents = [{ path: "docs/PLAN.md", text: after }];
    const [synced] = synchronize(documents, analyze({ name: "docs/PLAN.md", documents }));
    expect(synced).toMatchObject({ written: [], sections: 1 });
  });

  test("keeps the line breaks of the document", () => {
    const text = PLAN.replaceAll("\n", "\r\n").replace(/\r\n$/, "");
    const after = textOf(propose({ known: [candidate("docs/PLAN.md", text)] }), "docs/PLAN.md");
    expect(after).not.toMatch(/[^\r]\n/);
    expect(after.startsWith(`${text}\r\n\r\n## Where`)).toBe(true);
  });

  test("is the status where no phase has a tier", () => {
    const text = PLAN.replace(/ Tier \|| ---- \|| [01] {4}\|/g, "");
    expect(textOf(propose({ known: [candidate("PLAN.md", text)] }), "PLAN.md")).toContain("plan-gate:begin status");
  });

  test("goes into the largest plan, and into none where one has a section", () => {
    const small = candidate("docs/a-plan.md", PLAN.replace(/\| 3 .*\n/, ""));
    const large = candidate("docs/b-plan.md", PLAN);
    expect(inShort(propose({ known: [small, large] })).at(-1)).toBe("write docs/b-plan.md");
    const managed = candidate(
      "docs/c-plan.md",
      `${PLAN}\n<!-- plan-gate:begin queue -->\n<!-- plan-gate:end queue -->\n`,
    );
    expect(inShort(propose({ known: [large, managed] })).at(-1)).toBe(`write ${CONFIG}`);
  });

  test("is left out where an open fence would swallow it", () => {
    const { files, remarks } = propose({ known: [candidate("docs/PLAN.md", `${PLAN}\n\`\`\`sh\nmake\n`)] });
    expect(files.map(({ path }) => path)).toEqual([WORKFLOW, CONFIG]);
    expect(remarks.at(-1)).toBe("docs/PLAN.md ends in a way that leaves no room for a managed section.");
  });
});

describe("which documents are plans", () => {
  test("one phase is none, and neither is a list of steps that do not wait for each other", () => {
    expect(knownPlans([candidate("PLAN.md", "## Phase 1: Piers\n")], analyze)).toEqual([]);
    const steps = candidate("README.md", "## Phase 1: A\n\n## Phase 2: B\n\n## Phase 3: C\n");
    expect(unknownPlans([steps], analyze)).toEqual([]);
    expect(unknownPlans([candidate("notes.md", PLAN)], analyze).map(({ phases }) => phases)).toEqual([3]);
  });

  test("a repository without one is told so", () => {
    expect(propose({}).remarks.slice(0, 2)).toEqual([
      "No document reads as a plan with at least two phases.",
      "Write one, or name it in `plans` of the configuration.",
    ]);
  });
});
