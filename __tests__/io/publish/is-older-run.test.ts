import { describe, expect, it } from "@jest/globals";
import { isOlderRun } from "../../../src/io/publish/shared/is-older-run.js";

describe("whether a run is older than another", () => {
  it.each([
    ["900.1", "901.1", true],
    ["901.1", "900.1", false],
    ["900.1", "900.2", true],
    ["900.2", "900.1", false],
    ["900.1", "900.1", false],
    ["999.1", "1000.1", true],
    // When the repetition was begun is not known.
    ["900.2", "901.1", false],
    ["901.1", "900.2", false],
    ["900.1", "901.2", true],
    // Not from a runner.
    ["900", "901.1", false],
    ["900.1", "x", false],
    ["", "", false],
  ])("%s, than %s: %s", (one, other, isOlder) => {
    expect(isOlderRun(one, other)).toBe(isOlder);
  });
});
