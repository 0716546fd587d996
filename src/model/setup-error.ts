/**
 * The set-up is wrong: configuration, input, missing base, no permission to read. The maintainer's trouble, shown
 * without a stack: what, where, how to mend it. Exit code 2.
 */
export class SetupError extends Error {
  override readonly name = "SetupError";
  constructor(
    readonly code: SetupErrorCode,
    /** What is wrong and, where it helps, the offending value. */
    message: string,
    readonly detail: {
      readonly mend: string;
      readonly place?: { readonly path: string; readonly line: number; readonly column: number };
    },
  ) {
    super(message);
  }
}

export type SetupErrorCode =
  | "bad-arguments"
  | "bad-config"
  | "bad-input"
  | "no-such-file"
  | "no-such-revision"
  | "no-plan-found"
  | "plan-vanished"
  | "too-large"
  | "unreadable"
  | "no-permission"
  | "unsupported-event"
  | "github-unavailable";
