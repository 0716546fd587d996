import type { Config } from "../../config/config.js";
import { configOfBase } from "../../config/config-of-base.js";
import { defaults } from "../../config/defaults.js";
import { isPolicyFile } from "../../config/match-plans.js";
import { SetupError } from "../../model/setup-error.js";
import type { Policy } from "../config/read-config.js";
import { decodeDocument } from "../sources/decode-document.js";
import type { Change } from "./change.js";
import { touchedPaths } from "./changed-file.js";
import type { Repository } from "./repository.js";

/**
 * The configuration in force for a change: never the one the change brings along, so that nobody can loosen a rule and
 * use that at once. One that the change edits is read too, because a broken one would stop everybody after the merge.
 * @throws {SetupError} `bad-config` when either cannot be used, except when the change mends the one in force
 */
export async function readPolicy(
  repository: Repository,
  change: Change,
  path: string,
  parse: (text: string, path: string) => Config,
): Promise<Policy> {
  const { policySha, headSha, files } = change;
  const isEdited = policySha !== headSha && touchedPaths(files ?? []).some((touched) => isPolicyFile(touched, path));
  const [inForce, edited] = await Promise.all([
    configAt(repository, path, policySha, parse),
    isEdited ? configAt(repository, path, headSha, parse) : null,
  ]);
  if (edited?.state === "broken") throw edited.error;
  if (inForce.state === "broken") {
    if (edited === null) throw inForce.error;
    return {
      config: defaults,
      remarks: [
        `${path} cannot be used on the base branch (${inForce.error.message}). This change mends it, and is itself judged by the built-in defaults.`,
      ],
    };
  }
  const remarks: string[] = [];
  if (inForce.state === "absent" && policySha !== headSha) {
    remarks.push(`There is no ${path} on the base branch: the built-in defaults are in force.`);
  }
  if (isEdited) {
    const judgedBy = inForce.state === "absent" ? "the built-in defaults" : "the one on the base branch";
    remarks.push(
      `This change edits ${path}. It is judged by ${judgedBy}; the edited one, its waivers included, holds after the merge.`,
    );
  }
  const config = inForce.state === "read" ? inForce.config : defaults;
  return { config: policySha === headSha ? config : configOfBase(config), remarks };
}

type ConfigAtCommit =
  | { readonly state: "read"; readonly config: Config }
  | { readonly state: "absent" }
  | { readonly state: "broken"; readonly error: SetupError };

async function configAt(
  repository: Repository,
  path: string,
  commit: string,
  parse: (text: string, path: string) => Config,
): Promise<ConfigAtCommit> {
  const bytes = await repository.file(path, commit);
  if (bytes === null) return { state: "absent" };
  try {
    return { state: "read", config: parse(decodeDocument(path, bytes).document.text, path) };
  } catch (error) {
    if (error instanceof SetupError) return { state: "broken", error };
    throw error;
  }
}
