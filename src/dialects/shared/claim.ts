import type { ClaimDeclaration } from "../../model/declaration.js";

/** A claim with everything left open that is not said. */
export const claimOf = (
  said: Pick<ClaimDeclaration, "claim" | "text"> & Partial<Omit<ClaimDeclaration, "kind" | "place">>,
): ClaimDeclaration => ({
  kind: "claim",
  place: said.text.place,
  value: null,
  unit: null,
  isApproximate: false,
  mode: null,
  tier: null,
  steps: null,
  subject: null,
  ...said,
});
