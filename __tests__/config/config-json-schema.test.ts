import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { configJsonSchema } from "../../src/config/config-json-schema.js";

const schema = configJsonSchema(["tier-zero"]);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

describe("configJsonSchema", () => {
  it("is a draft 2020-12 schema that accepts what parseConfig accepts", () => {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    const written = { plans: ["a.md", { name: "A", documents: ["b.md"] }], rules: { "tier-zero": "off" } };
    expect(validate({ ...written, "short-phase": "4 weeks", "weeks-per": { hour: "1/40" } })).toBe(true);
  });

  it.each([
    { plan: [] },
    { rules: { other: "off" } },
    { gate: "some" },
    { plans: ["../x"] },
    { "weeks-per": { week: 2 } },
  ])("refuses %j", (value) => {
    expect(validate(value)).toBe(false);
  });

  it("says something about every key, for editors", () => {
    const properties = schema["properties"] as Record<string, { description?: string }>;
    for (const [key, property] of Object.entries(properties))
      expect([key, property.description]).toEqual([key, expect.stringMatching(/\.$/)]);
  });
});
