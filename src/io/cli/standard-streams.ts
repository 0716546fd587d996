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

/** Whether the report may hold colours; see no-color.org. */
export const wantsColor = (stream: NodeJS.WriteStream): boolean => stream.isTTY === true && !process.env["NO_COLOR"];

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
