import type { Phase } from "../../model/plan.js";

/** True for a phase whose number, title or status holds every word that is searched for; case does not matter. */
export function matchesSearch({ id, label, title, status }: Phase, search: string): boolean {
  const text = `${id} ${label} ${title} ${status.replace("-", " ")}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
