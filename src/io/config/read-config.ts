import { basename, dirname, resolve } from "node:path";
import type { Config } from "../../config/config.js";
import { configOfBase } from "../../config/config-of-base.js";
import { DEFAULT_CONFIG_PATH, defaults } from "../../config/defaults.js";
import { parseConfig } from "../../config/parse-config.js";
import { SetupError } from "../../model/setup-error.js";
import type { Revision } from "../sources/revision.js";
import { workingTree } from "../sources/working-tree.js";

/** The configuration to judge by, and what people should know about where it comes from. */
export interface Policy {
  readonly config: Config;
  readonly remarks: readonly string[];
}

/**
 * The configuration at its usual path: base's where there is a base, because nobody may change the rules and use the
 * change in one go; the defaults where base has none. Throws a SetupError `bad-config` for one that cannot be used.
 */
export async function readPolicy(head: Revision, base: Revision | null, ruleIds: readonly string[]): Promise<Policy> {
  const ofHead = await textOf(head, DEFAULT_CONFIG_PATH);
  const text = base ? await textOf(base, DEFAULT_CONFIG_PATH) : ofHead;
  const read = text === null ? defaults : parseConfig(text, DEFAULT_CONFIG_PATH, ruleIds);
  const config = base ? configOfBase(read) : read;
  if (!base || text === ofHead) return { config, remarks: [] };
  const judgedBy = text === null ? `the built-in defaults, because ${base.name} has none` : `that of ${base.name}`;
  return {
    config,
    remarks: [`${DEFAULT_CONFIG_PATH} differs between ${base.name} and ${head.name}: plans are judged by ${judgedBy}.`],
  };
}

/** The configuration in a file of the user's choice, wherever it is. Throws `no-such-file` or `bad-config`. */
export async function readConfigFile(path: string, directory: string, ruleIds: readonly string[]): Promise<Config> {
  const file = resolve(directory, path);
  const text = await textOf(workingTree(dirname(file)), basename(file));
  if (text === null) {
    throw new SetupError("no-such-file", `There is no configuration file ${path}.`, {
      mend: `Check the path; without --config, ${DEFAULT_CONFIG_PATH} is read where it exists.`,
    });
  }
  return parseConfig(text, path, ruleIds);
}

async function textOf(revision: Revision, path: string): Promise<string | null> {
  const { documents } = await revision.read([path]);
  return documents[0]?.text ?? null;
}
