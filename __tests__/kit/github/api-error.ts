/** One entry of a 422's list. */
export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** An answer of GitHub's that says no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: readonly FieldError[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  get body(): Record<string, unknown> {
    return {
      message: this.message,
      ...(this.errors && { errors: this.errors }),
      documentation_url: "https://docs.github.com/rest",
      status: String(this.status),
    };
  }
}

export const notFound = () => new ApiError(404, "Not Found");

export const invalid = (...errors: FieldError[]) => new ApiError(422, "Validation Failed", errors);

/** What a workflow of a fork gets for every write, whatever its `permissions:` say. */
export const forbidden = (accepted: readonly string[] = []) =>
  new ApiError(403, "Resource not accessible by integration", undefined, {
    "x-accepted-github-permissions": accepted.join("; "),
  });
