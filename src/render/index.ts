import { renderJson } from "./render-json.js";
import { renderMarkdown } from "./render-markdown.js";
import { renderText } from "./render-text.js";
import type { Format, Render } from "./render.js";

/** Every format, by name. */
export const renderers = {
  text: renderText,
  markdown: renderMarkdown,
  json: renderJson,
} satisfies Record<Format, Render>;

export { annotations } from "./annotations.js";
export type { Annotation } from "./annotations.js";
export type { Format, Render, RenderOptions } from "./render.js";
