import { SetupError } from "../../model/setup-error.js";
import { limits } from "../../model/limits.js";

/** Writes all of `text`. A reader that has gone away (`| head`) is no error. */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException | null) => {
      if (error && error.code !== "EPIPE") reject(error);
      else resolve();
    };
    // The error comes to the callback and to the stream; without a listener the second one ends the process.
    stream.once("error", settle);
    stream.write(text, (error) => {
      if (!error) stream.off("error", settle);
      settle(error);
    });
  });
}

/**
 * Whether what goes to a stream may hold colours: never with `NO_COLOR` (no-color.org), else as `FORCE_COLOR` says where it
 * says anything, else at a terminal that knows some.
 */
export function wantsColor(stream: Pick<NodeJS.WriteStream, "isTTY">, environment = process.env): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = environment;
  if (refused) return false;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && terminal !== "dumb";
}

const WIDTH_ELSEWHERE = 100;

/** Columns to write in: those of the terminal, or as many as are read well elsewhere. */
export const widthOf = (stream: Pick<NodeJS.WriteStream, "columns">): number =>
  stream.columns > 0 ? stream.columns : WIDTH_ELSEWHERE;

/**
 * Standard input to its end, or as much of it as is certainly too much for a document. Throws a SetupError `bad-input`
 * at a terminal, where waiting would look like hanging.
 */
export async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) {
    throw new SetupError("bad-input", "Standard input is a terminal, and nothing is piped into it.", {
      mend: "Pipe a document in, or name a file instead of -.",
    });
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > limits.documentBytes) break;
  }
  return Buffer.concat(chunks);
}
