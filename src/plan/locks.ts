import { parseDay } from "../grammar/calendar-day.js";
import { parseLockState } from "../grammar/lock-state.js";
import { serviceKey } from "../grammar/service-name.js";
import { parseWeekWindow } from "../grammar/week-window.js";
import type { Declaration, LockDeclaration } from "../model/declaration.js";
import type { Lock, LockLimit, NamedPhase } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";
import type { PhaseFinder } from "./named-phases.js";

/** Every lock, in the order written; what cannot be resolved is kept with its text. */
export const collectLocks = (
  declarations: readonly Declaration[],
  phases: PhaseFinder,
  weeksPerMonth: number,
): readonly Lock[] =>
  declarations.flatMap((declaration) =>
    declaration.kind === "lock" && serviceKey(declaration.service.text) !== ""
      ? [toLock(declaration, phases, weeksPerMonth)]
      : [],
  );

function toLock(declaration: LockDeclaration, phases: PhaseFinder, weeksPerMonth: number): Lock {
  const { service, lockedBy, place, from, until } = declaration;
  const holders = lockedBy ? phases.find(lockedBy) : [];
  const limit = (text: PlacedText | null, own: "start" | "end"): LockLimit | null =>
    text && toLimit(text, own, holders, phases, weeksPerMonth);
  return {
    service: service.text.replace(/\([^()]{0,120}\)/g, "").trim(),
    state: stateOf(declaration),
    phases: holders,
    from: limit(from, "start"),
    until: limit(until, "end"),
    place,
  };
}

/** A matrix says in whose time a service may not be changed; a lock table says who holds it. */
function stateOf({ state, mention }: LockDeclaration): Lock["state"] {
  const said = state && parseLockState(state.text);
  if (said === "modifying" || said === "creating") return said;
  return mention === "cell" ? "frozen" : "locked";
}

function toLimit(
  text: PlacedText,
  own: "start" | "end",
  holders: readonly NamedPhase[],
  phases: PhaseFinder,
  weeksPerMonth: number,
): LockLimit {
  const day = parseDay(text.text);
  const window = day === null ? parseWeekWindow(text.text, weeksPerMonth) : null;
  const week = window && (own === "start" ? window.startWeek : window.endWeek);
  const isElse = day !== null || week !== null;
  return {
    day,
    text: text.text.trim(),
    place: text.place,
    week,
    event: isElse ? null : eventOf(text, own, holders, phases),
  };
}

/** `Phase 9 start`, `end of Phase 9`; a lock from or until its own holder ends with it. */
function eventOf(
  text: PlacedText,
  own: "start" | "end",
  holders: readonly NamedPhase[],
  phases: PhaseFinder,
): LockLimit["event"] {
  const [named, ...others] = phases.find(text);
  if (!named?.phase || others.length > 0) return null;
  const { phase } = named;
  const said = text.text.slice(0, 200);
  const isStart = /\b(?:starts?|begins?|beginning|before)\b/i.test(said);
  const isEnd = /\b(?:ends?|after|complet\w{0,6}|done|finish\w{0,5})\b/i.test(said);
  if (isStart !== isEnd) return { phase, edge: isStart ? "start" : "end" };
  return !isStart && holders.some((holder) => holder.phase === phase) ? { phase, edge: own } : null;
}
