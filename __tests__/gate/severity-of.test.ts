import { describe, expect, it } from "@jest/globals";
import { severityOf } from "../../src/gate/severity-of.js";
import { rules } from "../../src/rules/index.js";

const of = (severity: "error" | "warning" | "notice", strict?: "warning") => ({
  id: "a-rule",
  severity,
  ...(strict && { strict }),
});

describe("severityOf", () => {
  it.each([
    ["recommended", ["error", "warning", "notice"]],
    ["strict", ["error", "error", "notice"]],
    ["advisory", ["warning", "warning", "notice"]],
  ] as const)("makes of each rule's own word what %s means", (preset, expected) => {
    const all = (["error", "warning", "notice"] as const).map((severity) =>
      severityOf(of(severity), { preset, rules: new Map() }),
    );
    expect(all).toEqual(expected);
  });

  it("lets a rule keep out of strict", () => {
    expect(severityOf(of("warning", "warning"), { preset: "strict", rules: new Map() })).toBe("warning");
    expect(rules.filter(({ strict }) => strict !== undefined).map(({ id }) => id)).toEqual(["expired-waiver"]);
  });

  it("takes what the team says of a rule before any preset", () => {
    for (const preset of ["recommended", "strict", "advisory"] as const) {
      for (const severity of ["off", "error"] as const) {
        expect(severityOf(of("warning"), { preset, rules: new Map([["a-rule", { severity }]]) })).toBe(severity);
      }
    }
  });

  it("lets nothing block by default under advisory", () => {
    const severities = rules.map((rule) => severityOf(rule, { preset: "advisory", rules: new Map() }));
    expect(severities).not.toContain("error");
  });
});
