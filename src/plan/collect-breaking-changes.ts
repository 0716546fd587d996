import { serviceKey } from "../grammar/service-name.js";
import type { BreakingChangeDeclaration, Declaration } from "../model/declaration.js";
import type { BreakingChange } from "../model/plan.js";
import { toBreakingChange } from "./breaking-change.js";

/**
 * The breaking changes that the documents declare, in the order written. A mark in a table of versions counts where no
 * announcement names its service.
 */
export function collectBreakingChanges(declarations: readonly Declaration[]): readonly BreakingChange[] {
  const declared = declarations.filter((one) => one.kind === "breaking-change");
  const announced = new Set(declared.flatMap((one) => (one.isAnnouncement ? [serviceKeyOf(one)] : [])));
  return declared.flatMap((one) =>
    one.isAnnouncement || !announced.has(serviceKeyOf(one)) ? [toBreakingChange(one)] : [],
  );
}

const serviceKeyOf = ({ subject }: BreakingChangeDeclaration): string => serviceKey(subject?.text ?? "");
