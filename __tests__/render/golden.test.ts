import { describe, it } from "@jest/globals";
import { renderers } from "../../src/render/index.js";
import type { Format, RenderOptions } from "../../src/render/index.js";
import { GOLDEN_CASES } from "./golden-cases.js";
import { expectGolden } from "../kit/golden-file.js";

const EXTENSION: Readonly<Record<Format, string>> = {
  markdown: "md",
  text: "txt",
  json: "json",
  sarif: "sarif",
  junit: "xml",
};
const OPTIONS: RenderOptions = {
  budget: "comment",
  version: "0.1.0",
  links: {
    repositoryUrl: "https://github.com/octo/plans",
    headSha: "4f2a9c1d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39",
    baseSha: "b7e6d5c4b3a291807f6e5d4c3b2a190817263544",
  },
  rulesUrl: "https://github.com/octo/plan-gate/blob/main/docs/rules",
  detailsUrl: "https://github.com/octo/plans/actions/runs/1",
  color: false,
  width: 100,
};

describe.each(Object.keys(GOLDEN_CASES))("the report of %s", (name) => {
  const report = GOLDEN_CASES[name]!();

  it.each(Object.keys(renderers) as Format[])("looks as it did, as %s", (format) => {
    expectGolden(`${name}/report.${EXTENSION[format]}`, renderers[format](report, OPTIONS));
  });

  it("looks as it did, as a job summary", () => {
    expectGolden(`${name}/summary.md`, renderers.markdown(report, { ...OPTIONS, budget: "summary" }));
  });
});
