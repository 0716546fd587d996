import { z } from "zod";
import type { Explanation } from "../src/model/explanation.js";
import { place, printedBy, type Mutable, type Same } from "./schema-parts.js";

const reference = z.object({
  text: z.string(),
  item: z.string().nullable().describe("The item found, as a person says it."),
  phase: z.string().nullable().describe("Id of the phase at the other end of the edge; null where there is no edge."),
  satisfied: z.boolean().describe("The author marked it as met."),
  note: z.string().nullable(),
  reason: z.string().nullable().describe("Why there is no edge."),
});

const fact = z.object({
  fact: z.enum([
    "dependsOn",
    "blocks",
    "parallelWith",
    "independentOf",
    "sequencedAfter",
    "tier",
    "duration",
    "remaining",
    "window",
    "status",
    "progress",
    "modifies",
    "services",
    "outputs",
    "requires",
    "needs",
    "alias",
  ]),
  text: z.string(),
  evidence: z.enum(["explicit", "inferred"]),
  isShared: z.boolean().describe("Said of a whole group, such as a tier's heading."),
  place,
  meaning: z.string().describe("As understood, for people."),
  counts: z.boolean().nullable().describe("False when another statement of the same fact counts."),
  references: z.array(reference),
});

const item = z.object({
  id: z.string(),
  label: z.string(),
  title: z.string().nullable(),
  mention: z.enum(["section", "row", "entry", "timeline"]),
  dialect: z.string(),
  isDefinition: z.boolean().describe("False for a passing mention, which never brings an item into being."),
  place,
  standing: z.object({
    kind: z.enum(["scheduled", "not-planned", "part", "other-level", "undefined"]),
    phase: z.string().nullable().describe("Id of the phase it is, or is a part of."),
  }),
  facts: z.array(fact),
});

const explanation = z.object({
  schemaVersion: z.literal(1),
  path: z.string(),
  lines: z.array(
    z.object({
      line: z.int().min(1),
      text: z.string(),
      kind: z.enum([
        "blank",
        "front-matter",
        "heading",
        "prose",
        "list",
        "table-head",
        "table-rule",
        "table-row",
        "fence",
        "indented-code",
        "comment",
        "html",
        "quote",
        "rule",
        "definition",
        "too-deep",
      ]),
      items: z.array(item),
      breakingChanges: z.array(
        z.object({
          subject: z.string(),
          change: z.string(),
          announced: z.string().nullable().describe("YYYY-MM-DD"),
          effective: z.string().nullable().describe("YYYY-MM-DD"),
        }),
      ),
      services: z
        .array(z.object({ kind: z.enum(["service", "lock"]), service: z.string() }))
        .describe("Services and locks that the line speaks of."),
      reason: z.string().nullable().describe("Why nothing is made of the line; null when something is."),
    }),
  ),
});

// Stops compiling when the schema and the model say different things.
const isTheModel: Same<Mutable<z.infer<typeof explanation>>, Mutable<Explanation>> = true;

/** The JSON Schema of an explanation; fields may be added in later versions, so unknown ones are allowed. */
export function explainJsonSchema(): object {
  void isTheModel;
  return printedBy("explain", "plan-gate explain", explanation);
}
