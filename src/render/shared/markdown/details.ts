/** A part that opens on a click. The summary is HTML: only words of this program, never text from a plan. */
export function details(summary: string, body: string, isOpen = false): string {
  return `${detailsHead(summary, isOpen)}\n\n${body}\n\n${DETAILS_FOOT}`;
}

export const detailsHead = (summary: string, isOpen = false): string =>
  `<details${isOpen ? " open" : ""}>\n<summary>${summary}</summary>`;

export const DETAILS_FOOT = "</details>";
