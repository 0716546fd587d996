import { renderJson } from "./render-json.js";
import { renderJunit } from "./render-junit.js";
import { renderMarkdown } from "./render-markdown.js";
import { renderSarif } from "./render-sarif.js";
import { renderScheduleJson } from "./render-schedule-json.js";
import { renderScheduleMarkdown } from "./render-schedule-markdown.js";
import { renderScheduleMermaid } from "./render-schedule-mermaid.js";
import { renderScheduleText } from "./render-schedule-text.js";
import { renderText } from "./render-text.js";
import type { Format, Render, RenderSchedule, ScheduleFormat } from "./render.js";

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

export { annotations } from "./annotations.js";
export { fileMessages } from "./file-messages.js";
export type { FileMessage } from "./file-messages.js";
export { badgeEndpoints, badgeFiles } from "./badges/index.js";
export type { Annotation } from "./annotations.js";
export { suggestedChanges } from "./suggested-changes.js";
export type { ChangedLines, SuggestedChange } from "./suggested-changes.js";
export type { BadgeFile } from "./badges/index.js";
export type { Format, Render, RenderOptions, ScheduleFormat } from "./render.js";
