import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { parseConfig } from "../../src/config/parse-config.js";
import type { Report } from "../../src/model/report.js";
import { ruleIds } from "../../src/rules/index.js";
import { readMarkdown, stated } from "../kit/read-markdown.js";

const FOLDER = "docs/guides";
const TODAY = "2026-11-22";
const BLOCK = /^(`{3,})(markdown|json|yaml)( [a-z]+)?\n([\s\S]*?)^\1$/gm;

/** A block of a guide that runs: what it is, and the blocks around it that belong to it. */
interface Example {
  /** `12: ` and what is tried. */
  readonly name: string;
  readonly run: () => void;
}

interface Blocks {
  base: string | null;
  config: string | null;
  plan: string | null;
}

/**
 * A Markdown block has the findings that its comments `<!-- expect: rule-id 12:3 -->` say and no others, judged by the
 * YAML block before it and against the block marked `base` before it. A JSON block behind it is what is read from it; one
 * marked `report`, what is computed.
 */
function examplesOf(page: string): Example[] {
  const text = readFileSync(page, "utf8").replaceAll("\r\n", "\n");
  const last: Blocks = { base: null, config: null, plan: null };
  return [...text.matchAll(BLOCK)].map(({ 2: language, 3: mark, 4: content, index }) => {
    const line = text.slice(0, index).split("\n").length;
    return { name: `${line}: ${language}${mark ?? ""}`, run: exampleOf(language!, mark?.trim(), content!, last) };
  });
}

function exampleOf(language: string, mark: string | undefined, content: string, last: Blocks): () => void {
  if (language === "json") {
    const plan = last.plan!;
    const actual = mark === "report" ? () => computed(check({ ...last, plan })) : () => stated(readMarkdown(plan));
    return () => expect(actual()).toEqual(JSON.parse(content));
  }
  if (language === "yaml") {
    if (/^jobs:/m.test(content)) return () => expect(content).toMatch(/^on:/m); // workflows.test.ts lints it
    last.config = content;
    return () => expect(() => parseConfig(content, "plan-gate.yml", ruleIds)).not.toThrow();
  }
  if (mark === "base") {
    last.base = content;
    return () => expect(readMarkdown(content).phases.size).toBeGreaterThan(0);
  }
  const own = { ...last, plan: content };
  Object.assign(last, { base: null, config: null, plan: content });
  return () => expect(findings(check(own))).toEqual(expected(content));
}

function check({ base, config, plan }: Blocks): Report {
  const documents = (text: string) => [{ path: "plan.md", text }];
  const input = { name: "plan.md", head: documents(plan!), base: base === null ? null : documents(base) };
  const policy = config === null ? defaults : parseConfig(config, "plan-gate.yml", ruleIds);
  return checkPlan({ plans: [input], config: policy, today: TODAY });
}

const findings = ({ findings: found }: Report): string[] =>
  found.filter(({ isNew }) => isNew).map(({ ruleId, place }) => `${ruleId} ${place.line}:${place.column}`);

const expected = (plan: string): string[] => [...plan.matchAll(/<!-- expect: (.*?) -->/g)].map(([, one]) => one!);

const computed = ({ plans }: Report): unknown => ({
  tiers: Object.fromEntries(plans[0]!.phases.map(({ id, tier }) => [id, tier.current])),
  criticalPath: plans[0]!.totals.remaining.criticalPath,
  weeks: plans[0]!.totals.remaining.dependencies,
});

const guides = readdirSync(FOLDER).map((file) => [file, examplesOf(`${FOLDER}/${file}`)] as const);

describe.each(guides.filter(([, examples]) => examples.length > 0))("docs/guides/%s", (_, examples) => {
  it.each(examples.map(({ name, run }) => [name, run] as const))("line %s", (__, run) => {
    run();
  });
});
