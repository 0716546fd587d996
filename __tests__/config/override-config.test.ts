import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../src/config/defaults.js";
import { overrideConfig, type OverrideOrigin } from "../../src/config/override-config.js";
import { parseConfig } from "../../src/config/parse-config.js";

const flags: OverrideOrigin = { code: "bad-arguments", nameOf: (key) => `--${key}` };
const file = parseConfig("gate: all\nfail-on: never\nannouncement-days: 7\nplans: [a.md]\n", "c.yml", []);

describe("overrideConfig", () => {
  it("leaves the file's word where nothing is said", () => {
    expect(overrideConfig(file, {}, flags)).toEqual(file);
    expect(overrideConfig(file, { plans: [] }, flags)).toEqual(file);
  });

  it("wins over the file", () => {
    const config = overrideConfig(
      file,
      {
        gate: "new",
        "fail-on": "warning",
        "announcement-days": " 30 ",
        plans: ["b.md", "!c.md"],
        "override-labels": ["go"],
      },
      flags,
    );
    expect(config).toMatchObject({
      gate: "new",
      failOn: "warning",
      settings: { announcementDays: 30 },
      override: { labels: ["go"], allowsAuthor: false },
      plans: [{ name: null, documents: ["b.md", "!c.md"], ignoresCase: false }],
    });
  });

  it.each([
    [{ gate: "some" }, '--gate is "some": expected one of new, all'],
    [{ "fail-on": "" }, '--fail-on is "": expected one of error, warning, never'],
    [{ "announcement-days": "2 weeks" }, '--announcement-days is "2 weeks": expected a whole number of days'],
    [{ "announcement-days": "400" }, '--announcement-days is "400": expected at most 366 days'],
    [{ plans: ["../x.md"] }, '--plans is ["../x.md"]: expected a glob inside the repository, without `..`'],
  ])("refuses %j by the name the user wrote", (overrides, message) => {
    expect(() => overrideConfig(defaults, overrides, flags)).toThrow(
      expect.objectContaining({ name: "SetupError", code: "bad-arguments", message }),
    );
  });
});
