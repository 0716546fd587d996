import { policyRule } from "./rule.js";
import { waiverInWords, waiverSubject } from "./shared/waiver-words.js";

export const unusedWaiver = policyRule({
  id: "unused-waiver",
  summary: "A waiver must match a finding.",
  severity: "notice",
  *check(waivers) {
    for (const { waiver, use } of waivers) {
      if (use !== "unused") continue;
      yield {
        place: waiver.place,
        message: `${waiverInWords(waiver)} matches no finding.`,
        phases: [],
        subject: waiverSubject(waiver),
      };
    }
  },
});
