import { describe, expect, it } from "@jest/globals";
import { parseConfig } from "../../../src/config/parse-config.js";
import { readRemotePolicy } from "../../../src/io/github/remote-policy.js";
import { FakeRepository } from "./fake-repository.js";

const remote = { owner: "octo", repo: "policies", path: "gate.yml", ref: "v1" };
const read = (text: string | null) => {
  const repository = new FakeRepository();
  repository.files = { v1: text === null ? {} : { "gate.yml": text } };
  return readRemotePolicy(repository, remote, (written, path) => parseConfig(written, path, ["tier-zero"]));
};

describe("the configuration of another repository", () => {
  it("is in force, which the report says", async () => {
    const { config, remarks } = await read("fail-on: warning\n");
    expect(config.failOn).toBe("warning");
    expect(remarks).toEqual(["The configuration in force is octo/policies/gate.yml@v1."]);
  });

  it("has waivers whose place is not in what is judged", async () => {
    const { config } = await read(
      "waivers: [{ rule: tier-zero, phase: 1, reason: r, owner: Kim, expires: 2026-12-01 }]\n",
    );
    expect(config.waivers[0]?.place).toMatchObject({ path: "octo/policies/gate.yml@v1", revision: "base" });
  });

  it("must be there, and must be right", async () => {
    await expect(read(null)).rejects.toMatchObject({
      code: "bad-config",
      message: expect.stringContaining("octo/policies/gate.yml@v1 is not there") as unknown,
    });
    await expect(read("fail-onn: never\n")).rejects.toMatchObject({ code: "bad-config" });
  });
});
