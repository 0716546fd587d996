import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../../src/config/defaults.js";
import { parseConfig } from "../../../src/config/parse-config.js";
import { readPolicy } from "../../../src/io/github/policy.js";
import type { Change } from "../../../src/io/github/change.js";
import { aChange, BASE, FakeRepository, HEAD } from "./fake-repository.js";

const PATH = ".github/plan-gate.yml";
const edits: Partial<Change> = { files: [{ path: PATH, kind: "modified" }] };
const read = (base: string | null, head: string | null, change: Partial<Change> = {}) => {
  const repository = new FakeRepository();
  repository.files = { [BASE]: base === null ? {} : { [PATH]: base }, [HEAD]: head === null ? {} : { [PATH]: head } };
  const policy = readPolicy(repository, aChange(change), PATH, (text, path) => parseConfig(text, path, ["tier-zero"]));
  return policy.then((result) => ({ ...result, asked: repository.asked.length }));
};

describe("the policy in force", () => {
  it("is base's, at one request", async () => {
    expect(await read("fail-on: warning\n", "fail-on: never\n")).toMatchObject({
      config: { failOn: "warning" },
      remarks: [],
      asked: 1,
    });
  });

  it("is base's for a change that edits it, and that is said", async () => {
    const { config, remarks } = await read("fail-on: warning\n", "fail-on: never\n", edits);
    expect(config.failOn).toBe("warning");
    expect(remarks).toEqual([expect.stringContaining("This change edits .github/plan-gate.yml")]);
  });

  it("has base's waivers, not those that the change brings along or prolongs", async () => {
    const waivers = (expires: string) =>
      `waivers: [{ rule: tier-zero, phase: 1, reason: r, owner: Kim, expires: ${expires} }]\n`;
    const prolonged = await read(waivers("2026-11-01"), waivers("2026-12-01"), edits);
    expect(prolonged.config.waivers).toMatchObject([
      { expires: "2026-11-01", place: { path: PATH, revision: "base", line: 1 } },
    ]);
    expect(prolonged.remarks).toEqual([expect.stringContaining("its waivers included")]);
    const added = await read("gate: new\n", waivers("2026-12-01"), edits);
    expect(added.config.waivers).toEqual([]);
  });

  it("has head's waivers, as part of what is judged, where head is judged as it is", async () => {
    const text = "waivers: [{ rule: tier-zero, phase: 1, reason: r, owner: Kim, expires: 2026-12-01 }]\n";
    const { config } = await read(null, text, { policySha: HEAD });
    expect(config.waivers).toHaveLength(1);
    expect(config.waivers[0]?.place).not.toHaveProperty("revision");
  });

  it("is base's for a change that deletes or moves it away", async () => {
    const files = [{ path: "old.yml", kind: "renamed", previousPath: PATH }] as const;
    const { config, remarks } = await read("fail-on: warning\n", null, { files });
    expect(config.failOn).toBe("warning");
    expect(remarks).toHaveLength(1);
  });

  it("is the defaults where base has none", async () => {
    expect(await read(null, null)).toMatchObject({ config: defaults, remarks: [expect.stringContaining("built-in")] });
    const { config, remarks } = await read(null, "fail-on: never\n", edits);
    expect(config).toBe(defaults);
    expect(remarks).toHaveLength(2);
  });

  it("is head's own without a word, where head is judged as it is", async () => {
    expect(await read(null, "gate: all\n", { policySha: HEAD, ...edits })).toMatchObject({
      config: { gate: "all" },
      remarks: [],
    });
    expect(await read(null, null, { policySha: HEAD })).toMatchObject({ config: defaults, remarks: [] });
  });

  it("is missing when base's cannot be used, with the place of the mistake", async () => {
    await expect(read("gate: all\nfail-onn: never\n", null)).rejects.toMatchObject({
      code: "bad-config",
      detail: { place: { path: PATH, line: 2 } },
    });
  });

  it("is missing when the change would break it for everybody", async () => {
    await expect(read("gate: all\n", "gate: [\n", edits)).rejects.toMatchObject({ code: "bad-config" });
  });

  it("is the defaults for the change that mends a broken one, or takes it away", async () => {
    for (const head of ["gate: all\n", null]) {
      const { config, remarks } = await read("gate: [\n", head, edits);
      expect(config).toBe(defaults);
      expect(remarks).toEqual([expect.stringContaining("mends it")]);
    }
  });

  it("passes on a mistake of our own", async () => {
    const repository = new FakeRepository();
    repository.files = { [BASE]: { [PATH]: "" } };
    const broken = () => {
      throw new TypeError("ours");
    };
    await expect(readPolicy(repository, aChange(), PATH, broken)).rejects.toThrow(TypeError);
  });
});
