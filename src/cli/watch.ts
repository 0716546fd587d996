import type { CheckCommand } from "../io/cli/command.js";
import { describeTrouble } from "../io/cli/describe-trouble.js";
import { write } from "../io/cli/standard-streams.js";
import { watchFiles } from "../io/cli/watch-files.js";
import { VERSION } from "../version.js";
import { checked } from "./check.js";
import { ruler, tell, working } from "./terminal.js";

/** Checks again whenever something is saved. What cannot be checked is said and waited out; an interrupt ends well. */
export async function watch(command: CheckCommand): Promise<0> {
  const saves = watchFiles();
  process.once("SIGINT", () => saves.end());
  let last = "";
  for (let round = 0; ; round++) {
    const start = Date.now();
    const text = await working(command, (progress) =>
      checked(command, progress, (files) => saves.cover(files, start)),
    ).then(
      (answer) => answer.text,
      (error: unknown) => troubleToWaitOut(error, round),
    );
    const time = new Date().toTimeString().slice(0, 8);
    if (round > 0) await write(process.stdout, `\n${ruler(text === last ? `${time}: as before` : time)}\n\n`);
    if (text !== last) await write(process.stdout, text);
    last = text;
    if (round === 0) await tell(command.quiet ? [] : ["watching; Ctrl-C ends it"]);
    if ((await saves.next()) === "ended") return 0;
  }
}

/** In words, what may be over after the next save; a command line that was never right is wrong at once. */
function troubleToWaitOut(error: unknown, round: number): string {
  const { text, exitCode } = describeTrouble(error, VERSION);
  if (round === 0 || exitCode !== 2) throw error;
  return text;
}
