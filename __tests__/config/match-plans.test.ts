import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../src/config/defaults.js";
import { belongToPlan, isPolicyFile, matchPlans, withStatusDocument } from "../../src/config/match-plans.js";
import { parseConfig } from "../../src/config/parse-config.js";

const configured = (text: string) => parseConfig(text, "c.yml", []);

describe("matchPlans", () => {
  it.each([
    "PLAN.md",
    "plan.md",
    "MASTER_PLAN.md",
    "release-plan-2026.md",
    "ROADMAP.md",
    "Roadmap_v2.md",
    "docs/MASTER_PLAN.md",
    "docs/plans/payments/PAYMENTS_PLAN.md",
    "docs/PLANS.md",
    "doc/roadmap.md",
    "plans/q3-plan.md",
    ".planning/ROADMAP.md",
    "planning/WBS.md",
    "apps/web/WBS.md",
    "specs/001-login/tasks.md",
    ".kiro/specs/login/tasks.md",
  ])("takes %s for a plan", (path) => {
    expect(matchPlans(defaults, [path])).toEqual([{ name: path, documents: [path] }]);
  });

  it.each([
    "README.md",
    "docs/explanation.md",
    "docs/planets.md",
    "docs/airplane.md",
    "docs/plan.txt",
    "src/plan/build-plan.ts",
    "src/PLAN.md",
    "tasks.md",
    "packages/app/node_modules/x/WBS.md",
    "vendor/lib/WBS.md",
    "",
  ])("leaves %j alone", (path) => {
    expect(matchPlans(defaults, [path])).toEqual([]);
  });

  it("takes what a team writes letter by letter", () => {
    const config = configured("plans: [docs/PLAN.md]");
    expect(matchPlans(config, ["docs/plan.md", "docs/PLAN.md"]).map((plan) => plan.name)).toEqual(["docs/PLAN.md"]);
  });

  it("sees dotted folders and forgives a leading ./ or /", () => {
    const config = configured("plans: ['./**/p.md', '!/b/**']");
    expect(matchPlans(config, ["b/p.md", ".a/p.md", "p.md"]).map((plan) => plan.name)).toEqual([".a/p.md", "p.md"]);
  });

  it("reads a named plan's documents in the order of its globs and keeps them from being plans of their own", () => {
    const config = configured(
      "plans:\n  - docs/*.md\n  - name: Product\n    documents: [docs/z.md, 'docs/*.md', '!docs/b.md']\n  - name: Gone\n    documents: [x.md]\n",
    );
    expect(matchPlans(config, ["docs/b.md", "docs/a.md", "docs/z.md", "docs/z.md"])).toEqual([
      { name: "Product", documents: ["docs/z.md", "docs/a.md"] },
      { name: "docs/b.md", documents: ["docs/b.md"] },
    ]);
  });

  it("gives the same answer for every order of the paths", () => {
    const paths = ["docs/b-plan.md", "docs/a-plan.md", "PLAN.md"];
    expect(matchPlans(defaults, paths)).toEqual(matchPlans(defaults, paths.toReversed()));
    expect(matchPlans(defaults, paths).map((plan) => plan.name)).toEqual([
      "PLAN.md",
      "docs/a-plan.md",
      "docs/b-plan.md",
    ]);
  });
});

describe("a plan's status document", () => {
  const config = configured(
    "plans:\n  - docs/*.md\n  - { name: Ferry, documents: [plans/*.md], status: ./docs/status.md }\n",
  );

  it("is read with the plan, and is no plan of its own", () => {
    expect(matchPlans(config, ["docs/other.md", "docs/status.md", "plans/a.md"])).toEqual([
      { name: "Ferry", documents: ["plans/a.md", "docs/status.md"] },
      { name: "docs/other.md", documents: ["docs/other.md"] },
    ]);
  });

  it("is read where its glob puts it, once", () => {
    const own = configured("plans: [{ name: Ferry, documents: [s.md, '*.md'], status: s.md }]\n");
    expect(matchPlans(own, ["a.md", "s.md"])).toEqual([{ name: "Ferry", documents: ["s.md", "a.md"] }]);
  });

  it("makes no plan, but belongs to one", () => {
    expect(matchPlans(config, ["docs/status.md"])).toEqual([]);
    expect(belongToPlan(config, ["docs/status.md"])).toBe(true);
    expect(belongToPlan(config, ["src/index.ts"])).toBe(false);
  });

  it("is known for the plan of that name alone", () => {
    expect(withStatusDocument({ name: "Ferry" }, config)).toEqual({ name: "Ferry", statusDocument: "docs/status.md" });
    expect(withStatusDocument({ name: "docs/other.md" }, config)).toEqual({ name: "docs/other.md" });
  });
});

describe("isPolicyFile", () => {
  it("knows the configuration by its path", () => {
    expect(isPolicyFile(".github/plan-gate.yml")).toBe(true);
    expect(isPolicyFile("tools/gate.yml", "./tools/gate.yml")).toBe(true);
    expect(isPolicyFile(".github/plan-gate.yml", "tools/gate.yml")).toBe(false);
  });
});

describe("a registry of services", () => {
  const documents = (...paths: string[]) => matchPlans(defaults, paths).map((plan) => plan.documents);

  it.each(["SERVICE_REGISTRY.md", "service-registry.md", "SERVICE_VERSIONING_STRATEGY.md", "ferry_service_locks.md"])(
    "called %s is read with the one plan in its folder",
    (name) => {
      expect(documents("PLAN.md", name)).toEqual([["PLAN.md", name]]);
      expect(documents("docs/PLAN.md", `docs/${name}`)).toEqual([["docs/PLAN.md", `docs/${name}`]]);
    },
  );

  it("is no plan of its own, and belongs to none where several stand beside it", () => {
    expect(documents("SERVICE_REGISTRY.md")).toEqual([]);
    expect(documents("docs/PLAN.md", "SERVICE_REGISTRY.md")).toEqual([["docs/PLAN.md"]]);
    expect(documents("PLAN.md", "ROADMAP.md", "SERVICE_REGISTRY.md")).toEqual([["PLAN.md"], ["ROADMAP.md"]]);
    expect(documents("PLAN.md", "registry.md", "services.md")).toEqual([["PLAN.md"]]);
  });

  it("belongs to a named plan that takes it, and to none that is only named by a glob", () => {
    const named = configured("plans: [{ name: A, documents: [PLAN.md, SERVICE_REGISTRY.md] }]");
    expect(matchPlans(named, ["PLAN.md", "SERVICE_REGISTRY.md"])).toEqual([
      { name: "A", documents: ["PLAN.md", "SERVICE_REGISTRY.md"] },
    ]);
    const glob = configured("plans: [PLAN.md]");
    expect(matchPlans(glob, ["PLAN.md", "SERVICE_REGISTRY.md"])).toEqual([{ name: "PLAN.md", documents: ["PLAN.md"] }]);
  });

  it("is a reason to look at the plans when it changes", () => {
    expect(belongToPlan(defaults, ["docs/SERVICE_REGISTRY.md"])).toBe(true);
    expect(belongToPlan(configured("plans: [PLAN.md]"), ["docs/SERVICE_REGISTRY.md"])).toBe(false);
  });
});
