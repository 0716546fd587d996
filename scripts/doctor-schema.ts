import { z } from "zod";
import { AILMENT_IDS, type Checkup } from "../src/model/ailment.js";
import { printedBy, type Mutable, type Same } from "./schema-parts.js";

const ailment = z.object({
  id: z.enum(AILMENT_IDS).describe("See docs/doctor.md."),
  severity: z.enum(["error", "warning", "notice"]).describe("Notices leave the exit code 0."),
  place: z
    .object({ path: z.string(), line: z.int().min(1), column: z.int().min(1) })
    .nullable()
    .describe("Lines and columns count from 1; null for what stands in no file."),
  message: z.string().describe("What is there."),
  why: z.string().describe("What would come of it."),
  mend: z.string().describe("What to do about it."),
  yaml: z.string().nullable().describe("The lines to have instead, where there are some."),
});

const checkup = z.object({
  schemaVersion: z.literal(1),
  ailments: z.array(ailment).describe("The gravest first, then by place."),
  remarks: z.array(z.string()).describe("What was looked at and what could not be."),
});

// Stops compiling when the schema and the model say different things.
const isTheModel: Same<Mutable<z.infer<typeof checkup>>, Mutable<Checkup>> = true;

/** The JSON Schema of a checkup; fields may be added in later versions, so unknown ones are allowed. */
export function doctorJsonSchema(): object {
  void isTheModel;
  return printedBy("doctor", "plan-gate doctor", checkup);
}
