import type { Severity } from "../model/finding.js";
import type { Place } from "../model/place.js";
import type { FindingRow, FixRow, Report, RuleRow } from "../model/report.js";
import type { SarifOptions } from "./render.js";
import { acceptedInWords } from "./shared/accepted-words.js";
import { JOINER } from "./shared/clean-text.js";
import { groupBy } from "./shared/group-by.js";
import { groupFindings } from "./shared/group-findings.js";
import { plainText } from "./shared/plain-text.js";
import { plural } from "./shared/plural.js";
import { safeJson } from "./shared/safe-json.js";
import { uriPath } from "./shared/uri-path.js";

/** GitHub takes 25,000 results and shows the first 5,000. */
const MOST_RESULTS = 5000;
/** GitHub takes 10 MB, compressed; the rest of the file is small. */
const MOST_BYTES = 9_500_000;
const MOST_RELATED = 20;

const ROOT = "SRCROOT";
const HOME = "https://github.com/plan-gate/plan-gate";
const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", notice: "note" };

/**
 * The findings as SARIF 2.1.0 (OASIS), one run: what counts first, then what base has already or the team has accepted,
 * suppressed. At most 5,000 results and 10 MB; a notification of the run says how many more there are.
 */
export function renderSarif(report: Report, { version, rulesUrl, instance }: SarifOptions): string {
  const results = resultsOf(report);
  const more = report.findings.length - results.length;
  const notes = [
    ...report.remarks.map((remark) => plainText(remark)),
    ...(more > 0 ? [`${plural(more, "more finding")} did not fit into this file: see the JSON report.`] : []),
  ];
  const run = {
    tool: {
      driver: {
        name: "plan-gate",
        version,
        semanticVersion: version,
        informationUri: HOME,
        rules: report.rules.map((rule) => ruleDescriptor(rule, rulesUrl)),
      },
    },
    automationDetails: { id: `plan-gate/${instance === undefined ? "" : `${encodeURIComponent(instance)}/`}` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository." } } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: notes.map((text) => ({ level: "note", message: { text: literal(text) } })),
      },
    ],
    results,
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return safeJson(log, 0);
}

function ruleDescriptor({ id, summary, severity, about }: RuleRow, rulesUrl: string | null) {
  const helpUri = rulesUrl === null ? null : `${rulesUrl}/${id}.md`;
  const text = literal(plainText(summary));
  return {
    id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: helpUri === null ? text : `${text} See ${helpUri}` },
    ...(helpUri !== null && { helpUri }),
    defaultConfiguration: severity === "off" ? { enabled: false } : { level: LEVEL[severity] },
    properties: { tags: ["plan"], about },
  };
}

function resultsOf(report: Report): readonly object[] {
  const { blocking, others, alreadyOnBase, waived } = groupFindings(report);
  const ruleIndex = new Map(report.rules.map(({ id }, index) => [id, index]));
  const documents = new Map(report.plans.map((plan) => [plan.name, plan.documents[0]]));
  const accepted = acceptedInWords(report, plainText);
  const results: object[] = [];
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const finding of [...blocking, ...others, ...alreadyOnBase, ...waived]) {
    const result = {
      ruleId: finding.ruleId,
      ruleIndex: ruleIndex.get(finding.ruleId) ?? -1,
      level: LEVEL[finding.severity],
      message: { text: message(finding) },
      locations: [{ physicalLocation: location(finding, documents.get(finding.plan) ?? finding.place.path) }],
      relatedLocations: relatedLocations(finding),
      partialFingerprints: { "planGate/v1": finding.fingerprint },
      baselineState: finding.isNew ? "new" : "unchanged",
      // With one result suppressed, every result has to say whether it is.
      suppressions: suppressions(finding, report, accepted(finding)),
      ...(finding.fix && { fixes: fixes(finding.fix) }),
      properties: { plan: plainText(finding.plan, 300), phases: finding.phases.map((id) => plainText(id, 100)) },
    };
    bytes += encoder.encode(safeJson(result, 0)).length;
    if (results.length === MOST_RESULTS || bytes > MOST_BYTES) break;
    results.push(result);
  }
  return results;
}

function message({ message: text, fix, toPaste, place }: FindingRow): string {
  const lines = [
    plainText(text),
    ...(place.revision === "base" ? [`In base: ${plainText(place.path)}:${place.line}`] : []),
    ...(fix ? [`Way out: ${plainText(fix.title, 500)}`] : []),
    ...(toPaste === undefined ? [] : [`This would pass: ${plainText(toPaste, 500)}`]),
  ];
  return literal(lines.join("\n"));
}

/** In a message `[text](address)` is a link and `{0}` a placeholder; in a plan they are neither. */
const literal = (text: string): string => text.replace(/\](?=\()/g, `]${JOINER}`).replace(/\{(?=\d)/g, `{${JOINER}`);

/** Where it stands in head; of what stands in base only, a related place or the first line of the plan. */
function location({ place, related }: FindingRow, document: string) {
  const shown = [place, ...related.map((entry) => entry.place)].find(({ revision }) => revision !== "base");
  if (!shown) return { artifactLocation: artifact(document), region: { startLine: 1 } };
  return physicalLocation(shown);
}

const relatedLocations = ({ related }: FindingRow) =>
  related
    .filter(({ place }) => place.revision !== "base")
    .slice(0, MOST_RELATED)
    .map(({ place, message }, id) => ({
      id,
      physicalLocation: physicalLocation(place),
      message: { text: literal(plainText(message)) },
    }));

const physicalLocation = (place: Place) => ({ artifactLocation: artifact(place.path), region: region(place) });

/** An absolute path belongs to no repository. */
const artifact = (path: string) =>
  path.startsWith("/") ? { uri: `file://${uriPath(path)}` } : { uri: uriPath(path), uriBaseId: ROOT };

/** SARIF counts as a place does: from 1, in UTF-16 code units, the end excluded. */
const region = ({ line, column, endLine, endColumn }: Place) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

function suppressions({ isNew, waivedBy }: FindingRow, { verdict }: Report, words: string | null): readonly object[] {
  const accepted = (justification: string) => [{ kind: "external", status: "accepted", justification }];
  if (waivedBy !== null) return accepted(words ?? "");
  return verdict.gate === "new" && !isNew ? accepted("The base has it already.") : [];
}

function fixes({ title, edits }: FixRow): readonly object[] {
  if (edits.length === 0 || edits.some(({ place }) => place.revision === "base")) return [];
  const byPath = groupBy(edits, ({ place }) => place.path);
  const artifactChanges = [...byPath].map(([path, own]) => ({
    artifactLocation: artifact(path),
    replacements: own.map(({ place, newText }) => ({
      deletedRegion: region(place),
      ...(newText !== "" && { insertedContent: { text: newText } }),
    })),
  }));
  return [{ description: { text: literal(plainText(title, 500)) }, artifactChanges }];
}
