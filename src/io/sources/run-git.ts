import { execFile } from "node:child_process";
import { SetupError } from "../../model/setup-error.js";

/** What a git process left behind. */
export interface GitOutput {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** No command of the repository's own configuration may run, nothing is written, nobody is asked for a password. */
const SAFE_CONFIG = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false"];
const SAFE_ENVIRONMENT = { GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
const MAX_OUTPUT_BYTES = 1 << 28;

/**
 * Runs git in `directory`, never through a shell, and answers with its exit code whatever that is.
 * Throws a SetupError `unreadable` when git cannot be started.
 */
export function runGit(directory: string, args: readonly string[], input = ""): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      [...SAFE_CONFIG, "-C", directory, ...args],
      { encoding: "buffer", maxBuffer: MAX_OUTPUT_BYTES, env: { ...process.env, ...SAFE_ENVIRONMENT } },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== "number") {
          reject(
            new SetupError("unreadable", `git could not be run: ${error.message.split("\n", 1)[0]}`, {
              mend: "Install git and put it on the PATH; without --base it is not needed.",
            }),
          );
          return;
        }
        resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr: stderr.toString("utf8") });
      },
    );
    // git may end before it has read its input; its exit code says all there is to say about that.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

/** The root of the repository that `directory` belongs to, or null when it belongs to none or git is missing. */
export async function gitRoot(directory: string): Promise<string | null> {
  try {
    const { exitCode, stdout } = await runGit(directory, ["rev-parse", "--show-toplevel"]);
    return exitCode === 0 ? stdout.toString("utf8").replace(/\r?\n$/, "") : null;
  } catch (error) {
    if (error instanceof SetupError) return null;
    throw error;
  }
}
