import type { Ailment } from "../model/ailment.js";
import type { Spot } from "./placed-yaml.js";
import type { Workflow } from "./workflow.js";

/** An ailment that stands in a workflow file. */
export const ailmentAt = (
  { path }: Pick<Workflow, "path">,
  { line, column }: Spot,
  about: Pick<Ailment, "id" | "severity" | "message" | "why" | "mend"> & { readonly yaml?: string },
): Ailment => ({ ...about, place: { path, line, column }, yaml: about.yaml ?? null });
