import { normalizeId, NUMBER_ID, PREFIXED_ID } from "./item-id.js";

/** What the name of a contract document says. */
export interface ContractPath {
  readonly side: "output" | "requirement";
  /** Null where the name holds no id (`PHASE_X_OUTPUT_CONTRACTS.md`, a template). */
  readonly id: string | null;
}

const NAME =
  /(?:^|\/)phase[-_ ]?([\p{L}\d._-]{1,40}?)[-_ ](?:(output)[-_ ]?contracts?|input[-_ ]?requirements?)\.(?:md|markdown)$/iu;
/** What a name without is none of these; most documents are spared the pattern above. */
const SIGN = /contract|requirement/i;
const ID = new RegExp(`^(?:${NUMBER_ID}|${PREFIXED_ID})$`, "u");

/** Reads `docs/PHASE_8_OUTPUT_CONTRACTS.md` and `PHASE_4_5_INPUT_REQUIREMENTS.md`; null for any other document. */
export function contractPath(path: string): ContractPath | null {
  const match = SIGN.test(path) ? NAME.exec(path) : null;
  if (!match) return null;
  const written = match[1]!.replace(/^(\d+)_(\d+)$/, "$1.$2");
  const id = [written, written.toUpperCase()].find((one) => ID.test(one));
  return { side: match[2] ? "output" : "requirement", id: id === undefined ? null : normalizeId(id) };
}
