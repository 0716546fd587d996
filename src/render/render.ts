import type { DiffReport } from "../model/diff-report.js";
import type { Report } from "../model/report.js";
import type { ScheduleReport } from "../model/schedule-report.js";

/** Names of the ways a report can be written. */
export type Format = "text" | "markdown" | "json" | "sarif" | "junit";

/** Turns the report into text. No clock, no environment, no verdict of its own. */
export type Render = (report: Report, options: RenderOptions) => string;

/** Names of the ways a schedule can be written. */
export type ScheduleFormat = "text" | "markdown" | "json" | "mermaid";

/** Turns a schedule into text; like `Render`. */
export type RenderSchedule = (report: ScheduleReport, options: TextOptions) => string;

/** Names of the ways the dependencies of plans can be drawn. */
export type GraphFormat = "mermaid" | "dot" | "svg";

/** Turns what a report says of its plans into a picture; like `Render`. */
export type RenderGraph = (report: Report) => string;

/** Names of the ways a difference can be written. */
export type DiffFormat = "text" | "markdown" | "json";

/** Turns what has changed into text; like `Render`. */
export type RenderDiff = (report: DiffReport, options: TextOptions) => string;

/** What a renderer may know beside the report. */
export interface RenderOptions extends MarkdownOptions, TextOptions, SarifOptions {}

export interface SarifOptions extends Pick<MarkdownOptions, "version" | "rulesUrl"> {
  /** Tells these results from those of other jobs on the same commit; left out where there are none. */
  readonly instance?: string;
}

export interface MarkdownOptions {
  /** What the text is for: a pull request comment holds far less than a job summary. */
  readonly budget: "comment" | "summary";
  /** Version of this program, for the footer. */
  readonly version: string;
  readonly links: Links | null;
  /** Folder of the rules' pages, without the last slash; null: rule ids are not linked. */
  readonly rulesUrl: string | null;
  /** Where the complete report can be read, said when something had to be left out. */
  readonly detailsUrl: string | null;
}

/** What is needed to link a place to the file at the revision it was read from. */
export interface Links {
  /** `https://github.com/owner/name`, without the last slash. */
  readonly repositoryUrl: string;
  readonly headSha: string;
  readonly baseSha: string | null;
}

export interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether a report also shows the tables of the schedule in depth, which a schedule always does. */
  readonly depth?: boolean;
  /** Whether a report shows nothing but what makes it fail. */
  readonly quiet?: boolean;
}
