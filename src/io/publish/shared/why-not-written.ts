const statusOf = (error: unknown) =>
  typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;

/** GitHub's trouble or a lost connection; or what was to be updated has been deleted a moment ago. */
export function isWorthRepeating(error: unknown): boolean {
  const status = statusOf(error);
  return status >= 500 || status === 404;
}

/** For people: what went wrong, and what to add to the workflow where that helps to get `what`. */
export function whyNotWritten(error: unknown, what: string): string {
  const status = statusOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const isLimit = status === 429 || /rate limit/i.test(said);
  if ((status === 403 || status === 404) && !isLimit) {
    return [
      `the token may not write to this pull request. The verdict does not depend on it. To get ${what}, add to the job:`,
      "",
      "permissions:",
      "  contents: read",
      "  pull-requests: write",
    ].join("\n");
  }
  return `${said}. The verdict does not depend on it; the next run brings ${what} up to date.`;
}
