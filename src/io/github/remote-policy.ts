import type { Config } from "../../config/config.js";
import { configOfBase } from "../../config/config-of-base.js";
import { SetupError } from "../../model/setup-error.js";
import type { Policy } from "../config/read-config.js";
import { decodeDocument } from "../sources/decode-document.js";
import type { Repository } from "./repository.js";

/** A configuration that several repositories share. */
export interface RemoteConfig {
  readonly owner: string;
  readonly repo: string;
  readonly path: string;
  /** A branch, a tag or a commit there. */
  readonly ref: string;
}

/** As it is written: `octo/policies/plan-gate.yml@v1`. */
const remoteConfigName = ({ owner, repo, path, ref }: RemoteConfig): string => `${owner}/${repo}/${path}@${ref}`;

/**
 * The configuration of another repository, which no change of this one can edit.
 * @throws {SetupError} `bad-config` when it is not there or cannot be used
 */
export async function readRemotePolicy(
  repository: Pick<Repository, "file">,
  config: RemoteConfig,
  parse: (text: string, path: string) => Config,
): Promise<Policy> {
  const name = remoteConfigName(config);
  const bytes = await repository.file(config.path, config.ref);
  if (bytes === null) {
    throw new SetupError("bad-config", `${name} is not there, or the token may not read it`, {
      mend: "Correct config-file in the workflow, or give github-token a token that may read that repository.",
    });
  }
  const { text } = decodeDocument(name, bytes).document;
  return { config: configOfBase(parse(text, name)), remarks: [`The configuration in force is ${name}.`] };
}
