import type { SourceDocument } from "../model/document.js";
import { readPlacedYaml, type BrokenYaml, type PlacedEntry, type PlacedYaml } from "./placed-yaml.js";
import type { Concurrency, Job, Permissions, Step, Workflow, WorkflowEvent, Written } from "./workflow.js";

const FILTERS = ["paths", "paths-ignore", "branches", "branches-ignore"];
const NOTHING: ReadonlyMap<string, PlacedEntry> = new Map();

/** Reads a workflow file. What has not the shape of a workflow is read as if it were not there; GitHub refuses it anyway. */
export function readWorkflow({ path, text }: SourceDocument): Workflow | BrokenYaml {
  const root = readPlacedYaml(text.replace(/^\uFEFF/, ""));
  if (root.kind === "broken") return root;
  const top = entriesOf(root);
  return {
    path,
    events: eventsOf(top.get("on")),
    onSpot: top.get("on")?.spot ?? root.spot,
    permissions: permissionsOf(top.get("permissions")),
    concurrency: concurrencyOf(top.get("concurrency")),
    jobs: [...entriesOf(top.get("jobs")?.value)].map(([id, entry]) => jobOf(id, entry)),
  };
}

/** The steps of a composite action, and the name of any action. */
export function readAction({ text }: SourceDocument): { readonly name: string; readonly steps: readonly Step[] } {
  const root = readPlacedYaml(text);
  if (root.kind === "broken") return { name: "", steps: [] };
  const top = entriesOf(root);
  return { name: writtenIn(top, "name")?.text ?? "", steps: stepsOf(entriesOf(top.get("runs")?.value)) };
}

function eventsOf(on: PlacedEntry | undefined): ReadonlyMap<string, WorkflowEvent> {
  const events = new Map<string, WorkflowEvent>();
  if (!on) return events;
  const { value } = on;
  if (value.kind === "text") events.set(value.text, { spot: value.spot, types: null, filters: [] });
  if (value.kind === "list") {
    for (const item of value.items)
      if (item.kind === "text") events.set(item.text, { spot: item.spot, types: null, filters: [] });
  }
  for (const [name, { spot, value: written }] of entriesOf(value)) {
    const entries = entriesOf(written);
    const types = entries.get("types");
    events.set(name, {
      spot,
      types: types ? { spot: types.spot, names: textsOf(types.value) } : null,
      filters: FILTERS.flatMap((text) => (entries.has(text) ? [{ text, spot: entries.get(text)!.spot }] : [])),
    });
  }
  return events;
}

function jobOf(id: string, { spot, value }: PlacedEntry): Job {
  const entries = entriesOf(value);
  const needs = entries.get("needs");
  return {
    id,
    spot,
    name: writtenIn(entries, "name"),
    condition: writtenIn(entries, "if"),
    needs: needs ? { text: textsOf(needs.value).join(", "), spot: needs.spot } : null,
    continueOnError: writtenIn(entries, "continue-on-error"),
    matrix: entriesOf(entries.get("strategy")?.value).get("matrix")?.spot ?? null,
    permissions: permissionsOf(entries.get("permissions")),
    concurrency: concurrencyOf(entries.get("concurrency")),
    uses: writtenIn(entries, "uses"),
    inputs: textsIn(entries.get("with")),
    steps: stepsOf(entries),
  };
}

function stepsOf(entries: ReadonlyMap<string, PlacedEntry>): Step[] {
  const steps = entries.get("steps")?.value;
  if (steps?.kind !== "list") return [];
  return steps.items.map((item) => {
    const step = entriesOf(item);
    return {
      spot: item.spot,
      uses: writtenIn(step, "uses"),
      condition: writtenIn(step, "if"),
      continueOnError: writtenIn(step, "continue-on-error"),
      inputs: textsIn(step.get("with")),
    };
  });
}

function permissionsOf(entry: PlacedEntry | undefined): Permissions | null {
  if (!entry) return null;
  const { spot, value } = entry;
  const all = value.kind === "text" && value.text !== "" ? value.text : null;
  return { spot, all, scopes: new Map([...textsIn(entry)].map(([scope, access]) => [scope, access.text])) };
}

function concurrencyOf(entry: PlacedEntry | undefined): Concurrency | null {
  if (!entry) return null;
  const { spot, value } = entry;
  if (value.kind === "text") return { spot, group: value.text, cancelInProgress: null };
  const entries = entriesOf(value);
  return {
    spot,
    group: writtenIn(entries, "group")?.text ?? "",
    cancelInProgress: writtenIn(entries, "cancel-in-progress"),
  };
}

const entriesOf = (value: PlacedYaml | undefined): ReadonlyMap<string, PlacedEntry> =>
  value?.kind === "map" ? value.entries : NOTHING;

/** The text of a key, placed at the key. */
function writtenIn(entries: ReadonlyMap<string, PlacedEntry>, key: string): Written | null {
  const entry = entries.get(key);
  return entry?.value.kind === "text" ? { text: entry.value.text, spot: entry.spot } : null;
}

function textsIn(entry: PlacedEntry | undefined): ReadonlyMap<string, Written> {
  const entries = entriesOf(entry?.value);
  return new Map(
    [...entries.keys()].flatMap((key) => {
      const written = writtenIn(entries, key);
      return written ? [[key, written] as const] : [];
    }),
  );
}

function textsOf(value: PlacedYaml): string[] {
  if (value.kind === "text") return value.text === "" ? [] : [value.text];
  return value.kind === "list" ? value.items.flatMap((item) => (item.kind === "text" ? [item.text] : [])) : [];
}
