import { z } from "zod";

// What the schemas of several commands have in common.

export const place = z
  .object({
    path: z.string(),
    revision: z.literal("base").exactOptional().describe("Missing for head."),
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
    offset: z.int().min(0),
    endOffset: z.int().min(0),
  })
  .meta({
    id: "place",
    description: "Lines and columns count from 1, offsets from 0, in UTF-16 units; ends are exclusive.",
  });

export const whatIf = z
  .object({
    against: z.enum(["documents", "base"]).describe("What is compared with: the plan as written, or the base."),
    changes: z.array(z.object({ plan: z.string(), phase: z.string(), sentence: z.string() })),
  })
  .exactOptional()
  .describe("What was tried on the plans without editing them.");

/** A model without `readonly`, as zod infers it. */
export type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
/** True where two types are one; a constant of this type stops compiling when a schema and its model part. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The JSON Schema of what a command prints; fields may be added in later versions, so unknown ones are allowed. */
export function printedBy(command: string, title: string, printed: z.ZodType): object {
  const { $schema, ...schema } = z.toJSONSchema(printed, { io: "input", target: "draft-2020-12" });
  return { $schema, title, description: `What \`plan-gate ${command} --format json\` prints.`, ...schema };
}
