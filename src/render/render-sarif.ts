import type { Severity } from "../model/finding.js";
import type { Place } from "../model/place.js";
import type { FindingRow, FixRow, Report, RuleRow } from "../model/report.js";
import type { MarkdownOptions } from "./render.js";
import { groupFindings } from "./shared/group-findings.js";
import { JOINER } from "./shared/clean-text.js";
import { plainText } from "./shared/plain-text.js";
import { plural } from "./shared/plural.js";
import { safeJson } from "./shared/safe-json.js";

/** Code scanning shows no more of one run, and keeps those it takes for the most important. */
const MOST_RESULTS = 5000;

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  notice: "note",
};

/**
 * The findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), for editors and for code scanning.
 * What the team has accepted is suppressed, what base has already is unchanged, and a fix is a replacement. Columns are
 * UTF-16 code units. Of more than 5,000 findings those that close the gate come first and a note counts the rest.
 */
export function renderSarif(
  report: Report,
  { version, rulesUrl }: Pick<MarkdownOptions, "version" | "rulesUrl">,
): string {
  const { blocking, others, alreadyOnBase, waived } = groupFindings(report);
  const findings = [...blocking, ...others, ...alreadyOnBase, ...waived];
  const shown = findings.slice(0, MOST_RESULTS);
  const left = findings.length - shown.length;
  const rules = report.rules.map((rule) => ruleOf(rule, rulesUrl));
  const indexOf = new Map(report.rules.map(({ id }, index) => [id, index]));
  const reasons = new Map((report.accepted ?? []).map(({ finding, reason }) => [finding, reason]));
  return safeJson({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "plan-gate",
            version,
            informationUri: "https://github.com/plan-gate/plan-gate",
            rules,
          },
        },
        automationDetails: { id: "plan-gate/" },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            ...(left > 0 && {
              toolExecutionNotifications: [{ level: "note", message: { text: `${plural(left, "finding")} more.` } }],
            }),
          },
        ],
        results: shown.map((finding) => resultOf(finding, indexOf, reasons)),
      },
    ],
  });
}

const ruleOf = ({ id, summary, severity }: RuleRow, rulesUrl: string | null) => ({
  id,
  shortDescription: { text: summary },
  ...(rulesUrl !== null && { helpUri: `${rulesUrl}/${id}.md` }),
  defaultConfiguration: severity === "off" ? { enabled: false } : { level: LEVELS[severity] },
});

function resultOf(finding: FindingRow, indexOf: ReadonlyMap<string, number>, reasons: ReadonlyMap<string, string>) {
  const { ruleId, severity, message, place, related, fingerprint, isNew, waivedBy, fix } = finding;
  const ruleIndex = indexOf.get(ruleId);
  // A line of base is not that line of head.
  const shown = [place, ...related.map((entry) => entry.place)].find(({ revision }) => revision !== "base");
  const others = related.filter((entry) => entry.place.revision !== "base" && entry.place !== shown);
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: messageText(message) },
    locations: shown ? [locationOf(shown)] : [],
    ...(others.length > 0 && {
      relatedLocations: others.map((entry) => ({
        ...locationOf(entry.place),
        message: { text: messageText(entry.message) },
      })),
    }),
    partialFingerprints: { "planGate/v1": fingerprint },
    baselineState: isNew ? "new" : "unchanged",
    ...(waivedBy !== null && {
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: messageText(`${waivedBy}: ${reasons.get(fingerprint) ?? "accepted"}`),
        },
      ],
    }),
    ...(fix !== null && { fixes: [fixOf(fix)] }),
  };
}

const locationOf = (place: Place) => ({
  physicalLocation: { artifactLocation: artifact(place.path), region: regionOf(place) },
});

const artifact = (path: string) => ({ uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" });

const regionOf = ({ line, column, endLine, endColumn }: Place) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

/** The edits by document, in the order in which the documents come. */
function fixOf({ title, edits }: FixRow) {
  const byPath = new Map<string, FixRow["edits"][number][]>();
  for (const edit of edits) {
    const own = byPath.get(edit.place.path);
    if (own) own.push(edit);
    else byPath.set(edit.place.path, [edit]);
  }
  return {
    description: { text: messageText(title) },
    artifactChanges: [...byPath].map(([path, own]) => ({
      artifactLocation: artifact(path),
      replacements: own.map(({ place, newText }) => ({
        deletedRegion: regionOf(place),
        insertedContent: { text: newText },
      })),
    })),
  };
}

/** One line in which no reader of SARIF finds a link (`[text](target)`) or a placeholder (`{0}`). */
const messageText = (text: string): string =>
  plainText(text)
    .replace(/\](?=\()/g, `]${JOINER}`)
    .replace(/\{(?=\d)/g, `{${JOINER}`);
