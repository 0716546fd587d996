import { SetupError } from "../../model/setup-error.js";

/**
 * Does something with the API.
 * @param what completes "could not …", such as `read pull request #7`
 * @throws {SetupError} `no-permission`, `github-unavailable` or `unreadable` in place of the client's own error
 */
export async function asking<Answer>(what: string, request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw explained(what, error);
  }
}

/** The same, where an absence is an answer too. */
export const askingIfThere = <Answer>(what: string, request: () => Promise<Answer>): Promise<Answer | null> =>
  asking(what, async () => {
    try {
      return await request();
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  });

function explained(what: string, error: unknown): Error {
  const status = statusOf(error);
  if (status === null) return error as Error;
  const said = (error as Error).message.split("\n", 1)[0];
  // Octokit gives a lost connection the status of trouble at GitHub; nobody has answered that.
  const isAnswer = (error as { response?: unknown }).response !== undefined;
  const message = `could not ${what}: ${isAnswer ? `${status} ${said}` : said}`;
  if (/rate limit/i.test(message) || status === 429) {
    return new SetupError("github-unavailable", message, { mend: "Run the job again when the rate limit is reset." });
  }
  if (status === 401) {
    return new SetupError("no-permission", message, { mend: "GitHub does not know the token in github-token." });
  }
  if (status === 403 || status === 404) {
    return new SetupError("no-permission", message, {
      mend: "The job needs `permissions:` with `contents: read` and `pull-requests: read` at least.",
    });
  }
  if (status >= 500) {
    return new SetupError("github-unavailable", message, {
      mend: "Run the job again. If it goes on, see https://www.githubstatus.com.",
    });
  }
  return new SetupError("unreadable", message, { mend: "Please report this, with the log of the job." });
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : null;
