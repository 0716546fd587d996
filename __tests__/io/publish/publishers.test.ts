import { describe, expect, it } from "@jest/globals";
import { logAnnotations, type AnnotationPlace } from "../../../src/io/publish/annotations.js";
import { badgeFolder } from "../../../src/io/publish/badge-files.js";
import { jobSummary } from "../../../src/io/publish/job-summary.js";
import { reportFile } from "../../../src/io/publish/report-file.js";
import { outputNames, outputsOf } from "../../../src/io/publish/outputs.js";
import { badgeFiles, renderers } from "../../../src/render/index.js";
import { planOf } from "../../kit/report-builder.js";
import { aFinding, aReport } from "./a-report.js";

describe("annotations", () => {
  function commands() {
    const made: [string, string, AnnotationPlace][] = [];
    const record = (severity: string) => (message: string, at: AnnotationPlace) =>
      void made.push([severity, message, at]);
    return { made, error: record("error"), warning: record("warning"), notice: record("notice") };
  }

  it("mark each finding at its place", async () => {
    const core = commands();
    const report = aReport({ outcome: "fail", errors: 1 }, { findings: [aFinding()] });
    expect(await logAnnotations(core, 9).publish(report)).toMatchObject({ outcome: "published" });
    expect(core.made).toEqual([
      [
        "error",
        expect.stringContaining("Phase 2 depends on Phase 5"),
        expect.objectContaining({ file: "docs/PLAN.md", startLine: 3, endLine: 3, startColumn: 5, endColumn: 8 }),
      ],
    ]);
  });

  it("are ten of a severity at most, the last one for the rest, which has no place", async () => {
    const core = commands();
    const findings = Array.from({ length: 30 }, (_, line) =>
      aFinding({ place: { ...aFinding().place, line, endLine: line, offset: line }, fingerprint: String(line) }),
    );
    await logAnnotations(core, 9).publish(aReport({ outcome: "fail", errors: 30 }, { findings }));
    expect(core.made).toHaveLength(10);
    expect(core.made[9]?.[1]).toContain("21 more errors");
    expect(core.made[9]?.[2]).not.toHaveProperty("file");
  });

  it("are none without findings", async () => {
    const core = commands();
    expect(await logAnnotations(core, 9).publish(aReport())).toMatchObject({ outcome: "skipped" });
    expect(core.made).toEqual([]);
  });
});

describe("the job summary", () => {
  it("is written where the runner has a page for it", async () => {
    const written: string[] = [];
    const page = { isThere: true, write: (text: string) => Promise.resolve(written.push(text)) };
    const render = () => "text";
    expect(await jobSummary(page, render).publish(aReport())).toMatchObject({ outcome: "published" });
    expect(await jobSummary({ ...page, isThere: false }, render).publish(aReport())).toMatchObject({
      outcome: "skipped",
    });
    expect(written).toEqual(["text"]);
  });
});

describe("a file of the report", () => {
  const written: string[] = [];
  const write = (path: string, text: string) => {
    written.push(text);
    return Promise.resolve(`/work/${path}`);
  };

  it("holds what the format says, and as JSON is named in the outputs", async () => {
    const file = reportFile({ name: "json-file", path: "out/report.json", render: renderers.json, write });
    expect(await file.publish(aReport())).toEqual({
      outcome: "published",
      where: "/work/out/report.json",
      outputs: { "report-file": "/work/out/report.json" },
    });
    expect(JSON.parse(written.pop()!)).toEqual(aReport());
  });

  it("has no output in another format", async () => {
    const file = reportFile({ name: "junit-file", path: "out/report.xml", render: renderers.junit, write });
    expect(await file.publish(aReport())).toEqual({ outcome: "published", where: "/work/out/report.xml", outputs: {} });
    expect(written.pop()).toBe(renderers.junit(aReport()));
  });
});

describe("badges in the workspace", () => {
  const report = aReport({}, { plans: [planOf([{ id: "1", title: "Slipway", weeks: 4 }])] });

  it("are written below the folder", async () => {
    const written: Record<string, string> = {};
    const write = (path: string, text: string) => Promise.resolve((written[path] = text));
    expect(await badgeFolder("out", write).publish(report)).toEqual({ outcome: "published", where: "out" });
    const files = badgeFiles(report).map(({ path, text }) => [`out/${path}`, text]);
    expect(written).toEqual(Object.fromEntries(files));
    expect(Object.keys(JSON.parse(outputsOf(report)["badge-json"]) as object)).toContain("docs-plan/tier");
  });

  it("are none where no plan was judged", async () => {
    const write = () => Promise.reject(new Error("written"));
    expect(await badgeFolder("out", write).publish(aReport())).toMatchObject({ outcome: "skipped" });
    expect(outputsOf(aReport())["badge-json"]).toBe("{}");
  });
});

describe("outputs", () => {
  it("are always all of them", () => {
    for (const report of [null, aReport()]) expect(Object.keys(outputsOf(report))).toEqual([...outputNames]);
  });

  it("say failure where nothing was judged", () => {
    expect(outputsOf(null)).toMatchObject({ conclusion: "failure", errors: "0", findings: "[]", "comment-id": "" });
  });

  it("follow the verdict, not the counts", () => {
    expect(outputsOf(aReport({ outcome: "pass", errors: 2 }))).toMatchObject({ conclusion: "success", errors: "2" });
    expect(outputsOf(aReport({ outcome: "fail", warnings: 1 }))).toMatchObject({
      conclusion: "failure",
      warnings: "1",
    });
  });

  it("pass on what the publishers said", () => {
    expect(outputsOf(aReport(), { "comment-id": "7", "report-file": "r" })).toMatchObject({
      "comment-id": "7",
      "comment-body": "",
      "report-file": "r",
    });
  });

  it("leave out findings that are too many for a step's outputs", () => {
    const findings = Array.from({ length: 900 }, () => aFinding({ message: "é".repeat(100) }));
    expect(JSON.parse(outputsOf(aReport({}, { findings })).findings)).toEqual({ omitted: 900 });
    expect(JSON.parse(outputsOf(aReport({}, { findings: findings.slice(0, 3) })).findings)).toHaveLength(3);
  });

  it("hold no more than 256 KiB each, the comment whole lines of it", () => {
    const line = `${"é".repeat(99)}\n`;
    const body = line.repeat(2000);
    const given = outputsOf(aReport(), { "comment-body": body })["comment-body"];
    expect(Buffer.byteLength(given)).toBeLessThanOrEqual(256 * 1024);
    expect(Buffer.byteLength(given)).toBeGreaterThan(256 * 1024 - 2 * line.length);
    expect(body.startsWith(`${given}\n`)).toBe(true);
    expect(outputsOf(aReport(), { "comment-body": "short" })["comment-body"]).toBe("short");
    expect(outputsOf(aReport(), { "comment-body": "é".repeat(200_000) })["comment-body"]).toBe("");
  });
});
