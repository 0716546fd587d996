import { renderDiffJson } from "./render-diff-json.js";
import { renderDiffMarkdown } from "./render-diff-markdown.js";
import { renderDiffText } from "./render-diff-text.js";
import { renderGraphDot } from "./render-graph-dot.js";
import { renderGraphMermaid } from "./render-graph-mermaid.js";
import { renderGraphSvg } from "./render-graph-svg.js";
import { renderJson } from "./render-json.js";
import { renderJunit } from "./render-junit.js";
import { renderMarkdown } from "./render-markdown.js";
import { renderSarif } from "./render-sarif.js";
import { renderScheduleJson } from "./render-schedule-json.js";
import { renderScheduleMarkdown } from "./render-schedule-markdown.js";
import { renderScheduleMermaid } from "./render-schedule-mermaid.js";
import { renderScheduleText } from "./render-schedule-text.js";
import { renderText } from "./render-text.js";
import type {
  DiffFormat,
  Format,
  GraphFormat,
  Render,
  RenderDiff,
  RenderGraph,
  RenderSchedule,
  ScheduleFormat,
} from "./render.js";

/** Every format, by name. */
export const renderers = {
  text: renderText,
  markdown: renderMarkdown,
  json: renderJson,
  sarif: renderSarif,
  junit: renderJunit,
} satisfies Record<Format, Render>;

/** Every format of `plan-gate schedule`, by name. */
export const scheduleRenderers = {
  text: renderScheduleText,
  markdown: renderScheduleMarkdown,
  json: renderScheduleJson,
  mermaid: renderScheduleMermaid,
} satisfies Record<ScheduleFormat, RenderSchedule>;

/** Every format of `plan-gate graph`, by name. */
export const graphRenderers = {
  mermaid: renderGraphMermaid,
  dot: renderGraphDot,
  svg: renderGraphSvg,
} satisfies Record<GraphFormat, RenderGraph>;

/** Every format of `plan-gate diff`, by name. */
export const diffRenderers = {
  text: renderDiffText,
  markdown: renderDiffMarkdown,
  json: renderDiffJson,
} satisfies Record<DiffFormat, RenderDiff>;

export { annotations } from "./annotations.js";
export { fileMessages } from "./file-messages.js";
export type { FileMessage } from "./file-messages.js";
export { badgeEndpoints, badgeFiles } from "./badges/index.js";
export type { Annotation } from "./annotations.js";
export { suggestedChanges } from "./suggested-changes.js";
export type { ChangedLines, SuggestedChange } from "./suggested-changes.js";
export type { BadgeFile } from "./badges/index.js";
export type { DiffFormat, Format, GraphFormat, Render, RenderOptions, ScheduleFormat } from "./render.js";
