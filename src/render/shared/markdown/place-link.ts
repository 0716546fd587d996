import type { Place } from "../../../model/place.js";
import type { Links } from "../../render.js";
import { markdownCode } from "../markdown-code.js";
import { uriPath } from "../uri-path.js";

/** `path:line`, linked to the file at the revision it was read from when that is known. */
export function placeLink(place: Place, links: Links | null): string {
  const isInBase = place.revision === "base";
  const text = `${markdownCode(`${place.path}:${place.line}`)}`;
  const sha = isInBase ? links?.baseSha : links?.headSha;
  const shown = links && sha ? `[${text}](${links.repositoryUrl}/blob/${sha}/${address(place)})` : text;
  return isInBase ? `${shown} (in base)` : shown;
}

// A Markdown file opens rendered, without lines to go to, unless `plain=1` asks for its text.
function address(place: Place): string {
  const lastLine = place.endColumn === 1 ? place.endLine - 1 : place.endLine;
  const lines = lastLine > place.line ? `#L${place.line}-L${lastLine}` : `#L${place.line}`;
  return `${uriPath(place.path)}?plain=1${lines}`;
}
