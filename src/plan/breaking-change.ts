import { parseDay } from "../grammar/calendar-day.js";
import type { BreakingChangeDeclaration } from "../model/declaration.js";
import type { BreakingChange, DeclaredDay } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";

const VERSION = /\d{1,6}(?:\.\d{1,6}){0,3}/g;

/** A declared breaking change as the plan keeps it. */
export function toBreakingChange(declaration: BreakingChangeDeclaration): BreakingChange {
  return {
    kind: declaration.about,
    subject: textOf(declaration.subject) ?? "",
    change: textOf(declaration.change) ?? "",
    version: versionOf(declaration.version, declaration.versionNow),
    announced: dayOf(declaration.announced),
    effective: dayOf(declaration.effective),
    phase: textOf(declaration.phase),
    affects: (textOf(declaration.affects) ?? "")
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
    migration: textOf(declaration.migration),
    place: declaration.place,
  };
}

const textOf = (text: PlacedText | null): string | null => text?.text.trim() || null;

function dayOf(text: PlacedText | null): DeclaredDay | null {
  return text && { day: parseDay(text.text), text: text.text.trim(), place: text.place };
}

function versionOf(text: PlacedText | null, now: PlacedText | null): BreakingChange["version"] {
  if (!text) return null;
  const versions = [now, text].flatMap((said) => said?.text.match(VERSION) ?? []);
  const said = text.text.trim();
  return {
    from: versions.length > 1 ? versions[0]! : null,
    to: versions.at(-1) ?? null,
    text: now ? `${now.text.trim()} → ${said}` : said,
  };
}
