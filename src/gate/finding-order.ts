import type { Place } from "../model/place.js";

interface Ordered {
  readonly place: Place;
  readonly ruleId: string;
  readonly plan: string;
  readonly fingerprint: string;
}

/** The one order of findings: path, offset, rule id, by code units; the rest only breaks ties. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return (
    compare(a.place.path, b.place.path) ||
    a.place.offset - b.place.offset ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.plan, b.plan) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
