import { describe, expect, it } from "@jest/globals";
import { asking, askingIfThere } from "../../../src/io/github/asking.js";
import { SetupError } from "../../../src/model/setup-error.js";

const answer =
  (status: number, message = "x") =>
  () =>
    Promise.reject(Object.assign(new Error(message), { status, response: {} }));

describe("asking GitHub", () => {
  it.each([
    [401, "no-permission", "Bad credentials"],
    [403, "no-permission", "Resource not accessible by integration"],
    [404, "no-permission", "Not Found"],
    [403, "github-unavailable", "API rate limit exceeded for installation."],
    [429, "github-unavailable", "Too many requests"],
    [502, "github-unavailable", "Bad Gateway"],
    [422, "unreadable", "No commit found"],
  ])("turns %i into %s", async (status, code, message) => {
    const error: unknown = await asking("read it", answer(status, `${message}\nmore`)).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(SetupError);
    expect(error).toMatchObject({ code, message: `could not read it: ${status} ${message}` });
  });

  it("gives a lost connection no status that nobody has answered", async () => {
    const lost = Object.assign(new Error("no usable answer: other side closed"), { status: 500 });
    await expect(asking("read it", () => Promise.reject(lost))).rejects.toMatchObject({
      code: "github-unavailable",
      message: "could not read it: no usable answer: other side closed",
    });
  });

  it("names the permissions that are missing", async () => {
    await expect(asking("read it", answer(404))).rejects.toMatchObject({
      detail: { mend: expect.stringMatching(/contents: read.*pull-requests: read/) as unknown },
    });
  });

  it("leaves our own errors as they are", async () => {
    const ours = new TypeError("x");
    await expect(asking("read it", () => Promise.reject(ours))).rejects.toBe(ours);
    const setup = new SetupError("too-large", "x", { mend: "" });
    await expect(asking("read it", () => Promise.reject(setup))).rejects.toBe(setup);
  });

  it("takes an absence for an answer where it may be one", async () => {
    expect(await askingIfThere("read it", answer(404))).toBeNull();
    expect(await askingIfThere("read it", () => Promise.resolve(1))).toBe(1);
    await expect(askingIfThere("read it", answer(403))).rejects.toMatchObject({ code: "no-permission" });
  });
});
