import { z } from "zod";
import type { DiffReport } from "../src/model/diff-report.js";
import { change, plan } from "./report-schema.js";
import { printedBy, type Mutable, type Same } from "./schema-parts.js";

const side = plan
  .pick({ documents: true, phases: true, totals: true, tiers: true })
  .meta({ id: "side", description: "A plan in one of the two states." });

const diff = z.object({
  schemaVersion: z.literal(1),
  base: z.string().describe("The state compared with, as people call it: a revision, a file, a folder."),
  head: z.string(),
  plans: z.array(
    z.object({
      name: z.string(),
      base: side.nullable().describe("Null for a plan that base does not have."),
      head: side.nullable().describe("Null for a plan that is gone."),
      change: change.omit({ catchUp: true }).nullable().describe("Null for a plan that base does not have."),
    }),
  ),
  remarks: z.array(z.string()),
});

// Stops compiling when the schema and the model say different things.
const isTheModel: Same<Mutable<z.infer<typeof diff>>, Mutable<DiffReport>> = true;

/** The JSON Schema of a difference; fields may be added in later versions, so unknown ones are allowed. */
export function diffJsonSchema(): object {
  void isTheModel;
  return printedBy("diff", "plan-gate difference of plans", diff);
}
