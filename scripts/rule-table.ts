// What the built command line does with the examples of every rule's page, as a Markdown table:
//
//   npm run rule-table [RULE…]
//
// Each example is judged as a user would judge it: files in a folder, one process a question. Ends with 1 when any cell
// says no.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { examples, sectionOf, type PageExample } from "../__tests__/kit/page-examples.js";
import type { FindingRow, Report } from "../src/model/report.js";
import { rules } from "../src/rules/index.js";

const TODAY = "2026-11-22";
const LAST_DAY = "2026-12-31";
const cli = join(process.cwd(), "dist", "cli", "index.js");

/** `–` where the question does not arise; any other word is what went wrong. */
type Answer = "✓" | "–" | (string & {});

type Policy = Readonly<Record<string, unknown>>;

class Bench {
  readonly #folder = mkdtempSync(join(tmpdir(), "plan-gate-rules-"));

  constructor(readonly example: PageExample) {
    this.#write("plan.md", example.plan);
    if (example.base !== undefined) this.#write("base.md", example.base);
  }

  /** Findings of a check under the example's policy with something added. */
  check(added: Policy = {}): Report {
    this.#write(
      "policy.yml",
      stringify({ plans: ["plan.md"], ...(parse(this.example.policy ?? "") as Policy | null), ...added }),
    );
    const { status, stdout, stderr } = this.#run("check", ["--gate", "all", "--format", "json"]);
    if (status !== 0 && status !== 1) throw new Error(`check ended with ${status}: ${stderr}`);
    const report = JSON.parse(stdout) as Report;
    if ((report.verdict.outcome === "pass") !== (status === 0))
      throw new Error(`verdict and exit code differ: ${stdout}`);
    return report;
  }

  fix(): void {
    const { status, stderr } = this.#run("fix", ["--all"]);
    if (status !== 0) throw new Error(`fix ended with ${status}: ${stderr}`);
  }

  end(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #run(command: string, options: readonly string[]) {
    const base = this.example.base === undefined ? [] : ["--base", "base.md"];
    // Only a check of all plans that the policy names can say that a waiver is not used.
    const files = this.example.policy === undefined ? ["plan.md"] : [];
    const args = [cli, command, ...files, ...base, "--config", "policy.yml", "--as-of", TODAY, ...options];
    return spawnSync(process.execPath, args, { cwd: this.#folder, encoding: "utf8", maxBuffer: 1e8 });
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text);
  }
}

/** Each answer over all examples: the first that is no, else yes when any is yes. */
function all(answers: readonly Answer[]): Answer {
  return answers.find((answer) => answer !== "✓" && answer !== "–") ?? (answers.includes("✓") ? "✓" : "–");
}

function withBench(example: PageExample, ask: (bench: Bench) => Answer): Answer {
  const bench = new Bench(example);
  try {
    return ask(bench);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    bench.end();
  }
}

const RULES = rules.map(({ id }) => id);

function row(id: string): readonly Answer[] {
  const page = readFileSync(join("docs", "rules", `${id}.md`), "utf8");
  const incorrect = examples(sectionOf(page, "Incorrect"));
  const correct = examples(sectionOf(page, "Correct"));
  const isPolicy = rules.some((rule) => rule.id === id && rule.about === "policy");
  const ofRule = ({ findings }: Report): FindingRow[] => findings.filter(({ ruleId }) => ruleId === id);
  const only = (severity: string): Policy => ({
    rules: Object.fromEntries(RULES.map((rule) => [rule, rule === id ? severity : "off"])),
  });
  const each = (from: readonly PageExample[], ask: (bench: Bench) => Answer) =>
    all(from.map((example) => withBench(example, ask)));

  const fires = each(incorrect, (bench) => {
    const places = ofRule(bench.check()).map(({ place }) => `${id} ${place.line}:${place.column}`);
    const missing = bench.example.expected.filter((one) => one.startsWith(`${id} `) && !places.includes(one));
    if (isPolicy) return places.length > 0 ? "✓" : "silent";
    return missing.length === 0 && places.length > 0 ? "✓" : `silent: ${missing.join(", ")}`;
  });
  const silent = each(correct, (bench) => {
    const found = ofRule(bench.check());
    return found.length === 0 ? "✓" : `fires: ${found[0]!.message}`;
  });
  const fix = each(incorrect, (bench) => {
    const fixable = ofRule(bench.check())
      .filter((finding) => finding.fix !== null)
      .map(({ fingerprint }) => fingerprint);
    if (fixable.length === 0) return "–";
    bench.fix();
    const left = ofRule(bench.check()).filter(({ fingerprint }) => fixable.includes(fingerprint));
    return left.length === 0 ? "✓" : `still there: ${left[0]!.message}`;
  });
  const waiver = isPolicy
    ? "–"
    : each(incorrect, (bench) => {
        const before = ofRule(bench.check(only("error")));
        const waivers = before.map(({ phases, subject }) => ({
          rule: id,
          ...(phases[0] !== undefined && { phase: phases[0] }),
          ...(subject !== null && { subject }),
          reason: "Agreed for the example",
          owner: "harbour-master",
          expires: LAST_DAY,
        }));
        if (waivers.some((one) => !("phase" in one) && !("subject" in one)))
          return "no phase and no subject to waive it by";
        const report = bench.check({ ...only("error"), waivers });
        const isListed = ofRule(report).every(({ waivedBy }) => waivedBy === "harbour-master");
        const areAll = report.verdict.waived === before.length && report.verdict.errors === 0;
        return isListed && areAll && report.verdict.outcome === "pass"
          ? "✓"
          : `${report.verdict.waived} of ${before.length} waived`;
      });
  const severity = each(incorrect, (bench) => {
    for (const level of ["error", "warning", "notice"]) {
      const report = bench.check(only(level));
      const found = ofRule(report);
      if (found.length === 0 || found.some((finding) => finding.severity !== level)) return `not ${level}`;
      if ((report.verdict.outcome === "fail") !== (level === "error"))
        return `${level}, and yet ${report.verdict.outcome}`;
    }
    return ofRule(bench.check(only("off"))).length === 0 ? "✓" : "fires when off";
  });
  return [fires, silent, fix, waiver, severity];
}

const chosen = process.argv.slice(2);
const ids = chosen.length > 0 ? chosen : RULES.toSorted();
console.log("| rule | fires | silent | fix | waiver | severity |\n| --- | --- | --- | --- | --- | --- |");
let bad = 0;
for (const id of ids) {
  const cells = row(id);
  bad += cells.filter((cell) => cell !== "✓" && cell !== "–").length;
  console.log(`| ${[id, ...cells].join(" | ")} |`);
}
if (bad > 0) process.exitCode = 1;
