import { describe, expect, it } from "@jest/globals";
import { createClient } from "../../../src/io/github/client.js";
import { gitHubComments } from "../../../src/io/github/comments.js";
import { gitHubRepository } from "../../../src/io/github/repository.js";
import { type Judgement, pullRequestComment } from "../../../src/io/publish/comment.js";
import { markerLine, readMarker } from "../../../src/io/publish/shared/marker.js";
import { FakeGitHub } from "../../kit/github/fake-github.js";
import { seeded, Turns } from "../../kit/turns.js";
import { aReport } from "./a-report.js";

const SEEDS = 100;
const RUNS = 20;
const KEY = "Plan gate:gate";
const HOME = { owner: "octo", repo: "plans" };

/** What starts a run: a push changes the head first; of the others, one changes what is said of the same head. */
const EVENTS = ["synchronize", "labeled", "edited", "re-run"] as const;

interface Scenery {
  readonly github: FakeGitHub;
  readonly turns: Turns;
  readonly random: () => number;
}

/** One pull request, runs that overlap on it, and every request of theirs in an order that the seed decides. */
async function race(seed: number) {
  const github = await FakeGitHub.start();
  github.token("t", "write");
  const repository = github.repository("octo/plans");
  repository.commit("feature", { "a.md": "0" });
  const pull = repository.pullRequest({ head: "feature" });
  const random = seeded(seed);
  // What was there before: the comment of an earlier run, a second one as left by a race, or none.
  const before = Math.floor(random() * 3);
  const earlier = `${markerLine({ key: KEY, hash: "00", headSha: "0".repeat(40), run: "1.1" })}\nearlier`;
  for (let count = 0; count < before; count += 1) pull.addComment("github-actions[bot]", earlier);
  pull.addComment("alice", `> ${earlier}\n\nI see.`);
  const other = `${markerLine({ key: "other", hash: "00", headSha: "0".repeat(40), run: "1.1" })}\nof another job`;
  pull.addComment("github-actions[bot]", other);

  const turns = new Turns(RUNS, random);
  const outcomes = await Promise.all(
    Array.from({ length: RUNS }, async (_, index) => {
      try {
        return await oneRun({ github, turns, random }, index, () => {
          repository.commit("feature", { "a.md": `${index + 1}` });
        });
      } finally {
        turns.finished();
      }
    }),
  );
  const marked = pull.comments.filter(
    ({ body, author }) => author.login === "github-actions[bot]" && readMarker(body)?.key === KEY,
  );
  await github.close();
  github.expectNoViolations();
  return { github, pull, outcomes, other, earlier, open: marked.filter(({ minimizedReason }) => !minimizedReason) };
}

/** A run as the action makes it, with a report that says which head it is about. */
async function oneRun({ github, turns, random }: Scenery, index: number, push: () => void) {
  const event = index === 0 ? "synchronize" : EVENTS[Math.floor(random() * EVENTS.length)]!;
  const client = createClient({
    token: "t",
    baseUrl: github.addresses.api,
    onWait: () => undefined,
    debug: () => undefined,
  });
  client.hook.before("request", () => turns.mine(index));
  const repository = gitHubRepository(client, HOME);
  const judge = async (): Promise<Judgement> => {
    const { headSha } = await repository.pullRequest(1);
    const mood = `${headSha.charCodeAt(0) % 4 === 0 ? "green" : "red"}${event === "labeled" ? " with a label" : ""}`;
    const report = mood.startsWith("green") ? aReport() : aReport({ outcome: "fail", errors: 1 });
    return { headSha, report, render: () => `${mood} at ${headSha}` };
  };

  await turns.mine(index);
  if (event === "synchronize") push();
  const judgement = await judge();
  const publisher = pullRequestComment(gitHubComments(client, HOME, 1), {
    ...judgement,
    key: KEY,
    run: event === "re-run" ? `${90 + index}.2` : `${100 + index}.1`,
    when: "on-findings",
    runUrl: null,
    async judgeAgain(judged) {
      const now = await judge();
      return now.headSha === judged ? null : now;
    },
  });
  return publisher.publish(judgement.report);
}

describe("20 runs on one pull request at the same time", () => {
  const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);

  it(`end with one open comment, about the newest head, in each of ${SEEDS} orders`, async () => {
    const findings: string[] = [];
    let begun = 0;
    for (const seed of seeds) {
      const { github, pull, open, outcomes, other, earlier } = await race(seed);
      if (open.length > 1) findings.push(`seed ${seed}: ${open.length} open comments`);
      for (const { body } of open) {
        begun += 1;
        if (readMarker(body)?.headSha !== pull.headSha) findings.push(`seed ${seed}: not about the newest head`);
        if (!body.includes(` at ${pull.headSha}`)) findings.push(`seed ${seed}: marker and text do not agree`);
      }
      for (const { outcome } of outcomes) if (outcome === "failed") findings.push(`seed ${seed}: a run failed`);
      if (github.requests.some(({ method }) => method === "DELETE")) findings.push(`seed ${seed}: deleted something`);
      const untouched = pull.comments.filter(({ body }) => body === other || body.startsWith(`> ${earlier}`));
      if (untouched.length !== 2) findings.push(`seed ${seed}: touched what is not its own`);
    }
    expect(findings).toEqual([]);
    expect(begun).toBeGreaterThan(SEEDS / 2);
  }, 240_000);

  it("go the same way when the seed is the same", async () => {
    const way = async () => (await race(7)).github.requests.map(({ method, path, status }) => [method, path, status]);
    expect(await way()).toEqual(await way());
  });
});
