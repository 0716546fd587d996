import type { Addresses } from "../addresses.js";
import type { PullRequest } from "../pull-request.js";
import { nodeId } from "../state.js";
import { repositoryUrl } from "./repository.js";

const COLOR = "ededed";

export function label(addresses: Addresses, { repository }: PullRequest, name: string) {
  // A label belongs to the repository; its name is all that tells one from another.
  const id = 1 + [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007, 0);
  return {
    id,
    node_id: nodeId("LA", id),
    url: `${repositoryUrl(addresses, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: "Set by people",
    color: COLOR,
    default: false,
  };
}

export const labelInEvent = (name: string) => ({ name, color: COLOR });
