import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { renderJson } from "../../src/render/render-json.js";
import { reportJsonSchema } from "../../scripts/report-schema.js";
import { reportOf } from "../kit/report-builder.js";
import { GOLDEN_CASES } from "./golden-cases.js";

describe("the JSON report", () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(reportJsonSchema());

  it.each(Object.keys(GOLDEN_CASES))("of %s is what the schema describes", (name) => {
    const file = new URL(`../golden/${name}/report.json`, import.meta.url);
    expect(validate(JSON.parse(readFileSync(file, "utf8"))) ? [] : validate.errors).toEqual([]);
  });

  it("is refused by the schema when a field is missing, not when one is added", () => {
    const { verdict, ...withoutVerdict } = reportOf();
    expect(validate(withoutVerdict)).toBe(false);
    expect(validate({ ...withoutVerdict, verdict, added: 1 })).toBe(true);
  });
});

describe("renderJson", () => {
  it("gives back the report, in ASCII where a log or terminal would act on it", () => {
    const report = reportOf({ remarks: ["##[add-mask]x", "a\u202Eb\u009B31m\u{E0041}\u2028", "::error::x"] });
    const json = renderJson(report);
    expect(JSON.parse(json)).toEqual(report);
    expect(json).not.toMatch(/##\[|^\s*::/m);
    expect(json).not.toMatch(/[\u007F-\u009F\u2028\p{Cf}]/u);
    expect(json.endsWith("}\n")).toBe(true);
  });
});
