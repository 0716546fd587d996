import { JOINER } from "./clean-text.js";

/**
 * For text that is shown as it is, in code: an HTML comment (our own marker too) and a runner's `##[command]` must not
 * be found even by a search that knows nothing of code.
 */
export function breakMarkers(text: string): string {
  return text.replace(/<!(?=--)/g, `<!${JOINER}`).replace(/##(?=\[)/g, `##${JOINER}`);
}
