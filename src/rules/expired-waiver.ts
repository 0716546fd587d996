import type { Waiver, WaiverTerm } from "../model/waiver.js";
import { policyRule } from "./rule.js";
import { waiverInWords, waiverSubject } from "./shared/waiver-words.js";

export const expiredWaiver = policyRule({
  id: "expired-waiver",
  summary: "A waiver must not have expired, nor reach further ahead than 90 days.",
  severity: "warning",
  // A day on the calendar must not close the gate for everybody.
  strict: "warning",
  *check(waivers) {
    for (const { waiver, term } of waivers) {
      if (term === "running") continue;
      yield {
        place: waiver.place,
        message: `${waiverInWords(waiver)} ${WHAT[term](waiver)}, so it has no effect.`,
        phases: [],
        subject: waiverSubject(waiver),
      };
    }
  },
});

const WHAT: Readonly<Record<Exclude<WaiverTerm, "running">, (waiver: Waiver) => string>> = {
  over: ({ expires }) => `has expired on ${expires}`,
  "too-long": ({ expires }) => `reaches until ${expires}, further ahead than 90 days`,
};
