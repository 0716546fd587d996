import { z } from "zod";
import { writtenConfig } from "./written-config.js";

/** JSON Schema (draft 2020-12) of the configuration file, for editors. Same rules, same schema. */
export function configJsonSchema(ruleIds: readonly string[]): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(writtenConfig(ruleIds), { target: "draft-2020-12", io: "input" });
  return { $schema, title: "plan-gate configuration", ...schema };
}
