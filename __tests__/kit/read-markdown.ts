import { readPlan } from "../../src/check-plan.js";
import { createMarkdownParser, readDeclarations } from "../../src/dialects/index.js";
import type { Declaration } from "../../src/model/declaration.js";
import type { SourceDocument } from "../../src/model/document.js";
import type { Claim, Lock, LockLimit, Phase, Plan, Service } from "../../src/model/plan.js";
import type { Place } from "../../src/model/place.js";
import type { Settings } from "../../src/model/settings.js";
import { settings } from "./plan-builder.js";

/** The plan that one document, `plan.md`, holds, read as the product reads it. */
export const readMarkdown = (text: string, changed: Partial<Settings> = {}): Plan =>
  readFiles({ "plan.md": text }, changed);

/** The plan that several documents hold together, in the order given. */
export const readFiles = (texts: Readonly<Record<string, string>>, changed: Partial<Settings> = {}): Plan =>
  readPlan("plan", documents(texts), settings(changed));

/** What the dialects say, nothing resolved. */
export const declarationsOf = (text: string): readonly Declaration[] =>
  readDeclarations([createMarkdownParser()({ path: "plan.md", text })]);

const documents = (texts: Readonly<Record<string, string>>): SourceDocument[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

/** What a plan says of a phase, without places; what is not said is left out. */
export interface StatedPhase {
  readonly title?: string;
  readonly tier?: number | string;
  readonly dependsOn?: readonly string[];
  readonly unresolved?: readonly string[];
  readonly weeks?: number;
  readonly window?: string;
  readonly status?: string;
  readonly progress?: number;
}

/** All phases by id, in short, for tests that compare with one look. */
export const stated = (plan: Plan): Readonly<Record<string, StatedPhase>> =>
  Object.fromEntries([...plan.phases.values()].map((phase) => [phase.id, statedPhase(phase)]));

function statedPhase(phase: Phase): StatedPhase {
  return {
    ...(phase.title !== "" && { title: phase.title }),
    ...(phase.tier && { tier: phase.tier.number ?? phase.tier.text }),
    ...(phase.dependsOn.length > 0 && { dependsOn: phase.dependsOn.map(({ id }) => id) }),
    ...(phase.unresolved.length > 0 && { unresolved: phase.unresolved.map(({ text }) => text) }),
    ...(phase.duration && { weeks: phase.duration.weeks }),
    ...(phase.window && { window: `${phase.window.startWeek}-${phase.window.endWeek}` }),
    ...(phase.status !== "unknown" && { status: phase.status }),
    ...(phase.progressPercent !== null && { progress: phase.progressPercent }),
  };
}

/** `total 5: Total: 5 weeks`, `window 1-3: Week 1-3: Phase 1`, `parallel: Phase 3`. */
export function claimInShort(claim: Claim): string {
  const numbers = {
    total: (one: Claim) => (one.kind === "total" ? [one.low, one.high] : []),
    window: (one: Claim) => (one.kind === "window" ? [one.startWeek, one.endWeek] : []),
    "tier-window": (one: Claim) => (one.kind === "tier-window" ? [one.startWeek, one.endWeek] : []),
    "tier-completion": (one: Claim) => (one.kind === "tier-completion" ? [one.week] : []),
    "phases-done": (one: Claim) => (one.kind === "phases-done" ? [one.done, one.all] : []),
    "critical-path": () => [],
    blocks: () => [],
    independent: () => [],
    parallel: () => [],
  }[claim.kind](claim);
  return `${[claim.kind, [...new Set(numbers)].join("-")].filter(Boolean).join(" ")}: ${claim.text}`;
}

/** `Mail of 8, version 1.0, next 2.0, ✅ Stable, needs Bank, used by 9, 15, not registered`; what is not said is left out. */
export function serviceInShort(service: Service): string {
  const { name, owner, version, nextVersion, status, dependencies, dependents, isRegistered } = service;
  const users = dependents && (dependents.isAll ? ["all"] : dependents.phases.map(({ id }) => id));
  return [
    `${name}${owner ? ` of ${owner.id}` : ""}`,
    ...(version ? [`version ${version.text}`] : []),
    ...(nextVersion ? [`next ${nextVersion.text}`] : []),
    ...(status ? [status.text] : []),
    ...(dependencies.length > 0 ? [`needs ${dependencies.map(({ text }) => text).join(", ")}`] : []),
    ...(users ? [`used by ${users.join(", ")}`] : []),
    ...(isRegistered ? [] : ["not registered"]),
  ].join(", ");
}

/** `Mail locked by 8, from 2026-12-01, until week 3`. */
export function lockInShort({ service, state, phases, from, until }: Lock): string {
  return [
    `${service} ${state} by ${phases.map(({ id }) => id).join(", ")}`,
    ...(from ? [`from ${limitInShort(from)}`] : []),
    ...(until ? [`until ${limitInShort(until)}`] : []),
  ].join(", ");
}

function limitInShort({ day, week, event, text }: LockLimit): string {
  if (event) return `${event.edge} of ${event.phase}`;
  return day ?? (week === null ? JSON.stringify(text) : `week ${week}`);
}

/** What each phase waits for, and nothing else. */
export const edges = (plan: Plan): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...plan.phases.values()].map(({ id, dependsOn }) => [id, dependsOn.map((one) => one.id)]));

