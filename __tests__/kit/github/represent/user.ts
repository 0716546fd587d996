import type { Account } from "../account.js";
import type { Addresses } from "../addresses.js";
import { nodeId } from "../state.js";

/** An account as every answer shows it. */
export function user({ api, server }: Addresses, { id, login, type }: Account) {
  // A bot's login has brackets, which an address may not have.
  const url = `${api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId("U", id),
    avatar_url: `${server}/avatars/u/${id}?v=4`,
    gravatar_id: "",
    url,
    html_url: type === "Bot" ? `${server}/apps/${login.replace("[bot]", "")}` : `${server}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** How an author stands to a repository. */
export const association = (author: Account, owner: Account): string =>
  author.login === owner.login ? "OWNER" : author.type === "Bot" ? "NONE" : "CONTRIBUTOR";
