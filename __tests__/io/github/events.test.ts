import { describe, expect, it } from "@jest/globals";
import { occasionOf, supportedEvents, type EventContext } from "../../../src/io/github/events.js";

const A = "a".repeat(40);
const B = "b".repeat(40);
const NONE = "0".repeat(40);
const context = (payload: unknown, more: Partial<EventContext> = {}): EventContext => ({
  payload,
  sha: A,
  baseRef: null,
  ...more,
});

describe("what an event asks to judge", () => {
  it.each(["pull_request", "pull_request_target"])(
    "%s: a pull request, of which only the number is believed",
    (name) => {
      const payload = { pull_request: { number: 7, head: { sha: B }, base: { sha: B } } };
      expect(occasionOf(name, context(payload), null)).toEqual({ kind: "pull-request", number: 7 });
    },
  );

  it("merge_group: the group's own commits, by the policy of its base", () => {
    const payload = { merge_group: { base_sha: B, head_sha: A, head_ref: "refs/heads/gh-readonly-queue/main/pr-7-x" } };
    expect(occasionOf("merge_group", context(payload), null)).toEqual({
      kind: "revisions",
      headSha: A,
      base: B,
      needsBase: true,
      policyFrom: "base",
      scope: "touched",
    });
  });

  it("push: what was pushed against what was there, if it still is", () => {
    expect(occasionOf("push", context({ before: B, after: A }), null)).toMatchObject({
      headSha: A,
      base: B,
      needsBase: false,
      policyFrom: "head",
      scope: "all",
    });
    expect(occasionOf("push", context({ before: NONE, after: A }), null)).toMatchObject({ base: null });
    expect(occasionOf("push", context({ before: B, after: NONE }), null)).toMatchObject({ kind: "nothing" });
    expect(occasionOf("push", context({ before: B, after: A }, { baseRef: "main" }), null)).toMatchObject({
      base: "main",
      needsBase: true,
    });
  });

  it.each(["workflow_dispatch", "schedule"])("%s: the revision the workflow runs on", (name) => {
    expect(occasionOf(name, context({}), null)).toMatchObject({ headSha: A, base: null, scope: "all" });
    expect(occasionOf(name, context({}, { baseRef: "v1" }), null)).toMatchObject({ base: "v1", needsBase: true });
  });

  it("a number in the input comes first, whatever the event", () => {
    expect(occasionOf("issue_comment", context({}), 9)).toEqual({ kind: "pull-request", number: 9 });
    expect(occasionOf("push", context({}), 9)).toEqual({ kind: "pull-request", number: 9 });
  });

  it.each(["issue_comment", "constructor", "__proto__", "toString", ""])(
    "refuses the event %j, naming those it knows",
    (name) => {
      expect(() => occasionOf(name, context({}), null)).toThrow(
        expect.objectContaining({
          code: "unsupported-event",
          detail: expect.objectContaining({ mend: expect.stringContaining("merge_group") as unknown }) as unknown,
        }),
      );
    },
  );

  it.each([
    ["pull_request", {}],
    ["pull_request", { pull_request: { number: "7" } }],
    ["pull_request", { pull_request: { number: -1 } }],
    ["merge_group", { merge_group: { base_sha: "main", head_sha: A } }],
    ["push", { before: B }],
    ["push", null],
  ])("refuses a payload of %s that lacks what it needs: %j", (name, payload) => {
    expect(() => occasionOf(name, context(payload), null)).toThrow(
      expect.objectContaining({ code: "unsupported-event" }),
    );
  });

  it.each([
    ["pull_request", { pull_request: { number: 7 } }],
    ["merge_group", { merge_group: { base_sha: B, head_sha: A } }],
  ])("refuses base-ref on %s", (name, payload) => {
    expect(() => occasionOf(name, context(payload, { baseRef: "main" }), null)).toThrow(/base-ref is "main"/);
  });

  it("knows six events", () => {
    expect(supportedEvents).toEqual([
      "pull_request",
      "pull_request_target",
      "merge_group",
      "push",
      "workflow_dispatch",
      "schedule",
    ]);
  });
});