/** The text that stands at a place. */
export const textAt = (text: string, { offset, endOffset }: Place): string => text.slice(offset, endOffset);

/**
 * What is wrong with the places of anything read from `text`, wherever in it they stand: one outside the document, with
 * a line or column that its offset is not on, or ending before it begins.
 */
export function placeFaults(read: unknown, text: string): string[] {
  const lineStarts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) lineStarts.push(index + end.length);
  const faults: string[] = [];
  const seen = new Set<unknown>();
  const check = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isPlace(value)) {
      const { offset, endOffset, line, column, endLine, endColumn } = value;
      const isInside = offset >= 0 && offset <= endOffset && endOffset <= text.length;
      const isOnLine = (at: number, onLine: number, inColumn: number): boolean =>
        lineStarts[onLine - 1]! + inColumn - 1 === at && !(lineStarts[onLine]! <= at);
      if (!isInside || !isOnLine(offset, line, column) || !isOnLine(endOffset, endLine, endColumn))
        faults.push(`${path} ${JSON.stringify(value)}`);
      return;
    }
    const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
    for (const [key, inner] of entries) check(inner, `${path}.${String(key)}`);
  };
  check(read, "");
  return faults;
}

const isPlace = (value: object): value is Place => "endOffset" in value && "endColumn" in value;

/** What is wrong with the words at the places of a plan of one document without escapes: they must say what was read. */
export function wordFaults(plan: Plan, text: string): string[] {
  const faults: string[] = [];
  const expectWords = (what: string, place: Place, isSaid: (words: string) => boolean): void => {
    const words = textAt(text, place);
    if (!isSaid(words)) faults.push(`${what} stands at "${words}" (${place.line}:${place.column})`);
  };
  for (const phase of plan.phases.values()) {
    const { tier, duration, unresolved, dependsOn, places } = phase;
    for (const place of places) {
      const number = phase.label.split(" ").at(-1)!.toLowerCase();
      expectWords(phase.label, place, (words) => words.toLowerCase().includes(number));
    }
    if (tier?.number != null) expectWords("tier", tier.place, (words) => Number(words) === tier.number);
    if (duration && !duration.fromWindow)
      expectWords("duration", duration.place, (words) => bare(words) === bare(duration.text));
    for (const { text: said, place } of unresolved) expectWords(said, place, (words) => bare(words) === bare(said));
    for (const { id, place } of dependsOn)
      expectWords(`${phase.id} after ${id}`, place, (words) => /\d|all|[A-Z]/i.test(words) && !words.includes("\n"));
  }
  return faults;
}

/** Words without what Markdown adds to them. */
const bare = (words: string): string => words.replace(/[*_`~\\]|\]\([^)]*\)|\[/g, "").trim();
