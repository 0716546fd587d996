import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createClient } from "../../../src/io/github/client.js";
import { readOverride } from "../../../src/io/github/override.js";
import { FakeGitHub } from "../../kit/github/fake-github.js";
import { faults } from "../../kit/github/fault.js";
import type { PullRequest } from "../../kit/github/pull-request.js";

const TOKEN = "a-token";
const GO = "plan-override";

describe("a label that opens the gate", () => {
  let github: FakeGitHub;
  let pull: PullRequest;

  beforeEach(async () => {
    github = await FakeGitHub.start();
    github.token(TOKEN, "read-only");
    const repository = github.repository("octo/plans");
    repository.branch("feature");
    pull = repository.pullRequest({ head: "feature", author: "alice" });
  });
  afterEach(async () => {
    await github.close();
    github.expectNoViolations();
  });

  const read = (setting: Partial<Parameters<typeof readOverride>[3]> = {}) =>
    readOverride(
      createClient({
        token: TOKEN,
        baseUrl: github.addresses.api,
        onWait: () => undefined,
        debug: () => undefined,
      }),
      { owner: "octo", repo: "plans" },
      1,
      { labels: [GO], allowsAuthor: false, ...setting },
    );

  const nobody = { override: null, remarks: [] };

  it("is told with who has set it last and when, at one request", async () => {
    pull.addLabel(GO, "carol");
    pull.removeLabel(GO, "carol");
    pull.addLabel(GO, "bob");
    const at = pull.labelEvents.at(-1)!.createdAt;
    expect(await read()).toEqual({ override: { label: GO, by: "bob", at }, remarks: [] });
    expect(github.requests).toHaveLength(1);
  });

  it("is not there where there is none, another, or one that was taken off", async () => {
    expect(await read()).toEqual(nobody);
    pull.addLabel("bug", "bob");
    pull.addLabel(GO, "bob");
    pull.removeLabel(GO, "alice");
    expect(await read()).toEqual(nobody);
  });

  it("does not count from the author, unless that is allowed", async () => {
    pull.addLabel(GO, "alice");
    expect(await read()).toEqual({
      override: null,
      remarks: [`The label “${GO}” does not open the gate: alice, the author, has set it.`],
    });
    expect(await read({ allowsAuthor: true })).toMatchObject({ override: { by: "alice" } });
  });

  it("does not count when the author has set it again after somebody else", async () => {
    pull.addLabel(GO, "bob");
    pull.removeLabel(GO, "alice");
    pull.addLabel(GO, "alice");
    expect(await read()).toMatchObject({ override: null });
  });

  it("counts where another of the labels does not", async () => {
    pull.addLabel(GO, "alice");
    pull.addLabel("hotfix", "bob");
    expect(await read({ labels: [GO, "hotfix"] })).toMatchObject({ override: { label: "hotfix" }, remarks: [] });
  });

  it("is the same in any case, as on GitHub", async () => {
    pull.addLabel("Plan-Override", "bob");
    expect(await read()).toMatchObject({ override: { label: GO, by: "bob" } });
  });

  it("does not count from an account that is gone, which could be anybody's", async () => {
    pull.addLabel(GO, "bob");
    github.state.deletedAccounts.add("bob");
    expect(await read()).toEqual({
      override: null,
      remarks: [`The label “${GO}” does not open the gate: GitHub does not say who has set it.`],
    });
  });

  it("counts on the pull request of an account that is gone", async () => {
    pull.addLabel(GO, "bob");
    github.state.deletedAccounts.add("alice");
    expect(await read()).toMatchObject({ override: { by: "bob" } });
  });

  it("is found behind any number of comments, and not behind more events of labels than are read", async () => {
    pull.addLabel(GO, "bob");
    for (let index = 0; index < 150; index++) pull.addComment("bob", `No. ${index}`);
    expect(await read()).toMatchObject({ override: { by: "bob" } });
    for (let index = 0; index < 100; index++) pull.addLabel(`label-${index % 50}`, "mallory");
    expect(await read()).toMatchObject({ override: null, remarks: [expect.stringContaining("does not say who")] });
  });

  it("opens nothing where it cannot be read", async () => {
    github.fault({ ...faults.badGateway(9), path: /graphql/ });
    const { override, remarks } = await read();
    expect(override).toBeNull();
    expect(remarks).toEqual([expect.stringContaining("could not be read, so none does")]);
  });
});
