import type { SourceDocument } from "../../model/document.js";
import { limits } from "../../model/limits.js";
import { SetupError } from "../../model/setup-error.js";

/** Throws a SetupError `too-large` when a document of `bytes` bytes is not to be read. */
export function refuseTooLarge(path: string, bytes: number): void {
  if (bytes <= limits.documentBytes) return;
  const kilobytes = Math.ceil(bytes / 1024);
  throw new SetupError(
    "too-large",
    `${path} has ${kilobytes} KiB; at most ${limits.documentBytes / 1024} KiB are read.`,
    {
      mend: "Split the plan into several documents, or take the file out of `plans` in the configuration.",
      place: { path, line: 1, column: 1 },
    },
  );
}

/**
 * The text of a file. A byte order mark stays, because places count it. Bytes that are not UTF-8 become U+FFFD and
 * `remark` says so. Throws a SetupError `unreadable` for UTF-16, of which nothing would be left to judge.
 */
export function decodeDocument(path: string, bytes: Uint8Array): { document: SourceDocument; remark: string | null } {
  refuseTooLarge(path, bytes.byteLength);
  refuseWideCharacters(path, bytes);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { document: { path, text }, remark: null };
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return {
      document: { path, text },
      remark: `${path} is not valid UTF-8; what could not be decoded is read as \uFFFD.`,
    };
  }
}

function refuseWideCharacters(path: string, bytes: Uint8Array): void {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!hasMark && !isEveryOtherByteZero(bytes.subarray(0, LOOKED_AT))) return;
  throw new SetupError("unreadable", `${path} is written in UTF-16, not in UTF-8.`, {
    mend: "Save it as UTF-8, or take the file out of `plans` in the configuration.",
    place: { path, line: 1, column: 1 },
  });
}

const LOOKED_AT = 256;

/** UTF-16 without a byte order mark, as far as it is written in ASCII. */
function isEveryOtherByteZero(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2]!++;
  return bytes.length >= 4 && Math.min(...zeros) === 0 && Math.max(...zeros) >= bytes.length * 0.4;
}
